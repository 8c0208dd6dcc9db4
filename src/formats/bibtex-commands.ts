import { characterOf } from '../text/tex-symbols.ts'

function pairs(list: string): [name: string, character: string][] {
  const words = list.split(' ')
  return words.flatMap((word, i): [string, string][] => {
    const character = words[i + 1]
    return i % 2 === 0 && character !== undefined ? [[word, character]] : []
  })
}

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
