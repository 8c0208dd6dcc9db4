import { describe, expect, test } from 'vitest'
import { nameOf } from '../../src/text/element-name.ts'
import { formulaText } from '../../src/text/formula-text.ts'
import type { Formulas } from '../../src/text/math.ts'
import { collapse } from '../../src/text/space.ts'
import { documentOf } from '../support/page.ts'

/** A page's text with its formulas, by the plainest of walks. */
function read(html: string, formulas?: Formulas): string {
  const walk = (node: Node): string =>
    [...node.childNodes]
      .map((child) => {
        if (child.nodeType === 3) return child.nodeValue ?? ''
        const element = [...node.childNodes].includes(child)
          ? child.parentElement?.children
          : undefined
        const found = element && [...element].find((each) => each === child)
        return found ? (formulaText(found, nameOf(found), formulas) ?? walk(found)) : ''
      })
      .join('')
  return collapse(walk(documentOf(html).body))
}

const mathml = (inner: string): string =>
  `<math xmlns="http://www.w3.org/1998/Math/MathML">${inner}</math>`
const square = mathml('<msup><mi>x</mi><mn>2</mn></msup>')
const sum = mathml('<munder><mo>∑</mo><mi>i</mi></munder><mi>x</mi>')

describe('one formula of many copies is read once', () => {
  test.each([
    ['MathML', square],
    [
      'KaTeX',
      `<span class="katex-display"><span class="katex"><span class="katex-mathml">${mathml('<semantics><msup><mi>x</mi><mn>2</mn></msup><annotation encoding="application/x-tex">x^2</annotation></semantics>')}</span><span class="katex-html" aria-hidden="true"><span class="mord">x2</span></span></span></span>`,
    ],
    [
      'MathJax 3',
      `<mjx-container class="MathJax" jax="CHTML"><mjx-math class="MJX-TEX"><mjx-msup>x2</mjx-msup></mjx-math><mjx-assistive-mml unselectable="on">${square}</mjx-assistive-mml></mjx-container>`,
    ],
    [
      'MathJax 4',
      '<mjx-container class="MathJax" jax="SVG"><mjx-math data-latex="x^2"><svg><path></path></svg></mjx-math></mjx-container>',
    ],
    [
      'MathJax 2, drawn',
      `<span class="MathJax_Preview">[x]</span><span class="MathJax" id="MathJax-Element-1-Frame" data-mathml="&lt;math&gt;&lt;msup&gt;&lt;mi&gt;x&lt;/mi&gt;&lt;mn&gt;2&lt;/mn&gt;&lt;/msup&gt;&lt;/math&gt;"><nobr>x2</nobr><span class="MJX_Assistive_MathML" role="presentation">${square}</span></span><script type="math/tex" id="MathJax-Element-1">x^2</script>`,
    ],
    [
      'MathJax 2, displayed',
      '<span class="MathJax_Preview"></span><div class="MathJax_Display"><span class="MathJax"><nobr>x2</nobr></span></div><script type="math/tex; mode=display">x^2</script>',
    ],
    [
      'MathJax 2, not drawn',
      '<span class="MathJax_Preview">x2</span><script type="math/tex">x^2</script>',
    ],
    [
      'MathJax 2 from MathML',
      `<span class="MathJax_Preview"></span><span class="MathJax"><nobr>x2</nobr></span><script type="math/mml">${square}</script>`,
    ],
    [
      'an image and its source',
      '<span class="tex"><span class="texImage"><img src="e1.gif" alt="$x^2$ "></span><script type="math/tex">x^2</script></span>',
    ],
    [
      'an image beside hidden MathML',
      `<span class="mwe-math-element"><span class="mwe-math-mathml-inline" style="display: none;">${square}</span><img class="mwe-math-fallback-image-inline" alt="{\\displaystyle x^{2}}"></span>`,
    ],
    [
      'a line beside hidden MathML',
      `<span class="mathmlsrc"><span class="formulatext">x<sup>2</sup></span><span class="mathContainer hidden"><span class="mathCode">${square}</span></span></span>`,
    ],
    ['TeX in a span', '<span class="mathjax-tex">\\(x^2\\)</span>'],
    [
      'TeX beside an image',
      '<span class="inline-formula"><img alt="Formula" src="/e1-small.png"><span class="tex">$x^{2}$</span></span>',
    ],
    [
      'TeX in an element',
      '<inline-formula><tex-math notation="LaTeX">$x^{2}$</tex-math></inline-formula>',
    ],
    ['JATS with both', `<inline-formula><tex-math>$x^{2}$</tex-math>${square}</inline-formula>`],
    ['an image with TeX', '<img src="/tex/1.png" class="latex" alt="x^{2}">'],
    ['an image with TeX in dollars', '<img src="1.png" alt="$x^2$">'],
  ])('%s', (_name, html) => expect(read(`<p>for ${html} here</p>`)).toBe('for x<sup>2</sup> here'))

  test('two in a row are two', () => {
    const one = (tex: string): string =>
      `<span class="MathJax_Preview"></span><span class="MathJax"><nobr>${tex}</nobr></span><script type="math/tex">${tex}</script>`
    expect(read(`<p>${one('x')} and ${one('y')}</p>`)).toBe('x and y')
    expect(read(`<p>${one('x')}${one('y')}</p>`)).toBe('xy')
  })

  test('what MathJax drew without a word of source is read by its glyphs', () => {
    expect(
      read(
        '<p><mjx-container class="MathJax" jax="CHTML"><mjx-math><mjx-mi><mjx-c class="mjx-c1D465 TEX-I"></mjx-c></mjx-mi><mjx-mo><mjx-c class="mjx-c3D"></mjx-c></mjx-mo><mjx-mn><mjx-c class="mjx-c31"></mjx-c></mjx-mn></mjx-math></mjx-container></p>',
      ),
    ).toBe('x=1')
  })
})

