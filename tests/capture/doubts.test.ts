import { describe, expect, test } from 'vitest'
import { doubtsOf } from '../../src/capture/doubts.ts'
import { parseSource } from '../../src/item/parse.ts'
import { captureOf } from '../support/page.ts'

describe('a paper that is retracted', () => {
  test('is a doubt, and so is an expression of concern', () => {
    const item = { type: 'article-journal', title: 'T', author: [{ family: 'Roe' }] } as const
    const doubts = (types: string[]) =>
      doubtsOf({ ...item, author: [...item.author] }, undefined, {}, types)
    expect(doubts(['Journal Article', 'Retracted Publication'])).toEqual([
      'retracted',
      'no-abstract',
    ])
    expect(doubts(['Expression of Concern'])).toEqual(['expression-of-concern', 'no-abstract'])
    expect(doubts(['Journal Article'])).toEqual(['no-abstract'])
  })

  test('is told by its title and by a notice beside it', () => {
    const title = 'RETRACTED: Salt on slate roofs of the coast'
    expect(captureOf(`<h1>${title}</h1>`, `<title>${title}</title>`).publicationTypes).toEqual([
      'Retracted Publication',
    ])
    const plain = 'Salt on slate roofs of the coast'
    const page = (notice: string) =>
      captureOf(`<h1>${plain}</h1><p>${notice}</p>`, `<title>${plain}</title>`).publicationTypes
    expect(page('This article has been retracted.')).toEqual(['Retracted Publication'])
    expect(page('Two other articles have been retracted.')).toEqual([])
  })
})

describe('what a record says of access', () => {
  const source = {
    url: 'https://a.example.org/1',
    portal: 'generic',
    capturedAt: '2026-01-01T00:00:00Z',
  }
  test('is kept where it is an address, and nothing else', () => {
    expect(
      parseSource({
        ...source,
        licence: 'https://creativecommons.org/licenses/by/4.0/',
        pdf: 'https://a.example.org/1.pdf',
      }),
    ).toMatchObject({
      licence: 'https://creativecommons.org/licenses/by/4.0/',
      pdf: 'https://a.example.org/1.pdf',
    })
    const parsed = parseSource({ ...source, licence: 'CC BY', pdf: 'javascript:x()' })
    expect(parsed).toBeDefined()
    expect(parsed).not.toHaveProperty('licence')
    expect(parsed).not.toHaveProperty('pdf')
  })
})
