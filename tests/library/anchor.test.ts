import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anchor, selectorOf } from '../../src/library/anchor.ts'

const text = 'Gulls sit on roofs. Terns do not. Gulls sit on walls. Nobody knows why gulls sit.'

function marked(passage: string, nth = 0) {
  let at = -1
  for (let n = 0; n <= nth; n++) at = text.indexOf(passage, at + 1)
  const selector = selectorOf(text, at, at + passage.length)
  if (!selector) throw new Error('nothing to mark')
  return selector
}

const found = (now: string, selector: Parameters<typeof anchor>[1]) => {
  const place = anchor(now, selector)
  return place && now.slice(0, place[0]).length
}

describe('a marked passage', () => {
  test('is found where it was, each of several with the same words', () => {
    for (const nth of [0, 1]) {
      const selector = marked('Gulls sit on', nth)
      expect(anchor(text, selector)?.[0]).toBe(selector.start)
    }
  })

  test('moves with what stands round it', () => {
    const selector = marked('Gulls sit on', 1)
    const edited = `BACKGROUND We looked up. ${text}`
    expect(found(edited, selector)).toBe(edited.indexOf('Gulls sit on walls'))
    const cut = text.slice('Gulls sit on roofs. '.length)
    expect(found(cut, selector)).toBe(cut.indexOf('Gulls sit on walls'))
  })

  test('is lost where its words are', () => {
    expect(anchor(text.replaceAll('Terns', 'Crows'), marked('Terns do not'))).toBeUndefined()
  })

  test('has no blanks at its ends, and is none where nothing else is left', () => {
    expect(selectorOf(text, 19, 26)).toMatchObject({ exact: 'Terns', start: 20 })
    expect(selectorOf(text, 19, 20)).toBeUndefined()
  })

  test('is found in its own text always, and after an edit elsewhere where its words stand once', () => {
    const words = fc.array(fc.constantFrom('gull', 'roof', 'sits', 'on', 'the', 'tide'), {
      minLength: 4,
      maxLength: 40,
    })
    fc.assert(
      fc.property(words, fc.nat(), fc.nat(), words, (list, a, b, ahead) => {
        const own = list.join(' ')
        const [from, to] = [a % own.length, b % own.length].sort((x, y) => x - y) as [
          number,
          number,
        ]
        const selector = selectorOf(own, from, to + 1)
        if (!selector) return
        expect(anchor(own, selector)).toEqual([
          selector.start,
          selector.start + selector.exact.length,
        ])
        const edited = `${ahead.join(' ')} ${own}`
        const place = anchor(edited, selector)
        expect(place && edited.slice(...place)).toBe(selector.exact)
        const first = edited.indexOf(selector.exact)
        if (first === edited.lastIndexOf(selector.exact)) expect(place?.[0]).toBe(first)
      }),
    )
  })
})
