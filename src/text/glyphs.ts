import { entityCharacter } from './entities.ts'

/** Adobe's Symbol encoding from 0x20 to 0x7E ("Symbol Encoding to Unicode", Adobe 1999), Greek on the places of Latin letters. */
const symbolLow =
  ' !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_\u203eαβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼'

/** The same from 0xA0 to 0xFF. What has no character of its own, an extender of a bracket or an unused place, is a space. */
const symbolHigh =
  '€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊⟨®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪ ⟩∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭ '

/** Text that a page sets in the font "Symbol", as the letters and signs that a reader sees: `a` is α, `m` μ, `³` ≥. */
export function symbolText(text: string): string {
  return text.replace(/[\u0021-\u007e\u00a1-\u00ff\uf020-\uf0ff]/g, inSymbol)
}

/** True for an element that sets its text in the font "Symbol": `<font face="Symbol">`, or a style that says so. */
export function isSymbolFont(element: Element): boolean {
  const face = element.getAttribute('face') ?? element.getAttribute('style') ?? ''
  return /^\s*['"]?symbol\b|font-family:\s*['"]?symbol\b/i.test(face)
}

const ligatures = ['ff', 'fi', 'fl', 'ffi', 'ffl', 'st', 'st']

/**
 * Text without what only a font can show: ligatures (ﬁ) as their letters, the private-use code points of the Symbol
 * font (U+F020–U+F0FF) as its Greek letters and signs. Other private-use characters mean nothing outside their page
 * and are dropped; U+FFFD stays, since it says that something was lost.
 */
export function plainGlyphs(text: string): string {
  if (!/[\ue000-\uf8ff\ufb00-\ufb06\u{f0000}-\u{10fffd}]/u.test(text)) return text
  return text
    .replace(/[\ufb00-\ufb06]/g, (glyph) => ligatures[glyph.charCodeAt(0) - 0xfb00] ?? glyph)
    .replace(/[\uf020-\uf0ff]/g, inSymbol)
    .replace(/[\ue000-\uf8ff\u{f0000}-\u{ffffd}\u{100000}-\u{10fffd}]/gu, '')
}

function inSymbol(character: string): string {
  const code = character.charCodeAt(0) & 0xff
  if (code < 0x7f) return symbolLow[code - 0x20] ?? character
  return code < 0xa0 ? '' : (symbolHigh[code - 0xa0] ?? character)
}

/** Names in the `alt` of old pages' images of a single sign that are no names of entities (HighWire, ScienceDirect). */
const signNames: Readonly<Record<string, string>> = {
  '+/-': '±',
  '-/+': '∓',
  '>=': '≥',
  '<=': '≤',
  '->': '→',
  '<-': '←',
  '~': '∼',
  degrees: '°',
  degree: '°',
  deg: '°',
  'middle dot': '·',
  infinity: '∞',
  infty: '∞',
  approx: '≈',
  'single bond': '–',
  'double bond': '=',
  'triple bond': '≡',
}

/**
 * The sign that an image stands for in the text of old pages, undefined for any other image. It is believed where the
 * `alt` is in braces or a reference (`{alpha}`, `{+/-}`, `&alpha;`), is the sign itself, or names what the file does
 * too (`alt="alpha" src="/math/alpha.gif"`); without an `alt`, where the file lies among such signs.
 */
export function glyphOfImage(image: Element): string | undefined {
  const alt = (image.getAttribute('alt') ?? '').trim()
  if (/^[^\p{ASCII}\p{Co}]$/u.test(alt)) return alt
  const name = /^(?:\{([^{}]+)\}|&([A-Za-z]+);)$/.exec(alt)
  if (name) return signNamed(name[1] ?? name[2] ?? '')
  const bond = /^(?:single|double|triple) bond/.exec(alt)?.[0]
  if (bond !== undefined) return signNames[bond]
  const [, folder = '', file = ''] =
    /(?:^|\/)(?:([\w-]*)\/)?([A-Za-z]{2,10})\.(?:gif|png|jpe?g)$/.exec(
      image.getAttribute('src') ?? '',
    ) ?? []
  if (
    file === '' ||
    !(
      alt === file ||
      (alt === '' && /^(?:math|greek|entit(?:y|ies)|symbols?|chars?|glyphs?)$/i.test(folder))
    )
  )
    return undefined
  return signNamed(file)
}

function signNamed(name: string): string | undefined {
  return Object.hasOwn(signNames, name) ? signNames[name] : entityCharacter(name)
}