describe('a formula that a line cannot show', () => {
  test('is the script’s TeX, not the MathML that was made of it', () => {
    const formulas: Formulas = { inLine: [], toLatex: () => 'ours' }
    expect(
      read(
        `<span class="MathJax"><span class="MJX_Assistive_MathML">${sum}</span></span><script type="math/tex">\\sum_i x</script>`,
        formulas,
      ),
    ).toBe('$\\sum_i x$')
  })
  test('is LaTeX, or a line and noted', () => {
    expect(read(sum, { inLine: [], toLatex: () => '\\sum_{i} x' })).toBe('$\\sum_{i} x$')
    const formulas: Formulas = { inLine: [] }
    expect(read(sum, formulas)).toBe('∑<sub>i</sub>x')
    expect(formulas.inLine).toEqual(['∑<sub>i</sub>x'])
  })
})

describe('what is no formula stays what it is', () => {
  test.each([
    [
      'a page whose body is marked for MathJax',
      '<div class="mathjax-enabled tex2jax_process"><p>One <math><mi>x</mi></math></p><p>two</p></div>',
      'One xtwo',
    ],
    ['TeX in plain text', '<p>arXiv has $x^2$ so</p>', 'arXiv has $x^2$ so'],
    ['an image of something', '<p>a<img src="/img/logo.png" alt="The Journal">b</p>', 'ab'],
    [
      'an image that only says that it is a formula',
      '<p>a<img class="inline-formula" src="e1.png" alt="Inline graphic">b</p>',
      'ab',
    ],
    ['a KaTeX error', '<p><span class="katex-error" title="x">\\oops</span></p>', '\\oops'],
    [
      'a page set in the Symbol font',
      `<font face="symbol">${'word '.repeat(10)}</font>`,
      'word '.repeat(10).trim(),
    ],
    ['a script', '<p>a<script>b</script></p>', 'a'],
  ])('%s', (_name, html, expected) => expect(read(html)).toBe(expected))
})

describe('signs of old pages', () => {
  test.each([
    [
      'the Symbol font',
      'TGF-<font face="Symbol">b</font>1 and <span style="font-family: Symbol">m</span>g',
      'TGF-β1 and μg',
    ],
    [
      'a sign in braces',
      '17<img src="/math/beta.gif" alt="{beta}" border="0">-estradiol',
      '17β-estradiol',
    ],
    ['a sign by its file', '<img src="/content/math/Delta.gif" alt="Delta">F508', 'ΔF508'],
  ])('%s', (_name, html, expected) => expect(read(html)).toBe(expected))
})
