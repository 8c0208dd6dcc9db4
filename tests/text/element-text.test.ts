import { describe, expect, test } from 'vitest'
import { elementText } from '../../src/text/element-text.ts'
import { readBlocks } from '../../src/text/outline.ts'
import { documentOf } from '../support/page.ts'

const blocks = (html: string): string[] =>
  readBlocks(documentOf(html).body).map((block) => block.text)
const text = (html: string): string => elementText(documentOf(html).body)

describe('readBlocks', () => {
  test.each([
    ['paragraphs', '<p>One.</p><p>Two.</p>', ['One.', 'Two.']],
    ['lines', 'One.<br>Two.', ['One.', 'Two.']],
    ['lists and tables', '<ul><li>a<li>b</ul><table><tr><td>c<td>d</table>', ['a', 'b', 'c', 'd']],
    ['text beside blocks', 'before<div>in</div>after', ['before', 'in', 'after']],
    ['white space', '<p>  a\n\t b&nbsp;c  </p>', ['a b c']],
    [
      'sub- and superscripts',
      '<p>H<sub>2</sub>O, 10<sup>6</sup>, <em>E. coli</em></p>',
      ['H<sub>2</sub>O, 10<sup>6</sup>, <i>E. coli</i>'],
    ],
    [
      'inline elements over a line break',
      '<p><i>one<br>two</i> three</p>',
      ['<i>one</i>', '<i>two</i> three'],
    ],
    ['nothing', '<p> </p><i> </i>', []],
    [
      'no scripts, styles or form values',
      '<script>x</script><style>y</style><textarea>z</textarea><p>a',
      ['a'],
    ],
  ])('reads %s', (_name, html, expected) => expect(blocks(html)).toEqual(expected))

  test('tells the run that a block begins with', () => {
    const lead = (html: string): string | undefined => readBlocks(documentOf(html).body)[0]?.lead
    expect(lead('<p><b>Background:</b> We …</p>')).toBe('Background:')
    expect(lead('<p><span class="label">Aims</span>We …</p>')).toBe('Aims')
    expect(lead('<p>We <b>never</b> …</p>')).toBeUndefined()
  })

  test('notes what it passed over, and why', () => {
    const [block] = readBlocks(
      documentOf('<p>alone<sup><a href="#r">1</a></sup>.</p>').body,
      (element) => (element.localName === 'sup' ? 'mark' : undefined),
    )
    expect(block).toMatchObject({ text: 'alone.', skipped: [{ reason: 'mark', text: '1' }] })
  })

  test.each([
    ['MathML', '<math><msub><mi>H</mi><mn>2</mn></msub><mi>O</mi></math>', 'H<sub>2</sub>O'],
    [
      'a fraction',
      '<math><mfrac><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow><mi>c</mi></mfrac></math>',
      '(a+b)/c',
    ],
    [
      'KaTeX',
      '<span class="katex"><span class="katex-mathml"><math><mi>x</mi><annotation encoding="application/x-tex">x</annotation></math></span><span class="katex-html">x</span></span>',
      'x',
    ],
    [
      'MathJax 2 with its source',
      '<span class="MathJax_Preview">x</span><span class="MathJax" data-mathml="<math/>"><nobr>x</nobr><span class="MJX_Assistive_MathML"><math><mi>x</mi></math></span></span><script type="math/tex">x</script>',
      'x',
    ],
    ['MathJax source alone', 'So <script type="math/tex">x^2</script>', 'So x<sup>2</sup>'],
    [
      'MathJax source before the first word',
      '<script type="math/tex">x^2</script> is',
      'x<sup>2</sup> is',
    ],
    [
      'MathJax 3',
      '<mjx-container><mjx-math></mjx-math><mjx-assistive-mml><math><mi>y</mi></math></mjx-assistive-mml></mjx-container>',
      'y',
    ],
  ])('reads %s once', (_name, html, expected) => expect(text(`<p>${html}</p>`)).toBe(expected))

  test('reads a form whose controls are named like its own properties', () => {
    const names = [
      'firstChild',
      'nextSibling',
      'parentNode',
      'localName',
      'nodeType',
      'textContent',
      'getAttribute',
      'matches',
    ]
    const form = `<form>${names.map((name) => `<input name="${name}">`).join('')}<p>inside</p></form><p>after</p>`
    expect(blocks(form)).toEqual(['inside', 'after'])
  })

  test('reads a deep page', () => {
    const document = documentOf('')
    let deepest: Element = document.body
    for (let depth = 0; depth < 600; depth++)
      deepest = deepest.appendChild(document.createElement('div'))
    deepest.textContent = 'deep'
    expect(readBlocks(document.body).map((block) => block.text)).toEqual(['deep'])
  })
})
