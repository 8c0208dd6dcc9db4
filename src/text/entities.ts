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

const others =
  'quot=" amp=& apos=\' lt=< gt=> ensp=\u2002 emsp=\u2003 thinsp=\u2009 zwnj=\u200c zwj=\u200d ndash=– mdash=— lsquo=‘ rsquo=’ sbquo=‚ ldquo=“ rdquo=” bdquo=„ bull=• hellip=… permil=‰ prime=′ Prime=″ lsaquo=‹ rsaquo=› euro=€ trade=™ larr=← uarr=↑ rarr=→ darr=↓ harr=↔ part=∂ infin=∞ sum=∑ minus=− radic=√ prop=∝ int=∫ asymp=≈ sim=∼ ne=≠ equiv=≡ le=≤ ge=≥ sub=⊂ sup=⊃ isin=∈ cap=∩ cup=∪ forall=∀ exist=∃ nabla=∇ Scaron=Š scaron=š OElig=Œ oelig=œ Yuml=Ÿ fnof=ƒ circ=ˆ tilde=˜ thetasym=ϑ'

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

/**
 * Text with HTML's character references resolved once: `&amp;lt;` gives `&lt;`.
 * Numeric references and the named ones of HTML 4; an unknown name stays as it is.
 */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(
    /&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([a-zA-Z][a-zA-Z\d]{1,9}));/g,
    (whole, decimal, hex, name) => {
      if (name) return named.get(name) ?? whole
      const code = decimal ? Number.parseInt(decimal, 10) : Number.parseInt(hex, 16)
      return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
        ? String.fromCodePoint(code)
        : whole
    },
  )
}
