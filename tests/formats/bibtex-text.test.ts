import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { texOf } from '../../src/formats/bibtex-escape.ts'
import { lineOfTex, paragraphsOfTex } from '../../src/formats/bibtex-text.ts'
import { doiOfTex, verbatimOfTex } from '../../src/formats/bibtex-verbatim.ts'
import { collapse, tidy } from '../../src/text/space.ts'
import { growsLinearly, repeated, untilMeasured } from '../support/grows.ts'

describe('lineOfTex', () => {
  it.each([
    ['\\"o {\\"o} \\"{o} {\\"{o}} {\\" o}', 'ö ö ö ö ö'],
    ["\\'e {\\'e} \\'{e} {\\'{\\i}} {\\'\\i}", 'é é é í í'],
    [
      '\\`a \\^e \\~n \\=a \\.z \\u{g} \\v{c} \\v s \\H{o} \\c{c} \\k{a} \\r{a} \\d{s} \\b{d}',
      'à ê ñ ā ż ğ č š ő ç ą å ṣ ḏ',
    ],
    [
      '\\ss \\ss{} {\\ss}x \\o \\O{} \\aa{} \\AA \\ae{} \\OE{} \\l{} \\L \\i{} \\dj{} \\th{}',
      'ßß ßx øØ å Åæ Œ ł Łı đ þ',
    ],
    ['Stra{\\ss}e, Stra\\ss e, \\aa ngstr\\"om', 'Straße, Straße, ångström'],
    ['{\\v{S}}koda, {\\v S}koda, \\v{S}koda', 'Škoda, Škoda, Škoda'],
    ['\\={\\"a} \\t{oo}', 'ǟ o͡o'],
    ['\\~{} \\^{} \\textasciitilde{} \\textasciicircum{} \\textbackslash{}x', '~ ^ ~ ^ \\x'],
  ])('accents %s', (tex, text) => {
    expect(lineOfTex(tex)).toBe(text)
  })
  it.each([
    ["1--2 --- 3 ``so'' '90s", "1–2 — 3 “so” '90s"],
    ["a-{}-b '{}' `{}`", "a--b '' ``"],
    ['a~b\\ c\\,d\\;e\\\\f \\& \\% \\# \\_ \\$ \\{ \\}', 'a b c d e f & % # _ $ { }'],
    ['100% of A & B # _ ^', '100% of A & B # _ ^'],
    ['R&amp;D and R\\&amp;D &eacute;', 'R&D and R&amp;D é'],
    ['{The} {{mRNA}} of {{\\textit{E. coli}}}', 'The mRNA of <i>E. coli</i>'],
    [
      '{\\em Vibrio} {\\bf b} {\\sc c} \\emph{e} \\textsc{s}',
      '<i>Vibrio</i> <b>b</b> <sc>c</sc> <i>e</i> <sc>s</sc>',
    ],
    ['H\\textsubscript{2}O\\textsuperscript{+}', 'H<sub>2</sub>O<sup>+</sup>'],
    ['\\url{https://a.org/~b_c%20d} \\href{http://x.org}{here}', 'https://a.org/~b_c%20d here'],
    ['{\\noopsort{1973b}}1973 \\mbox{x} \\texttt{y}', '1973 x y'],
    ['\\enquote{so} \\textquotedblleft x\\textquotedblright{}', '“so” “x”'],
    ['\\{\\vphantom{\\}} a', '{ a'],
    ['\\input{/etc/passwd} \\foo bar', '\\input{/etc/passwd} \\foo bar'],
    ['a } b \\', 'a } b'],
    ['$\\{', '${'],
  ])('signs and commands %s', (tex, text) => {
    expect(lineOfTex(tex)).toBe(text)
  })
  it.each([
    [
      'H$_2$O, CO$_{\\textrm{2}}$, Ca$^{2+}$, $_{\\text{a}}^{\\text{b}}$',
      'H<sub>2</sub>O, CO<sub>2</sub>, Ca<sup>2+</sup>, <sub>a</sub><sup>b</sup>',
    ],
    [['$', '^{14}$C at 5$^\\circ$C'].join('{}'), '<sup>14</sup>C at 5°C'],
    ['p $<$ 0.05 $>$5', 'p < 0.05 >5'],
    ['$O(n^2)$ and $\\alpha$', '$O(n^2)$ and $\\alpha$'],
    ['costs $5 and $10, or \\$5', 'costs $5 and $10, or $5'],
    ['$5$ or $$x=1$$ or \\(y=2\\)', '5 or $x=1$ or $y=2$'],
    ['\\ensuremath{\\alpha}-helix {\\ensuremath{<}}', 'α-helix <'],
  ])('mathematics %s', (tex, text) => {
    expect(lineOfTex(tex)).toBe(text)
  })
  it('makes formulas text when asked to', () => {
    expect(lineOfTex('$\\alpha$ and $10^{6}$ and $\\frac{a}{\\sqrt{b+c}}$', 'text')).toBe(
      'α and 10<sup>6</sup> and $\\frac{a}{\\sqrt{b+c}}$',
    )
  })
  it('reads every text back that our writer escapes', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 8 }),
      fc.constantFrom(
        '{',
        '}',
        '\\',
        '%',
        '#',
        '&',
        '~',
        '^',
        '--',
        '---',
        "''",
        '``',
        '<i>',
        '</i>',
        '<sub>',
        '</sub>',
        '<',
        '>',
        '\\input',
        '\\"o',
        '{}',
        ' ',
        '$5',
        '$',
        'O(n)',
        '&amp;',
        'A',
      ),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        const text = lineOfTex(texOf(pieces.join('')))
        // A script alone between dollar signs is the spelling of CSL's markup as well.
        fc.pre(!/\$(?:\{\})?[_^]/.test(pieces.join('')))
        expect(texOf(text)).toBe(texOf(pieces.join('')))
        expect(text).toBe(plain(pieces.join('')))
      }),
      { numRuns: 500 },
    )
  }, 60_000)
})

