import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { toLatex } from '../../src/capture/mathematics.ts'
import { texOf } from '../../src/formats/bibtex-escape.ts'
import { latexOf } from '../../src/text/latex.ts'
import { parseMathml } from '../../src/text/mathml-tree.ts'
import { growsLinearly, untilMeasured } from '../support/grows.ts'

const latex = (mathml: string): string | undefined => {
  const tree = parseMathml(`<math>${mathml}</math>`)
  return tree && toLatex(tree)
}
const token = (name: string, text: string): string => `<${name}>${text}</${name}>`

describe('toLatex', () => {
  test.each([
    [
      'a sum',
      '<munderover><mo>∑</mo><mrow><mi>i</mi><mo>=</mo><mn>1</mn></mrow><mi>n</mi></munderover><msub><mi>x</mi><mi>i</mi></msub>',
      '\\sum_{i = 1}^{n} x_{i}',
    ],
    [
      'a limit',
      '<munder><mi>lim</mi><mrow><mi>n</mi><mo>→</mo><mi>∞</mi></mrow></munder><mi>f</mi>',
      '\\lim_{n \\to \\infty} f',
    ],
    [
      'a fraction of fractions',
      '<mfrac><mfrac><mi>a</mi><mi>b</mi></mfrac><mi>c</mi></mfrac>',
      '\\frac{\\frac{a}{b}}{c}',
    ],
    ['a root', '<mroot><mi>x</mi><mn>5</mn></mroot>', '\\sqrt[5]{x}'],
    [
      'a matrix in its brackets',
      '<mi>A</mi><mo>=</mo><mo>[</mo><mtable><mtr><mtd><mn>1</mn></mtd><mtd><mn>0</mn></mtd></mtr></mtable><mo>]</mo>',
      'A = \\begin{bmatrix} 1 & 0 \\end{bmatrix}',
    ],
    [
      'cases',
      '<mo>{</mo><mtable><mtr><mtd><mi>a</mi></mtd><mtd><mtext>if </mtext><mi>x</mi></mtd></mtr><mtr><mtd><mi>b</mi></mtd></mtr></mtable>',
      '\\begin{cases} a & \\text{if } x \\\\ b \\end{cases}',
    ],
    [
      'a binomial',
      '<mo>(</mo><mfrac linethickness="0"><mi>n</mi><mi>k</mi></mfrac><mo>)</mo>',
      '\\binom{n}{k}',
    ],
    [
      'accents',
      '<mover><mi>x</mi><mo>˙</mo></mover><mover><mrow><mi>A</mi><mi>B</mi></mrow><mo>→</mo></mover>',
      '\\dot{x} \\overrightarrow{A B}',
    ],
    [
      'a remark under a brace',
      '<munder><munder><mi>a</mi><mo>⏟</mo></munder><mi>n</mi></munder>',
      '\\underset{n}{{\\underbrace{a}}}',
    ],
    [
      'scripts on both sides',
      '<mmultiscripts><mi>C</mi><mprescripts/><mn>6</mn><mn>14</mn></mmultiscripts>',
      '{}_{6}^{14}C',
    ],
    // What the library alone gets wrong.
    [
      'signs that look alike',
      '<mi>a</mi><mo>≲</mo><mi>b</mi><mo>≤</mo><mi>c</mi><mo>≳</mo><mi>d</mi>',
      'a \\lesssim b \\leq c \\gtrsim d',
    ],
    ['signs of TeX', '<mi>a</mi><mo>_</mo><mo>%</mo><mo>$</mo><mo>{</mo>', 'a \\_ \\% \\$ \\{'],
    [
      'a base without brackets',
      '<msup><mrow><mi>a</mi><mi>b</mi></mrow><mn>2</mn></msup>',
      '{a b}^{2}',
    ],
    ['elements that are not known', '<mi>x</mi><odd><mi>y</mi></odd><ms>z</ms>', 'x y z'],
    [
      'names and words',
      '<mi>Cu</mi><mi>sin</mi><mo>&#x2061;</mo><mi>x</mi><mtext>a_b c</mtext>',
      '\\mathrm{Cu} \\sin x \\text{a\\_b c}',
    ],
    [
      'alphabets',
      '<mi mathvariant="double-struck">R</mi><mi>ℝ</mi><mi>𝒪</mi><mi>𝐱</mi><mi mathvariant="bold">k</mi>',
      '\\mathbb{R} \\mathbb{R} \\mathcal{O} \\mathbf{x} \\mathbf{k}',
    ],
  ])('writes %s', (_name, mathml, expected) => expect(latex(mathml)).toBe(expected))

  test('is undefined where the layout loses or doubles a letter, or fails', () => {
    const tree = parseMathml('<math><mi>a</mi><mi>b</mi></math>')
    const by = (layout: (mathml: string) => string): string | undefined =>
      tree && latexOf(tree, layout)
    const leaves = (mathml: string): string[] => mathml.match(/[\ue000-\uf8ff]/g) ?? []
    expect(by((mathml) => leaves(mathml).join(' '))).toBe('a b')
    expect(by((mathml) => leaves(mathml).slice(1).join(' '))).toBeUndefined()
    expect(by((mathml) => `${leaves(mathml).join(' ')} ${leaves(mathml)[0]}`)).toBeUndefined()
    expect(
      by(() => {
        throw new Error('no')
      }),
    ).toBeUndefined()
  })

  test('loses no letter and doubles none, whatever the tree', () => {
    const { tree } = fc.letrec<{ tree: string }>((tie) => ({
      tree: fc.oneof(
        { maxDepth: 5, withCrossShrink: true },
        fc.constantFrom(...'abcdxyz').map((letter) => token('mi', letter)),
        fc
          .tuple(
            fc.constantFrom('msup', 'msub', 'mfrac', 'munder', 'mover', 'mroot'),
            tie('tree'),
            tie('tree'),
          )
          .map(([name, a, b]) => token(name, a + b)),
        fc
          .tuple(fc.constantFrom('msubsup', 'munderover'), tie('tree'), tie('tree'), tie('tree'))
          .map(([name, a, b, c]) => token(name, a + b + c)),
        fc
          .tuple(
            fc.constantFrom('mrow', 'msqrt', 'mfenced', 'odd', 'mstyle'),
            tie('tree'),
            tie('tree'),
          )
          .map(([name, a, b]) => token(name, a + b)),
        fc
          .tuple(tie('tree'), tie('tree'))
          .map(([a, b]) => token('mtable', token('mtr', token('mtd', a) + token('mtd', b)))),
      ),
    }))
    const letters = (of: string): string => (of.match(/[abcdxyz]/g) ?? []).sort().join('')
    fc.assert(
      fc.property(tree, (mathml) => {
        const written = latex(mathml)
        expect(written).toBeDefined()
        const bare = (written ?? '').replace(/\\(?:begin|end)\{\w+\}|\\[A-Za-z]+/g, '')
        expect(letters(bare)).toBe(letters(mathml.replace(/<[^>]*>/g, '')))
      }),
      { numRuns: 200 },
    )
  })

  test('common formulas go into BibTeX as they are', () => {
    for (const mathml of [
      '<munderover><mo>∑</mo><mi>i</mi><mi>n</mi></munderover><msub><mi>x</mi><mi>i</mi></msub>',
      '<mfrac><mfrac><mi>a</mi><mi>b</mi></mfrac><mi>c</mi></mfrac>',
      '<msup><mi>e</mi><mrow><mo>−</mo><msup><mi>x</mi><mn>2</mn></msup></mrow></msup>',
    ]) {
      const written = `$${latex(mathml)}$`
      expect(texOf(written)).toBe(written)
    }
  })

  test(
    'a formula of thousands of parts is written or refused in time that grows with it',
    untilMeasured,
    async () => {
      expect(latex('<mi>x</mi>'.repeat(7000))).toBeUndefined()
      expect(latex(`${'<mrow>'.repeat(90)}<mi>x</mi>`)).toBeUndefined()
      const fraction = '<mfrac><mi>a</mi><mi>b</mi></mfrac>'
      expect(latex(fraction.repeat(500))).toBeDefined()
      await growsLinearly((parts) => fraction.repeat(parts), latex, 50)
      await growsLinearly((parts) => '<mi>x</mi>'.repeat(parts), latex, 700)
    },
  )
})
