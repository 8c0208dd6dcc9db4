import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { texOf } from '../../src/formats/bibtex-escape.ts'
import { bareTex, isDelimitedTex, looksLikeTex, texText } from '../../src/text/tex.ts'
import { growsLinearly, repeated, untilMeasured } from '../support/grows.ts'

describe('texText', () => {
  test.each([
    // letters, numbers, units
    ['$5$', '5'],
    ['$\\alpha$', 'α'],
    ['\\(\\sim\\)', '∼'],
    ['10^{6}', '10<sup>6</sup>'],
    ['_2', '<sub>2</sub>'],
    ['{}^{14}\\mathrm{C}', '<sup>14</sup>C'],
    ['\\mathrm{Cu}_2\\mathrm{OSeO}_3', 'Cu<sub>2</sub>OSeO<sub>3</sub>'],
    ['\\ce{Ca(OH)2}', 'Ca(OH)<sub>2</sub>'],
    ['5\\%', '5%'],
    ['90^\\circ', '90°'],
    ['1.34\\times 10^{21}\\,\\mathrm{cm}^{-3}', '1.34×10<sup>21</sup> cm<sup>−3</sup>'],
    ['-5', '−5'],
    // relations stand off, as in running text
    ['p<0.05', 'p < 0.05'],
    ['H_0=68.5\\pm3.5', 'H<sub>0</sub> = 68.5±3.5'],
    ['\\gtrsim 5', '≳5'],
    ['x_{i=1}', 'x<sub>i=1</sub>'],
    // functions
    ['O(n\\log n)', 'O(n log n)'],
    ['\\log_2 n', 'log<sub>2</sub> n'],
    ['\\sin(x)', 'sin(x)'],
    ['\\operatorname{rank}A', 'rank A'],
    // alphabets, accents, primes
    ['\\mathbb{R}^n', 'ℝ<sup>n</sup>'],
    ['\\mathcal{O}(n)', '𝒪(n)'],
    ['\\bar{x}', 'x̄'],
    ['\\vec v', 'v⃗'],
    ["f''(x)", 'f′′(x)'],
    ['\\eta^\\prime', 'η′'],
    // fractions and roots: brackets where a factor touches
    ['\\frac{a+b}{c}', '(a+b)/c'],
    ['\\frac{1}{2}x', '(1/2)x'],
    ['\\frac{v_d}{c^2}', 'v<sub>d</sub>/c<sup>2</sup>'],
    ['\\sqrt{2}', '√2'],
    ['\\sqrt{2}x', '√(2)x'],
    ['x\\sqrt[3]{a+1}', 'x∛(a+1)'],
    // text, fonts and sizes that change nothing
    ['\\text{if } x', 'if x'],
    ['\\textit{Fermi}', '<i>Fermi</i>'],
    ['T_{\\rm eff}', 'T<sub>eff</sub>'],
    ['x^\\mathsf{T}y', 'x<sup>T</sup>y'],
    ['{\\displaystyle x_{i}}', 'x<sub>i</sub>'],
    ['f\\left(x\\right)', 'f(x)'],
    ['\\left.x\\right|', 'x|'],
    ['f(x,y)', 'f(x, y)'],
    ['1,000', '1,000'],
  ])('%s reads %s', (tex, text) => expect(texText(tex)).toBe(text))

  test.each([
    ['limits', '\\sum_{i=1}^n x_i'],
    ['a script on a script', 'e^{-x^2}'],
    ['a long fraction', '\\frac{a+b+c+d+e+f+g+h+k}{c}'],
    ['a fraction of fractions', '\\frac{\\frac{a}{b}}{c}'],
    ['an accent over more than a letter', '\\hat{xy}'],
    ['a matrix', '\\begin{matrix}a&b\\end{matrix}'],
    ['a command that we do not know', '\\unheard{x}'],
    ['what is not whole', 'x_'],
    ['a brace too many', 'x}'],
    ['a brace too few', '\\frac{a'],
    ['an argument that is missing', '\\sqrt'],
    ['a nest of groups', `${'{'.repeat(20)}x${'}'.repeat(20)}`],
  ])('%s stays TeX', (_name, tex) => expect(texText(`$${tex}$`)).toBe(`$${tex}$`))

  test('TeX that stays is on one line, without comments', () => {
    expect(texText('\\sum_{i}\n  x_i % the sum\n+ 5\\%')).toBe('$\\sum_{i} x_i + 5\\%$')
    expect(texText('5%')).toBe('5%')
  })

  test('a whole LaTeX document is read for its formula', () => {
    const document =
      '\\documentclass[12pt]{minimal}\n\\usepackage{amsmath}\n\\begin{document}$$\\beta_1$$\\end{document}'
    expect(texText(document)).toBe('β<sub>1</sub>')
  })

  test('never makes a tag of ours with what was a relation', () => {
    expect(texText('a<i>b')).toBe('a < i > b')
    expect(texText('x_{a<i>b}')).not.toMatch(/<i>/)
    expect(texText('\\sum_a<i>b')).toBe('$\\sum_a< i>b$')
  })

  test('what stays TeX goes into BibTeX as it is', () => {
    for (const tex of ['\\sum_{i=1}^{n} x_i', 'e^{-x^2}', '\\frac{\\frac{a}{b}}{c}'])
      expect(texOf(texText(tex))).toBe(`$${tex}$`)
  })

  test('any source gives a text with whole tags and all its letters and digits', () => {
    const part = fc.constantFrom(
      ...'a b X 1 2 { } _ ^ \\alpha \\frac \\sqrt \\left \\right ( ) [ ] \\text \\mathrm \\hat & $ % ~ < > i'.split(
        ' ',
      ),
    )
    fc.assert(
      fc.property(fc.array(part, { maxLength: 25 }), (parts) => {
        const source = parts.join('')
        const text = texText(source)
        const open: string[] = []
        for (const [, slash, tag] of text.startsWith('$')
          ? []
          : text.matchAll(/<(\/?)(sub|sup|i)>/g)) {
          if (!slash) open.push(tag ?? '')
          else expect(open.pop()).toBe(tag)
        }
        expect(open).toEqual([])
        const letters = (of: string): string =>
          of
            .replace(/<\/?(?:sub|sup|i)>/g, '')
            .replace(/\\[a-z]+/g, '')
            .normalize('NFD')
            .replace(/[^abiX12]/g, '')
            .split('')
            .sort()
            .join('')
        if (!text.startsWith('$')) expect(letters(text)).toBe(letters(source))
      }),
      { numRuns: 500 },
    )
  })

  test.each([
    '{',
    '\\frac',
    '_',
    "x'",
    '$',
    '\\begin{document}',
    '%',
    '\\',
    ' ',
    '{\\displaystyle ',
    '\\(',
  ])('ten times as much of %s takes ten times as long', untilMeasured, (part) =>
    growsLinearly(repeated(part), (source) => [
      texText(source),
      bareTex(source),
      looksLikeTex(source),
      isDelimitedTex(source),
    ]),
  )
})

test('looksLikeTex tells TeX from words', () => {
  for (const tex of ['$x$', '\\(x\\)', '\\alpha', 'x_{1}']) expect(looksLikeTex(tex)).toBe(true)
  for (const words of ['Equation (1)', 'snake_case', '$5', 'x^2', 'C:\\'])
    expect(looksLikeTex(words)).toBe(false)
})
