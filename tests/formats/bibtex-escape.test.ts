import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { titleTex } from '../../src/formats/bibtex-case.ts'
import { texOf, verbatim } from '../../src/formats/bibtex-escape.ts'
import { isPlainMath } from '../../src/formats/bibtex-math.ts'
import { namesTex } from '../../src/formats/bibtex-names.ts'
import { lineOfTex } from '../../src/formats/bibtex-text.ts'
import { growsLinearly, repeated, untilMeasured } from '../support/grows.ts'
import { texBracesBalance } from './strict-bibtex.ts'

describe('texOf', () => {
  it.each([
    ['100 % & #1 a_b', '100 \\% \\& \\#1 a\\_b'],
    ['a < b > c', 'a $<$ b $>$ c'],
    ['a<>b', ['a$<$', '$>$b'].join('{}')],
    ['~ ^ \\', '\\textasciitilde{} \\textasciicircum{} \\textbackslash{}'],
    ['{a} {b{c}}', '\\{a\\} \\{b\\{c\\}\\}'],
    ['} {', '\\vphantom{\\{}\\} \\{\\vphantom{\\}}'],
    ['a { b', 'a \\{\\vphantom{\\}} b'],
    ['\\input{/etc/passwd}', '\\textbackslash{}input\\{/etc/passwd\\}'],
    ['\\write18{rm}}', '\\textbackslash{}write18\\{rm\\}\\vphantom{\\{}\\}'],
    ['“é” ≤ α 王 🧬 | "', '“é” ≤ α 王 🧬 | "'],
    ['\u0000a\u202eb\ud800\u00a0\n c', 'ab c'],
  ])('%j', (text, tex) => {
    expect(texOf(text)).toBe(tex)
  })
  it.each([
    ['<i>Fagus</i> & H<sub>2</sub>O', '\\textit{Fagus} \\& H$_{\\textrm{2}}$O'],
    ['x<sub>1</sub><sup>2</sup>', ['x$_{\\textrm{1}}$', '$^{\\textrm{2}}$'].join('{}')],
    ['<b><sc>ab</sc></b>', '\\textbf{\\textsc{ab}}'],
    ['<i>open', '$<$i$>$open'],
    ['close</i>', 'close$<$/i$>$'],
    ['<i><b>x</i></b>', '$<$i$>$\\textbf{x$<$/i$>$}'],
    ['<script>x</script>', '$<$script$>$x$<$/script$>$'],
    ['<i>{</i>}', '\\textit{\\{}\\}'],
    ['p < 0.05 in <i>Fagus</i> > 1', 'p $<$ 0.05 in \\textit{Fagus} $>$ 1'],
  ])('markup %s', (text, tex) => {
    expect(texOf(text)).toBe(tex)
  })
  it.each([
    ['in $O(n^2)$ time', 'in $O(n^2)$ time'],
    ['$5 and $10', '\\$5 and \\$10'],
    ['$5-$10', '\\$5-\\$10'],
    ['costs $5, rate $\\alpha$', 'costs \\$5, rate $\\alpha$'],
    ['$\\input{x}$', '\\$\\textbackslash{}input\\{x\\}\\$'],
    ['$a_{1$ and {', '\\$a\\_\\{\\vphantom{\\}}1\\$ and \\{\\vphantom{\\}}'],
  ])('formulas %s', (text, tex) => {
    expect(texOf(text)).toBe(tex)
  })
})

describe('isPlainMath', () => {
  it.each([
    'N',
    'n=3',
    'O(n)',
    'x_1^2',
    '\\mathcal{O}(\\sqrt{n})',
    '\\frac{1}{2}',
    '\\left( \\frac ab \\right]',
    '\\{0,1\\}^n',
    'H_{\\text{for all } x}',
    '\\alpha\\leq 1',
    'x^{-1}',
    "f'=1",
    'x^2 + y_1 \\leq 5',
    'O(n \\log n)',
    'p < 0.05',
    'RMSE = 0.5',
    '\\mathrm{for all} x > 0',
    'n = 5, m = 6',
    '5 < x',
  ])('keeps %s', (source) => {
    expect(isPlainMath(source)).toBe(true)
  })
  it.each([
    '',
    ' x=1',
    'cat',
    '5',
    'a_b_c',
    'a^^M',
    'a_',
    '_',
    '\\input x',
    '\\write18{x}',
    '\\catcode`\\{=1',
    '\\def\\a{b}',
    '\\frac{1}',
    '\\left(',
    '\\right)=',
    'a_{1',
    'a_1}',
    '\\}=\\{',
    'a=1%',
    'a=#1',
    'a=b\\\\c',
    '\\sqrt[3]{x}',
    'é=1',
    '5 per day (p<0.05) versus US',
    '5 and p<0.05 for',
    '7, x = 5, rising',
    '5 to 10 <',
    'total costs=5',
    '<i>x</i>',
    `${'{'.repeat(30)}a=1${'}'.repeat(30)}`,
  ])('refuses %s', (source) => {
    expect(isPlainMath(source)).toBe(false)
  })
})

