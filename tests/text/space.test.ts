import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fold } from '../../src/text/fold.ts'
import { collapse, isTidyUnit, tidy } from '../../src/text/space.ts'

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

describe('isTidyUnit', () => {
  it('holds for characters alone that are composed whatever stands beside them', () => {
    // What another character is composed with: the second and further ones of every decomposition.
    const joining = new Set<string>()
    for (let code = 0; code < 0x110000; code++) {
      if (code >= 0xd800 && code < 0xe000) continue
      const [, ...rest] = String.fromCodePoint(code).normalize('NFD')
      for (const one of rest) joining.add(one)
    }
    const wrong: string[] = []
    let held = 0
    for (let unit = 0; unit < 0x10000; unit++) {
      if (!isTidyUnit(unit)) continue
      held += 1
      const one = String.fromCharCode(unit)
      const isChanged =
        /[\p{M}\p{Cs}\r\f\u0085\u00ad\u200b\u2028\u2029\u202a-\u202e\u2060-\u2069\ufeff]/u
      const isControl = unit !== 9 && unit !== 10 && /\p{Cc}/u.test(one)
      if (one.normalize('NFC') !== one || joining.has(one) || isChanged.test(one) || isControl)
        wrong.push(unit.toString(16))
    }
    expect(wrong).toEqual([])
    expect(held).toBeGreaterThan(30_000)
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