/** A text as the library holds it. */
function plain(text: string): string {
  return collapse(tidy(text))
}

describe('paragraphsOfTex', () => {
  it('keeps paragraphs', () => {
    expect(paragraphsOfTex('a\n b{ }\n\nc\\par d\n \n')).toBe('a b\n\nc\n\nd')
  })
})

describe('verbatim fields', () => {
  it.each([
    ['https://a.org/~b--c_d%20e', 'https://a.org/~b--c_d%20e'],
    ['\\url{https://a.org/x}', 'https://a.org/x'],
    ['https://a.org/\\~{}b\\_c\\%20\\&d', 'https://a.org/~b_c%20&d'],
    ['{https://a.org/\\{x\\}}', 'https://a.org/%7Bx%7D'],
  ])('%s', (tex, text) => {
    expect(verbatimOfTex(tex)).toBe(text)
  })
  it.each([
    ['10.1000/a\\_b', '10.1000/a_b'],
    ['https://doi.org/10.1000/ab', '10.1000/ab'],
    ['{10.1000/S(1)2<3>}', '10.1000/S(1)2<3>'],
  ])('DOI %s', (tex, text) => {
    expect(doiOfTex(tex)).toBe(text)
  })
})

describe('hostile text', () => {
  it('is read in linear time', untilMeasured, async () => {
    for (const unit of [
      '\\',
      '{',
      '}',
      '$',
      '\\(',
      '\\url{',
      "\\'",
      "\\'{",
      '$\\$',
      '\\a',
      '~',
      '&',
      '--',
      '$_{\\textrm{',
      '\\foo{',
      '\\em',
      '{\\em ',
      '\n ',
      '$a ',
      '\\\\',
    ]) {
      await growsLinearly(repeated(unit), (text) => [
        lineOfTex(text),
        paragraphsOfTex(`${text}x`),
        verbatimOfTex(text),
      ])
    }
  })
})
