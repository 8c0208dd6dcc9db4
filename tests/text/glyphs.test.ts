import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { glyphOfImage, isSymbolFont, plainGlyphs, symbolText } from '../../src/text/glyphs.ts'
import { documentOf } from '../support/page.ts'

describe('symbolText', () => {
  test.each([
    ['abgdemp', 'αβγδεμπ'],
    ['DSWF', 'ΔΣΩΦ'],
    ['\u00a3\u00b1\u00b3\u00b4\u00a5\u00bb', '≤±≥×∞≈'],
    ['\uf061\uf0ae\uf0b0', 'α→°'],
    ['0-9 (%)', '0−9 (%)'],
    ['α ≤', 'α ≤'],
  ])('%s is %s', (text, seen) => expect(symbolText(text)).toBe(seen))
})

test.each([
  ['<font face="Symbol">', true],
  ['<font face="\'symbol\', serif">', true],
  ['<span style="color:red; font-family: Symbol;">', true],
  ['<font face="Symbola">', false],
  ['<font face="Arial, Symbol">', false],
  ['<span class="symbol">', false],
])('%s sets the Symbol font: %s', (html, is) => {
  const element = documentOf(html).body.firstElementChild
  expect(element && isSymbolFont(element)).toBe(is)
})

describe('plainGlyphs', () => {
  test.each([
    [
      'ligatures',
      'e\ufb03cient, \ufb01nd, \ufb02ow, o\ufb00, ba\ufb04e, \ufb05, \ufb06',
      'efficient, find, flow, off, baffle, st, st',
    ],
    ['Symbol code points', '17\uf062-estradiol \uf0b3 5 \uf06dg', '17β-estradiol ≥ 5 μg'],
    ['other private-use characters', 'a\ue5f8b\u{f0001}c', 'abc'],
    ['the replacement character', 'a\ufffdb', 'a\ufffdb'],
  ])('reads %s', (_name, text, plain) => expect(plainGlyphs(text)).toBe(plain))

  test('leaves nothing that only a font shows, and changes nothing the second time', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc
            .integer({ min: 0xdffe, max: 0xfb0a })
            .map((code) => (code < 0xe000 ? 'x' : String.fromCharCode(code))),
          maxLength: 30,
        }),
        (text) => {
          const plain = plainGlyphs(text)
          expect(plain).not.toMatch(/[\ue000-\uf8ff\ufb00-\ufb06]/)
          expect(plainGlyphs(plain)).toBe(plain)
        },
      ),
    )
  })
})

describe('glyphOfImage', () => {
  const glyph = (html: string): string | undefined => {
    const image = documentOf(html).querySelector('img')
    return image ? glyphOfImage(image) : 'no image'
  }
  test.each([
    ['<img src="/math/alpha.gif" alt="{alpha}">', 'α'],
    ['<img src="x.gif" alt="{Delta}">', 'Δ'],
    ['<img src="x.gif" alt="{+/-}">', '±'],
    ['<img src="x.gif" alt="{degrees}">', '°'],
    ['<img src="x.gif" alt="{ge}">', '≥'],
    ['<img src="x.gif" alt="&amp;mu;">', 'μ'],
    ['<img src="x.gif" alt="β">', 'β'],
    ['<img src="/gifs/alpha.gif" alt="alpha">', 'α'],
    ['<img src="/math/gamma.gif">', 'γ'],
    ['<img src="sbnd.gif" alt="single bond">', '–'],
    ['<img src="dbnd.gif" alt="double bond; length as m-dash">', '='],
  ])('%s is %s', (html, sign) => expect(glyph(html)).toBe(sign))
  test.each([
    '<img src="/img/en/alpha.gif" alt="alphabetic serial listing">',
    '<img src="/images/beta.gif" alt="Beta">',
    '<img src="/img/beta.gif">',
    '<img src="/img/beta.gif" alt="">',
    '<img src="x.gif" alt="{nothing}">',
    '<img src="x.gif" alt="{toString}">',
    '<img src="/math/valueOf.gif">',
    '<img src="x.gif" alt="alpha">',
    '<img src="x.gif" alt="\ue001">',
    '<img>',
  ])('%s is no sign', (html) => expect(glyph(html)).toBeUndefined())
})
