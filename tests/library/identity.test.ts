import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { isAtOdds, recordId, strongestFirst } from '../../src/library/identity.ts'

describe('a record’s id', () => {
  it('is made of the strongest identifier, prefix included, the same every time', async () => {
    const expected = createHash('sha256').update('doi:10.5555/tides.1').digest('hex').slice(0, 26)
    const id = await recordId(['url:https://a.example/', 'pmid:1', 'doi:10.5555/tides.1'], 0)
    expect(id).toBe(`r:${expected}`)
    expect(await recordId(['doi:10.5555/tides.1'], 99)).toBe(id)
    expect(await recordId(['pmid:1'], 0)).not.toBe(await recordId(['pmcid:PMC1'], 0))
  })

  it('is a new ULID of the time where only an address is known', async () => {
    const [a, b] = await Promise.all([
      recordId(['url:https://a.example/'], 1000),
      recordId([], 1000),
    ])
    expect(a).toMatch(/^u:00000000Z8[0-9A-HJKMNP-TV-Z]{16}$/)
    expect(a).not.toBe(b)
  })
})

describe('identifiers', () => {
  it('come strongest first, each once, and nothing else', () => {
    expect(
      strongestFirst([
        'url:https://x.example/',
        'isbn:1',
        'pmid:1',
        'doi:10.1/a',
        'pmid:1',
        'doi:',
      ]),
    ).toEqual(['doi:10.1/a', 'pmid:1', 'url:https://x.example/'])
  })

  it('are at odds only where one kind has no member in common', () => {
    expect(isAtOdds(['doi:10.1/a', 'pmid:1'], ['doi:10.1/b'])).toBe(true)
    expect(isAtOdds(['doi:10.1/a', 'doi:10.1/b'], ['doi:10.1/b'])).toBe(false)
    expect(isAtOdds(['doi:10.1/a'], ['pmid:1'])).toBe(false)
    expect(isAtOdds(['url:https://a.example/'], ['url:https://b.example/'])).toBe(false)
  })
})
