import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fold } from '../../src/text/fold.ts'
import { collapse, tidy } from '../../src/text/space.ts'

const anyText = fc.string({ unit: 'binary', maxLength: 200 })

describe('collapse', () => {
  it('makes every run of white space one space', () => {
    expect(collapse(' \u00a0a\t\n b\u3000\u2009c\u202f')).toBe('a b c')
  })
})

describe('tidy', () => {
  it('strips what can make text read otherwise than it is stored', () => {
    expect(tidy('a\u0000b\u001bc\u009fd\u202ee\u2066f\u2069g\ud800h\ufeffi\u00adj\u200bk')).toBe(
      'abcdefghijk',
    )
  })
  it('keeps line ends, tabs, joiners and emoji, and composes accents', () => {
    expect(tidy('a\r\nb\rc\u2028d\te\u0301')).toBe('a\nb\nc\nd\té')
    expect(tidy('می‌روم 👩‍🔬')).toBe('می‌روم 👩‍🔬')
  })
  it('leaves well-formed text and changes nothing the second time', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(anyText, fc.constantFrom('\ud83d', '\ude00', '\u200b', '\u202e', 'e', '\u0301')),
          { maxLength: 12 },
        ),
        (parts) => {
          const once = tidy(parts.join(''))
          expect(tidy(once)).toBe(once)
          expect(/\p{Cs}/u.test(once)).toBe(false)
        },
      ),
    )
  })
})

describe('fold', () => {
  it.each([
    ['Ångström', 'angstrom'],
    ['ŁÓDŹ', 'lodz'],
    ['Straße', 'strasse'],
    ['Ｆｕｌｌ ﬁ H₂O', 'full fi h2o'],
    ['O’Brien–Smith', "o'brien-smith"],
    ['ΟΔΟΣ', 'οδοσ'],
    ['Йод', 'иод'],
    ['が', 'が'],
    ['हिंदी', 'हिंदी'],
  ])('%s is %s', (text, folded) => {
    expect(fold(text)).toBe(folded)
  })
  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(fold(fold(text))).toBe(fold(text))
      }),
    )
  })
})
