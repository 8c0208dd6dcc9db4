import { characterOf } from '../text/tex-symbols.ts'

function pairs(list: string): [name: string, character: string][] {
  const words = list.split(' ')
  return words.flatMap((word, i): [string, string][] => {
    const character = words[i + 1]
    return i % 2 === 0 && character !== undefined ? [[word, character]] : []
  })
}

/** LaTeX's accents and the combining character of each (LaTeX2e, "Accents"; btxdoc's special characters). */
export const accentOf: ReadonlyMap<string, string> = new Map([
  ['"', '\u0308'],
  ["'", '\u0301'],
  ['`', '\u0300'],
  ['^', '\u0302'],
  ['~', '\u0303'],
  ['=', '\u0304'],
  ['.', '\u0307'],
  ['u', '\u0306'],
  ['v', '\u030c'],
  ['H', '\u030b'],
  ['c', '\u0327'],
  ['k', '\u0328'],
  ['r', '\u030a'],
  ['d', '\u0323'],
  ['b', '\u0331'],
  ['t', '\u0361'],
  ['h', '\u0309'],
  ['C', '\u030f'],
  ['G', '\u030f'],
  ['f', '\u0311'],
  ['textcommabelow', '\u0326'],
  ['textogonekcentered', '\u0328'],
])

/** What an accent is without a letter: `\~{}` and `\^{}` are how some write the signs themselves. */
export const bareAccent: ReadonlyMap<string, string> = new Map([
  ['\u0303', '~'],
  ['\u0302', '^'],
  ['\u0300', '`'],
  ['\u0301', '´'],
  ['\u0308', '¨'],
])

/** The character of each command that stands for one in text; those of formulas are met there as well. */
export const signOf: ReadonlyMap<string, string> = new Map([
  ...characterOf,
  ...pairs(
    'SS ẞ dh ð DH Ð dj đ DJ Đ th þ TH Þ ng ŋ NG Ŋ P ¶ dag † ddag ‡ textdagger † textdaggerdbl ‡ textsection § textparagraph ¶ ' +
      'textquotesingle \' textquotedbl " textquotedblleft “ textquotedblright ” quotedblbase „ quotesinglbase ‚ guillemotleft « guillemotright » guillemetleft « guillemetright » guilsinglleft ‹ guilsinglright › ' +
      'textasciicircum ^ textasciigrave ` textasciiacute ´ textasciidieresis ¨ textunderscore _ textbraceleft { textbraceright } textdollar $ textasteriskcentered * textperiodcentered · ' +
      'textexclamdown ¡ textquestiondown ¿ textordfeminine ª textordmasculine º texteuro € EUR € textsterling £ textyen ¥ textcent ¢ textcelsius °C textohm Ω textperthousand ‰ textpertenthousand ‱ ' +
      'textonequarter ¼ textonehalf ½ textthreequarters ¾ textonesuperior ¹ texttwosuperior ² textthreesuperior ³ textdiv ÷ textminus − textlnot ¬ textcopyright © textvisiblespace ␣ textnumero № ' +
      'textrightarrow → textleftarrow ← textuparrow ↑ textdownarrow ↓ textalpha α textbeta β textgamma γ textdelta δ textlambda λ textomega ω slash / TeX TeX LaTeX LaTeX BibTeX BibTeX',
  ),
])

/** Commands whose argument stands in one of CSL's inline tags. */
export const tagOf: ReadonlyMap<string, string> = new Map([
  ['textit', 'i'],
  ['emph', 'i'],
  ['textsl', 'i'],
  ['mkbibemph', 'i'],
  ['mkbibitalic', 'i'],
  ['textbf', 'b'],
  ['mkbibbold', 'b'],
  ['textsc', 'sc'],
  ['textsubscript', 'sub'],
  ['textsuperscript', 'sup'],
  ['mkbibsubscript', 'sub'],
  ['mkbibsuperscript', 'sup'],
])

/** Commands that set what follows them in their group in one of CSL's inline tags: `{\em Vibrio}`. */
export const declared: ReadonlyMap<string, string> = new Map([
  ['em', 'i'],
  ['it', 'i'],
  ['sl', 'i'],
  ['itshape', 'i'],
  ['slshape', 'i'],
  ['bf', 'b'],
  ['bfseries', 'b'],
  ['sc', 'sc'],
  ['scshape', 'sc'],
])

/** Commands whose argument stands between two characters. */
export const quotesOf: ReadonlyMap<string, readonly [string, string]> = new Map([
  ['enquote', ['“', '”']],
  ['mkbibquote', ['“', '”']],
  ['mkbibparens', ['(', ')']],
  ['mkbibbrackets', ['[', ']']],
])

/** Commands that say nothing of what the text is: their argument, where they have one, stays. */
export const transparent: ReadonlySet<string> = new Set(
  (
    'textrm texttt textsf textnormal textup textmd text mbox hbox fbox underline uline uppercase lowercase MakeUppercase MakeLowercase MakeTextUppercase MakeTextLowercase NoCaseChange nocase bibstring autocap ' +
    'rm tt sf md up normalfont rmfamily ttfamily sffamily upshape mdseries tiny scriptsize footnotesize small normalsize large Large LARGE huge Huge selectfont relax protect noindent centering ignorespaces unskip xspace sloppy allowbreak nobreak penalty'
  ).split(' '),
)

/** Commands that are gone with their first argument: what `\noopsort{1973a}` holds is for sorting. */
export const dropped: ReadonlySet<string> = new Set(
  'noopsort SortNoop sortnoop noop vphantom phantom hphantom hspace vspace label textcolor color href fontencoding'.split(
    ' ',
  ),
)

/** Commands that are a space. */
export const spaced: ReadonlySet<string> = new Set(
  'space nobreakspace quad qquad enspace thinspace newline linebreak hfill break'.split(' '),
)
