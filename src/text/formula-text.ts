import { isForm } from './element-name.ts'
import { glyphOfImage, isSymbolFont, symbolText } from './glyphs.ts'
import { type Formulas, mathmlText, mathSource, mathText } from './math.ts'
import { isDelimitedTex, looksLikeTex, texText } from './tex.ts'

/** Elements that hold one formula in several copies: a picture, a drawn one, one for screen readers, its source. */
const holders = new Set([
  'MathJax',
  'MathJax_SVG',
  'MathJax_CHTML',
  'MathJax_MathML',
  'mjx-chtml',
  'katex',
  'mathmlsrc', // ScienceDirect until 2016
  'mwe-math-element', // MediaWiki
])

/** Elements whose own text is TeX: Springer and Nature, IEEE, CKEditor, pandoc. */
const texHolders = new Set([
  'mathjax-tex',
  'tex',
  'math-tex',
  'math',
  'tex2jax_process',
  'tex-math',
])

/**
 * What a formula's element adds to the text, '' for a further copy of the same formula, undefined for anything that
 * is no formula; of an image the formula or the sign that it stands for, else ''.
 *
 * Which copy is read: MathML if a line can show it, else the TeX that the page gives. MathJax 2 leaves a preview, a
 * drawn copy and a `<script>` with the source, and the formula is read at the script; MathJax 3 and KaTeX keep all
 * in one element; MediaWiki and ScienceDirect hide MathML beside an image or a line of text.
 */
export function formulaText(
  element: Element,
  name: string,
  formulas?: Formulas,
): string | undefined {
  if (name === 'math' || name === 'mml:math') return mathText(element, formulas)
  if (name === 'script') return scriptText(element, formulas)
  if (name === 'img') return imageText(element)
  if (name === 'tex-math') {
    // JATS has both under `alternatives`.
    const around = element.parentElement
    const twice = around && !isForm(around) && around.querySelector(mathElement)
    return twice ? '' : texText(element.textContent ?? '')
  }
  if (name === 'mjx-container') return holderText(element, formulas)
  if (isSymbolFont(element)) {
    const text = element.textContent ?? ''
    // One sign or two; a page that is set in this font whole was not meant to be.
    if (text.length <= 40) return symbolText(text)
  }
  const classes = element.getAttribute('class')
  if (!classes || !/math|tex|mjx/i.test(classes)) return undefined
  const tokens = classes.split(/\s+/)
  if (tokens.includes('MathJax_Preview')) return previewText(element)
  if (tokens.some((token) => holders.has(token))) return holderText(element, formulas)
  if (element.childElementCount === 0 && tokens.some((token) => texHolders.has(token))) {
    const text = element.textContent ?? ''
    return looksLikeTex(text) ? texText(text) : undefined
  }
  return undefined
}

const mathElement = 'math, mml\\:math'

function isMathScript(element: Element | null): element is Element {
  return element?.localName === 'script' && (element.getAttribute('type') ?? '').startsWith('math/')
}

/** The script with the source of a drawn copy, which stands after it or after the box around it. */
function scriptAfter(element: Element): Element | undefined {
  for (
    let at: Element | null = element, up = 0;
    at && !isForm(at) && up < 2;
    at = at.parentElement, up++
  ) {
    let next = at.nextElementSibling
    while (next && !isForm(next) && /\bMathJax/.test(next.getAttribute('class') ?? ''))
      next = next.nextElementSibling
    if (isMathScript(next)) return next
    if (at.parentElement?.childElementCount !== 1 && !isDisplay(at.parentElement)) return undefined
  }
  return undefined
}

function isDisplay(element: Element | null): boolean {
  if (!element || isForm(element)) return false
  return /\b(?:MathJax_(?:SVG_)?Display|MJXc-display)\b/.test(element.getAttribute('class') ?? '')
}

function scriptText(script: Element, formulas?: Formulas): string {
  if (!isMathScript(script)) return ''
  const source = script.textContent ?? ''
  const drawn = script.previousElementSibling
  const isTex = /tex/i.test(script.getAttribute('type') ?? '')
  if (
    !drawn ||
    isForm(drawn) ||
    !isTex ||
    !/\b(?:MathJax|mjx|MJX)/.test(drawn.getAttribute('class') ?? '')
  )
    return mathSource(script, formulas)
  const copy = drawn.querySelector(mathElement)
  if (copy) return mathText(copy, formulas, source)
  const written = drawn.matches('[data-mathml]') ? drawn : drawn.querySelector('[data-mathml]')
  const mathml = written?.getAttribute('data-mathml')
  return (mathml && mathmlText(mathml, formulas, source)) || texText(source)
}

function previewText(preview: Element): string {
  // Where the script never ran, the preview is all there is.
  return preview.nextElementSibling ? '' : (preview.textContent ?? '')
}

function holderText(holder: Element, formulas?: Formulas): string | undefined {
  if (scriptAfter(holder)) return ''
  const copy = holder.querySelector(mathElement)
  if (copy) return mathText(copy, formulas)
  const mathml = holder.getAttribute('data-mathml')
  const read = mathml ? mathmlText(mathml, formulas) : undefined
  if (read !== undefined) return read
  const tex = (holder.querySelector('[data-latex]:not(form)') ?? holder).getAttribute('data-latex')
  if (tex) return texText(tex)
  const image = holder.querySelector('img')
  if (image) return imageText(image)
  return holder.localName === 'mjx-container' ? drawnText(holder) : undefined
}

/** The characters that MathJax 3 draws by style sheet or outline: their code points are in a class or in `data-c`. */
function drawnText(holder: Element): string {
  let text = ''
  for (const each of holder.querySelectorAll('mjx-c, [data-c]:not(form)')) {
    const code =
      each.getAttribute('data-c') ??
      /\bmjx-c([\dA-F]{2,6})\b/.exec(each.getAttribute('class') ?? '')?.[1]
    const point = Number.parseInt(code ?? '', 16)
    if (point > 0x20 && point <= 0x10ffff) text += String.fromCodePoint(point).normalize('NFKC')
  }
  return text === '' ? (holder.getAttribute('aria-label') ?? '') : text
}

function imageText(image: Element): string {
  if (isMathScript(image.nextElementSibling)) return ''
  if (isMathScript(image.parentElement?.nextElementSibling ?? null)) return ''
  // Cambridge and Atypon keep the picture beside the source, hidden by a style sheet.
  const around = image.closest('.alternatives, .inline-formula')
  if (around && !isForm(around) && around.querySelector(`${mathElement}, .tex-math, .mathjax-tex`))
    return ''
  const glyph = glyphOfImage(image)
  if (glyph !== undefined) return glyph
  const alt = (image.getAttribute('alt') ?? '').trim()
  if (alt === '' || alt.length > 2000) return ''
  if (isDelimitedTex(alt)) return texText(alt)
  const classes = image.getAttribute('class') ?? ''
  if (!formulaName.test(classes) && !formulaName.test(image.getAttribute('src') ?? '')) return ''
  if (looksLikeTex(alt)) return texText(alt)
  // An `alt` in words says that there is a formula, not which: "Equation (1)", "Inline graphic".
  return formulaName.test(classes) && !/\p{L}{4,}/u.test(alt) ? alt : ''
}

const formulaName = /\b(?:tex|latex|math|mwe-math|eqn?|ieqn?|eqin|equation|formula|inline-formula)/i