describe('titleTex', () => {
  it.each([
    ['Mapping mRNA in dust', 'Mapping {mRNA} in dust'],
    ['Deep learning for tides', 'Deep learning for tides'],
    ['DNA repair (in Kiel)', '{DNA} repair (in {Kiel})'],
    ['Tides: A review', 'Tides: {A} review'],
    ['Tides: a review of E. coli', 'Tides: {a} review of {E}. {coli}'],
    ['iPhones and dust', '{iPhones} and dust'],
    ['Effects of SARS-CoV-2 and pH', 'Effects of {SARS-CoV-2} and {pH}'],
    [
      'Deep Learning Maps the mRNA of E. Coli and H5N1 by B-Cell Counts',
      'Deep Learning Maps the {mRNA} of {E}. Coli and {H5N1} by {B-Cell} Counts',
    ],
    ['A Study of Dust', 'A Study of Dust'],
    ['Roots of <i>Fagus sylvatica</i> Trees', 'Roots of {{\\textit{Fagus sylvatica}}} Trees'],
    ['TIDES OF THE NORTH', 'TIDES OF THE NORTH'],
    ['Roots of <i>Fagus sylvatica</i> trees', 'Roots of {{\\textit{Fagus sylvatica}}} trees'],
    ['States of H<sub>2</sub>O here', 'States of {H$_{\\textrm{2}}$O} here'],
    ['Sorting in $O(n \\log n)$ steps', 'Sorting in {$O(n \\log n)$} steps'],
    ['Sets {A, b} and R&D', 'Sets \\{{A}, b\\} and {R\\&D}'],
  ])('%s', (title, tex) => {
    expect(titleTex(title, undefined)).toBe(tex)
  })
  it('keeps the capitals of other languages, which BibTeX would lower as well', () => {
    expect(titleTex('Der Einfluss des Mondes auf mRNA', 'de')).toBe(
      'Der {Einfluss} des {Mondes} auf {mRNA}',
    )
    expect(titleTex('Neue Wege Zur Ruhe', 'de-AT')).toBe('Neue {Wege} {Zur} {Ruhe}')
    expect(titleTex('New Ways Towards RNA', 'en-GB')).toBe('New Ways Towards {RNA}')
  })
})

describe('namesTex', () => {
  it.each([
    [
      [{ family: 'Smith', given: 'Jane' }, { literal: 'Food and Dust Office' }],
      'Smith, Jane and {Food and Dust Office}',
    ],
    [
      [{ family: 'Berg', given: 'Jan', 'non-dropping-particle': 'van der', suffix: 'Jr.' }],
      'van der Berg, Jr., Jan',
    ],
    [[{ family: 'Humboldt', given: 'A.', 'dropping-particle': 'von' }], 'von Humboldt, A.'],
    [[{ family: 'García Márquez', given: 'G.' }], 'García Márquez, G.'],
    [[{ family: 'García Márquez' }], '{García Márquez}'],
    [[{ family: 'Plato' }], 'Plato'],
    [[{ family: 'others' }], '{others}'],
    [[{ family: 'Smith and Sons', given: 'A, B' }], '{Smith and Sons}, {A, B}'],
    [
      [{ family: 'A}', given: '{B' }, { family: '\u0000' }, {}],
      'A\\vphantom{\\{}\\}, \\{\\vphantom{\\}}B',
    ],
    [[{ family: '王', given: '小明' }], '王, 小明'],
  ])('%j', (names, tex) => {
    expect(namesTex(names)).toBe(tex)
  })
})

describe('verbatim', () => {
  it('encodes only what would break the entry', () => {
    expect(verbatim(' https://example.org/a_b%20c?d=#e {f}\\g\n')).toBe(
      'https://example.org/a_b%20c?d=#e%20%7Bf%7D%5Cg',
    )
  })
})

describe('braces', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 10 }),
    fc.constantFrom('toString', '__proto__'),
    fc.constantFrom(
      '{',
      '}',
      '\\',
      '$',
      '<i>',
      '</i>',
      '<sub>',
      '</sub>',
      '\\{',
      '$x_{',
      '}$',
      ' ',
      'Aa',
      '%',
      '\\left(',
      '$\\{$',
    ),
  )
  const text = fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join(''))
  const rawBalance = (value: string): number => {
    let depth = 0
    for (const brace of value.match(/[{}]/g) ?? []) {
      depth += brace === '{' ? 1 : -1
      if (depth < 0) return depth
    }
    return depth
  }
  it('balance for BibTeX and for TeX, whatever the text', () => {
    fc.assert(
      fc.property(text, text, (one, two) => {
        for (const tex of [
          texOf(one),
          titleTex(one, undefined),
          verbatim(one),
          namesTex([{ family: one, given: two }, { literal: two }]),
        ]) {
          expect(rawBalance(tex), tex).toBe(0)
          expect(texBracesBalance(tex), tex).toBe(true)
        }
      }),
      { numRuns: 1000 },
    )
  })
  it('leaves no command that is not ours, and none of % # & bare', () => {
    const ours = /\\(?:text(?:backslash|ascii(?:tilde|circum)|it|bf|sc|rm)|vphantom|[%&#_${}])/g
    fc.assert(
      fc.property(text, (one) => {
        const left = texOf(one.replaceAll('$', ''))
          .replace(ours, '')
          .replace(/\$[<>]\$|\$[_^](?=\{)|\$/g, '')
        expect(left).not.toMatch(/[\\%#&~^_]/)
      }),
      { numRuns: 1000 },
    )
  })
  it('are found in linear time', untilMeasured, async () => {
    for (const unit of ['$', '{', '<i>', '$x', '\\', 'A ', '$\\left(']) {
      await growsLinearly(repeated(unit), texOf, 2_000)
      await growsLinearly(repeated(unit), (text) => titleTex(text, undefined), 2_000)
    }
  })
})

it('takes prices around a sentence for prices, and gives them back', () => {
  const text = 'Costs were $5 per day (p<0.05) versus US$ 6 otherwise.'
  expect(texOf(text)).toBe('Costs were \\$5 per day (p$<$0.05) versus US\\$ 6 otherwise.')
  expect(lineOfTex(texOf(text))).toBe(text)
  expect(lineOfTex(text)).toBe(text)
})
