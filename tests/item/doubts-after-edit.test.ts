import { describe, expect, test } from 'vitest'
import { doubtsAfterEdit } from '../../src/item/doubts-after-edit.ts'
import type { Item } from '../../src/item/item.ts'
import { doubts as all, type Doubt } from '../../src/item/record.ts'

const long = 'Tides were measured in forty lagoons over three years. '.repeat(4).trim()
const item: Item = { type: 'article-journal', title: 'Tides | Home', abstract: `${long} and…` }

function left(doubts: readonly Doubt[], change: Partial<Item>, title = 'reader'): Doubt[] {
  const fields = { title: { source: title, others: [] } }
  return doubtsAfterEdit(doubts, item, { ...item, ...change }, fields)
}

describe('after an edit', () => {
  test('what it put right is no doubt any more, and everything else still is', () => {
    expect(all.filter((doubt) => !left(all, { title: 'Slow tides' }).includes(doubt))).toEqual([
      'title-from-window',
      'no-title',
      'saved-from-link',
    ])
    expect(left(['no-authors'], { author: [{ family: 'Curie' }] })).toEqual([])
    expect(left(['no-authors', 'abstract-cut-off'], { volume: '3' })).toEqual([
      'no-authors',
      'abstract-cut-off',
    ])
  })

  test('an abstract that was written anew is not cut off, nor short, nor a page’s prose', () => {
    const doubts: Doubt[] = [
      'no-abstract',
      'abstract-cut-off',
      'abstract-short',
      'abstract-unlabelled',
      'abstract-from-metadata',
    ]
    expect(left(doubts, { abstract: `All ${long}` })).toEqual([])
    expect(left(doubts, { abstract: 'All.' })).toEqual(['abstract-short'])
    // A line below it says nothing of the rest, which still ends in the middle.
    expect(left(doubts, { abstract: `${item.abstract}\nGet the app.` })).toEqual([
      'abstract-cut-off',
      'abstract-unlabelled',
      'abstract-from-metadata',
    ])
  })

  test('what stands there again is a doubt again', () => {
    expect(left([], { title: 'Home' }, 'window title')).toEqual(['title-from-window'])
    expect(left([], { abstract: 'All in all…' })).toEqual(['abstract-cut-off'])
  })

  test('a paper that was saved from a link is completed by its page until it has all that', () => {
    expect(left(['saved-from-link'], { abstract: long }, 'link')).toEqual(['saved-from-link'])
    expect(left(['saved-from-link'], { abstract: '' })).toEqual(['saved-from-link'])
  })
})
