import { describe, expect, it } from 'vitest'
import { freshLibrary, numbered } from './paper.ts'

describe('statistics', () => {
  it('count by year without gaps, by journal, by decision, and tags by year', async () => {
    const library = freshLibrary()
    const dated = (year: number) => ({ issued: { 'date-parts': [[year]] as [[number]] } })
    const saved = [
      await library.save(numbered(1, dated(2019))),
      await library.save(numbered(2, dated(2021))),
      await library.save(numbered(3, { ...dated(2021), 'container-title': 'Tides' })),
      await library.save(numbered(4, dated(20_121))),
      await library.save(numbered(5, dated(2021))),
    ]
    const ids = saved.map(({ record }) => record.id)
    await library.edit(ids[0] ?? '', { addTags: ['sea'], decision: 'include' })
    await library.edit(ids[1] ?? '', { addTags: ['sea'], decision: 'exclude' })
    await library.remove([ids[4] ?? ''])
    const progress: number[] = []
    const found = await library.statistics(undefined, (done) => progress.push(done))
    expect(found).toMatchObject({
      papers: 4,
      years: [
        { year: 2019, papers: 1 },
        { year: 2020, papers: 0 },
        { year: 2021, papers: 2 },
      ],
      undated: 1,
      decisions: { unread: 2, include: 1, maybe: 0, exclude: 1 },
      tags: [{ name: 'sea', papers: 2, years: [1, 0, 1] }],
    })
    expect(found.journals.map(({ papers }) => papers)).toEqual([3, 1])
    expect(found.journals[1]?.name).toBe('Tides')
    expect(progress).toEqual([4])
  })

  it('of an empty library are empty, and counting can be stopped', async () => {
    const library = freshLibrary()
    expect(await library.statistics()).toMatchObject({
      papers: 0,
      years: [],
      journals: [],
      tags: [],
    })
    const stopped = AbortSignal.abort()
    await expect(library.statistics(stopped)).rejects.toThrow()
  })
})
