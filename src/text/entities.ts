/** Latin letters with accents, in the order of their code points from U+00C0, as HTML names them. */
const latin1 =
  'Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml'

/** Signs from U+00A0 on. */
const signs =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest'

/** Greek capitals from U+0391; U+03A2 is not a letter. */
const greekCapitals =
  'Alpha Beta Gamma Delta Epsilon Zeta Eta Theta Iota Kappa Lambda Mu Nu Xi Omicron Pi Rho - Sigma Tau Upsilon Phi Chi Psi Omega'

/** Greek small letters from U+03B1. */
const greekSmall =
  'alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigmaf sigma tau upsilon phi chi psi omega'

/** Further names: HTML 4's, and those of ISO's sets that journals' XML uses (isonum, isotech, isoamsr, isogrk3, isopub). */
const others =
  'quot=" amp=& apos=\' lt=< gt=> ensp=\u2002 emsp=\u2003 thinsp=\u2009 zwnj=\u200c zwj=\u200d ndash=– mdash=— lsquo=‘ rsquo=’ sbquo=‚ ldquo=“ rdquo=” bdquo=„ bull=• hellip=… permil=‰ prime=′ Prime=″ lsaquo=‹ rsaquo=› euro=€ trade=™ larr=← uarr=↑ rarr=→ darr=↓ harr=↔ part=∂ infin=∞ sum=∑ minus=− radic=√ prop=∝ int=∫ asymp=≈ sim=∼ ne=≠ equiv=≡ le=≤ ge=≥ sub=⊂ sup=⊃ isin=∈ cap=∩ cup=∪ forall=∀ exist=∃ nabla=∇ Scaron=Š scaron=š OElig=Œ oelig=œ Yuml=Ÿ fnof=ƒ circ=ˆ tilde=˜ thetasym=ϑ upsih=ϒ piv=ϖ loz=◊ spades=♠ clubs=♣ hearts=♥ diams=♦ oline=‾ frasl=⁄ weierp=℘ image=ℑ real=ℜ alefsym=ℵ crarr=↵ lArr=⇐ uArr=⇑ rArr=⇒ dArr=⇓ hArr=⇔ empty=∅ notin=∉ ni=∋ prod=∏ lowast=∗ ang=∠ and=∧ or=∨ there4=∴ cong=≅ nsub=⊄ sube=⊆ supe=⊇ oplus=⊕ otimes=⊗ perp=⊥ sdot=⋅ lceil=⌈ rceil=⌉ lfloor=⌊ rfloor=⌋ lang=⟨ rang=⟩ dagger=† Dagger=‡ ' +
  'hyphen=‐ dash=‐ horbar=― numsp=\u2007 hairsp=\u200a lsim=≲ gsim=≳ les=⩽ ges=⩾ ap=≈ epsi=ε epsiv=ε thetav=ϑ phiv=ϕ sigmav=ς ohm=Ω angst=Å ell=ℓ planck=ℏ compfn=∘ rsquor=’ ldquor=„ lsquor=‚ percnt=% lpar=( rpar=) lsqb=[ rsqb=] plus=+ equals== sol=/ num=# ast=* comma=, period=. colon=: semi=; dollar=$ lowbar=_ verbar=| commat=@ Abreve=Ă abreve=ă Aogon=Ą aogon=ą Cacute=Ć cacute=ć Ccaron=Č ccaron=č Dcaron=Ď dcaron=ď Dstrok=Đ dstrok=đ Ecaron=Ě ecaron=ě Eogon=Ę eogon=ę gbreve=ğ Gbreve=Ğ Idot=İ inodot=ı Lstrok=Ł lstrok=ł Nacute=Ń nacute=ń Ncaron=Ň ncaron=ň Odblac=Ő odblac=ő Rcaron=Ř rcaron=ř Sacute=Ś sacute=ś Scedil=Ş scedil=ş Tcaron=Ť tcaron=ť Tcedil=Ţ tcedil=ţ Udblac=Ű udblac=ű Uring=Ů uring=ů Umacr=Ū umacr=ū Amacr=Ā amacr=ā Emacr=Ē emacr=ē Imacr=Ī imacr=ī Omacr=Ō omacr=ō Zacute=Ź zacute=ź Zcaron=Ž zcaron=ž Zdot=Ż zdot=ż'

/** What browsers read for the numbers 128 to 159, which old editors wrote for Windows' own characters (HTML, "Numeric character reference end state"). */
const windows1252 = [
  0x20ac, 0x81, 0x201a, 0x192, 0x201e, 0x2026, 0x2020, 0x2021, 0x2c6, 0x2030, 0x160, 0x2039, 0x152,
  0x8d, 0x17d, 0x8f, 0x90, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x2dc, 0x2122,
  0x161, 0x203a, 0x153, 0x9d, 0x17e, 0x178,
]

const named = new Map<string, string>()
for (const [names, first] of [
  [latin1, 0xc0],
  [signs, 0xa0],
  [greekCapitals, 0x391],
  [greekSmall, 0x3b1],
] as const) {
  names.split(' ').forEach((name, i) => {
    if (name !== '-') named.set(name, String.fromCodePoint(first + i))
  })
}
for (const pair of others.split(' ')) {
  const at = pair.indexOf('=')
  if (at > 0) named.set(pair.slice(0, at), pair.slice(at + 1))
}

/** The character that HTML 4 or ISO's entity sets call by this name (`alpha`, `ouml`, `ge`); undefined for others. */
export function entityCharacter(name: string): string | undefined {
  return named.get(name)
}

const reference = /&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([a-zA-Z][a-zA-Z\d]{1,9}));/g

/**
 * Text with HTML's character references resolved once: `&amp;lt;` gives `&lt;`.
 * Numeric references and the named ones of HTML 4 and of journals' XML; an unknown name stays as it is.
 */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(
    reference,
    (whole, decimal, hex, name) => characterOf(decimal, hex, name) ?? whole,
  )
}

/**
 * Text as a page shows it, with the references that are still in it: the page was escaped once too often
 * (`&amp;#945;` shows `&#945;`). The parser has resolved once and this is the second time; there is no third. What
 * would begin a tag stays as it is: `p &lt; .05` is read, `&lt;i&gt;` is not.
 */
export function decodeShown(text: string): string {
  if (!text.includes('&') && !text.includes('|[')) return text
  const holdsTags = /&lt;[a-z/!]/i.test(text)
  return text
    .replace(reference, (whole, decimal, hex, name, at: number) => {
      const character = characterOf(decimal, hex, name)
      const begins = character === '<' && /^[a-z/!]/i.test(text.slice(at + whole.length))
      return character === undefined || begins || (character === '>' && holdsTags)
        ? whole
        : character
    })
    .replace(/\|\[([A-Za-z]{2,8})\]\|/g, (whole, name) => named.get(name) ?? whole)
}

function characterOf(decimal?: string, hex?: string, name?: string): string | undefined {
  if (name) return named.get(name)
  const code = decimal ? Number.parseInt(decimal, 10) : Number.parseInt(hex ?? '', 16)
  if (!(code > 0 && code <= 0x10ffff) || (code >= 0xd800 && code <= 0xdfff)) return undefined
  return String.fromCodePoint(windows1252[code - 0x80] ?? code)
}
