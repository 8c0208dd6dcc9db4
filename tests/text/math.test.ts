import { describe, expect, test } from 'vitest'
import { type Formulas, mathmlText, mathText, wantsLatex } from '../../src/text/math.ts'
import { parseMathml } from '../../src/text/mathml-tree.ts'
import { growsLinearly, repeated, untilMeasured } from '../support/grows.ts'
import { documentOf } from '../support/page.ts'

const text = (mathml: string, formulas?: Formulas): string =>
  mathmlText(`<math>${mathml}</math>`, formulas) ?? ''

describe('MathML in a line', () => {
  test.each([
    ['<msub><mi>H</mi><mn>2</mn></msub><mi>O</mi>', 'H<sub>2</sub>O'],
    ['<msubsup><mi>x</mi><mi>i</mi><mn>2</mn></msubsup>', 'x<sub>i</sub><sup>2</sup>'],
    ['<msup><mi>T</mi><mo>∘</mo></msup>', 'T°'],
    ['<msup><mi>f</mi><mo>′</mo></msup><mo>(</mo><mi>x</mi><mo>)</mo>', 'f′(x)'],
    ['<mn>0.1</mn><mo>≲</mo><mi>z</mi><mo>&lt;</mo><mn>1.2</mn>', '0.1 ≲ z < 1.2'],
    ['<mi>n</mi><mi>log</mi><mo>&#x2061;</mo><mi>n</mi>', 'n log n'],
    ['<mi>f</mi><mo>&#x2061;</mo><mo>(</mo><mi>x</mi><mo>)</mo>', 'f(x)'],
    ['<mn>2</mn><mo>&#x2062;</mo><mi>x</mi>', '2x'],
    ['<mo>-</mo><mn>5</mn>', '−5'],
    ['<mfrac><mn>1</mn><mn>2</mn></mfrac><mi>x</mi>', '(1/2)x'],
    ['<msqrt><mi>a</mi><mo>+</mo><mi>b</mi></msqrt>', '√(a+b)'],
    ['<mover accent="true"><mi>x</mi><mo>¯</mo></mover>', 'x̄'],
    ['<mover><mi>v</mi><mo>→</mo></mover>', 'v⃗'],
    ['<mfenced open="[" separators=";"><mi>a</mi><mi>b</mi></mfenced>', '[a;b)'],
    ['<mmultiscripts><mi>C</mi><mprescripts/><none/><mn>14</mn></mmultiscripts>', '<sup>14</sup>C'],
    ['<mi mathvariant="double-struck">R</mi><mi>𝑥</mi>', 'ℝx'],
    ['<mtext>if </mtext><mi>x</mi>', 'if x'],
    ['<mn><mtext>u</mtext></mn><ms>v</ms><odd>w</odd>', 'uvw'],
    ['a<mi>b</mi>c', 'abc'],
    ['<mphantom><mi>x</mi></mphantom><mi>y</mi>', 'y'],
    ['<maction selection="2"><mi>a</mi><mi>b</mi></maction>', 'b'],
    ['<mi>a</mi><mo>&lt;</mo><mi>i</mi><mo>&gt;</mo>', 'a < i>'],
    [
      '<semantics><mi>x</mi><annotation encoding="application/x-tex">\\xi</annotation></semantics>',
      'x',
    ],
  ])('%s reads %s', (mathml, expected) => expect(text(mathml)).toBe(expected))

  test('prefixed MathML in a page is MathML', () => {
    const { body } = documentOf(
      '<mml:math><mml:msup><mml:mi>x</mml:mi><mml:mn>2</mml:mn></mml:msup></mml:math>',
    )
    const math = body.firstElementChild
    expect(math && mathText(math)).toBe('x<sup>2</sup>')
  })
})

const sum =
  '<munderover><mo>∑</mo><mrow><mi>i</mi><mo>=</mo><mn>1</mn></mrow><mi>n</mi></munderover><msub><mi>x</mi><mi>i</mi></msub>'

describe('MathML that a line cannot show', () => {
  test.each([
    ['limits', sum],
    ['a matrix', '<mtable><mtr><mtd><mn>1</mn></mtd></mtr></mtable>'],
    ['a script on a script', '<msup><mi>e</mi><msup><mi>x</mi><mn>2</mn></msup></msup>'],
    ['a fraction of fractions', '<mfrac><mfrac><mi>a</mi><mi>b</mi></mfrac><mi>c</mi></mfrac>'],
    [
      'an accent over more than a letter',
      '<mover><mrow><mi>A</mi><mi>B</mi></mrow><mo>→</mo></mover>',
    ],
    ['a binomial', '<mfrac linethickness="0"><mi>n</mi><mi>k</mi></mfrac>'],
  ])('%s asks for LaTeX', (_name, mathml) => {
    const formulas: Formulas = { inLine: [] }
    const line = text(mathml, formulas)
    expect(formulas.inLine).toEqual([line])
    expect(wantsLatex(formulas, [undefined, `We found ${line}.`])).toBe(true)
    expect(wantsLatex(formulas, ['We found nothing.'])).toBe(false)
    const written: Formulas = { inLine: [], toLatex: () => 'L' }
    expect(text(mathml, written)).toBe('$L$')
    expect(written.inLine).toEqual([])
  })

  test('what it reads is all there without LaTeX', () => {
    expect(text(sum)).toBe('∑<sub>i=1</sub><sup>n</sup>x<sub>i</sub>')
    expect(text(sum, { inLine: [], toLatex: () => undefined })).toBe(text(sum))
  })

  test('the TeX that the page gives comes before ours', () => {
    const formulas: Formulas = { inLine: [], toLatex: () => 'ours' }
    const annotated = `<semantics><mrow>${sum}</mrow><annotation encoding="application/x-tex">\\sum_i x_i</annotation></semantics>`
    expect(text(annotated, formulas)).toBe('$\\sum_i x_i$')
    expect(mathmlText(`<math alttext="\\sum_i x_i">${sum}</math>`, formulas)).toBe('$\\sum_i x_i$')
    expect(mathmlText(`<math alttext="the sum over i">${sum}</math>`, formulas)).toBe('$ours$')
    expect(formulas.inLine).toEqual([])
  })
})

describe('parseMathml', () => {
  test('reads attributes, references and ends that were left out', () => {
    expect(
      mathmlText("<math xmlns='x'><mrow><mi mathvariant='script'>L</mi><mo>&le;</mo><mn>1"),
    ).toBe('ℒ ≤ 1')
  })
  test('is undefined for what is none', () => {
    expect(parseMathml('x < y')).toBeUndefined()
    expect(parseMathml('<p>x</p>')).toBeUndefined()
  })
  test.each(['<mrow>', '<', '<mi a="', '</mrow>', '<!--', "<mi a='b' ", '&amp;'])(
    'ten times as much of %s takes ten times as long',
    untilMeasured,
    (part) => growsLinearly(repeated(part), (source) => mathmlText(`<math>${source}`)),
  )
})
