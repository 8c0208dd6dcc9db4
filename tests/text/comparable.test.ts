import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { comparable, comparableOpening, isComparable } from '../../src/text/comparable.ts'
import { fold } from '../../src/text/fold.ts'

describe('comparable', () => {
  test.each([
    ['Salt, on  <i>slate</i> roofs!', 'saltonslateroofs'],
    ['Größe 10 µm – naïve œuvre ﬁsh', 'grosse10μmnaiveoeuvrefish'],
    ['雪 と 氷', '雪と氷'],
    ['𝒜 set 𐐀', 'aset𐐨'],
    ['a\ud800b', 'ab'],
  ])('%s', (text, expected) => expect(comparable(text)).toBe(expected))

  test('is the folded text’s letters and digits', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        // A text is composed before it is compared; jamo that stand by themselves are joined by no single one of them.
        const composed = text.normalize('NFC')
        fc.pre(!/[\u1100-\u11ff\u3099\u309a\u3130-\u318f<]/.test(composed))
        expect(comparable(composed)).toBe(fold(composed).replace(/[^\p{L}\p{N}]+/gu, ''))
      }),
    )
  })

  test('a long text is read as fast as it is folded', () => {
    expect(comparable('ß'.repeat(200_000))).toHaveLength(400_000)
  })

  test.each([
    ['  Salt, on slate', 'salton'],
    ['A <i>salt</i>', 'a'],
    ['A &amp; B', 'a'],
    ['Größe', 'gr'],
    ['雪', ''],
  ])('opening of %s', (text, expected) => expect(comparableOpening(text)).toBe(expected))

  test('an opening is where the comparable text begins', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), (text) =>
        comparable(text.normalize('NFC')).startsWith(comparableOpening(text)),
      ),
    )
  })

  test('isComparable looks at the length first', () => {
    expect(isComparable('Salt on slate roofs.', 'saltonslateroofs')).toBe(true)
    expect(isComparable('Salt on slate', 'saltonslateroofs')).toBe(false)
  })
})
