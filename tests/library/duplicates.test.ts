import { describe, expect, it } from 'vitest'
import type { Item } from '../../src/item/item.ts'
import { all, freshLibrary, numbered, paper, throughJson } from './paper.ts'

const preprint: Partial<Item> = {
  type: 'article',
  DOI: '10.48550/arXiv.2101.00001',
  issued: { 'date-parts': [[2020]] },
  URL: 'https://arxiv.org/abs/2101.00001',
}

async function some() {
  const library = freshLibrary()
  const save = async (item: Partial<Item>, url: string) => {
    const captured = paper(item)
    captured.source.url = url
    return (await library.save(captured)).record
  }
  for (let n = 0; n < 20; n++) await library.save(numbered(n))
  const published = await save({}, 'https://journal.example/1')
  const again = await save({ DOI: '10.5555/copy.1' }, 'https://repository.example/2')
  const before = await save(preprint, 'https://arxiv.org/abs/2101.00001')
  return { library, published, again, before }
}

const byNumber = (a: number, b: number) => a - b

describe('possible duplicates', () => {
  it('are pairs with one title, first author and year, and versions of one paper', async () => {
    const { library, published, again, before } = await some()
    // Many papers of one author are called so.
    for (const n of [1, 2]) await library.save(numbered(100 + n, { title: 'Editorial' }))
    const progress: [number, number][] = []
    const found = await library.duplicates({ onProgress: (done, of) => progress.push([done, of]) })
    const pairs = found.map(({ ids, likeness }) => [[...ids].sort(), likeness])
    expect(pairs).toEqual([
      [[published.id, before.id].sort(), 'version'],
      [[published.id, again.id].sort(), 'alike'],
    ])
    expect(progress.at(-1)).toEqual([10, 10])
  })

  it('are none any more when a person said so, until that is taken back', async () => {
    const { library, published, again, before } = await some()
    await library.keepApart([published.id, again.id])
    expect(await library.duplicates()).toMatchObject([{ ids: [published.id, before.id] }])
    // What was no pair because the first of them had one with each is one now.
    await library.keepApart([published.id, before.id])
    expect(await library.duplicates()).toMatchObject([{ ids: [again.id, before.id] }])
    expect(await library.undo()).toMatchObject({ action: 'keep-apart' })
    expect(await library.undo()).toMatchObject({ action: 'keep-apart' })
    expect(await library.duplicates()).toHaveLength(2)
  })

  it('are of many that are one paper a pair for each but the first, while someone watches', async () => {
    const library = freshLibrary()
    await library.importDocuments(
      Array.from({ length: 1200 }, (_, n) => ({
        id: `r:${n.toString(16).padStart(26, '0')}`,
        type: 'article-journal',
        title: 'From the editor of the journal of invented seas',
        author: [{ family: 'Ito' }],
        issued: { 'date-parts': [[2021]] },
        DOI: `10.5555/editor.${n}`,
      })),
    )
    const progress: [number, number][] = []
    const told = (done: number, of: number) => progress.push([done, of])
    expect(await library.duplicates({ onProgress: told })).toHaveLength(1199)
    expect(progress.at(-1)).toEqual([2400, 2400])
    expect(progress.map(([done]) => done)).toEqual(progress.map(([done]) => done).sort(byNumber))
    const stop = new AbortController()
    const stopped = library.duplicates({
      signal: stop.signal,
      onProgress: (done) => done > 2000 && stop.abort(new Error('stopped')),
    })
    await expect(stopped).rejects.toThrow('stopped')
  }, 20_000)

  it('become one record with everything that a reader put on either, and two again by undo', async () => {
    const { library, published, again } = await some()
    await library.edit(published.id, { addTags: ['sea'], note: 'Mine.', decision: 'maybe' })
    await library.edit(again.id, {
      addTags: ['read'],
      note: 'Yours.',
      decision: 'include',
      assessed: true,
    })
    const before = await all(library.exportRecords())
    const merged = await library.merge([published.id, again.id], { title: 'Chosen title' })
    const [survivor, other] = [published.id, again.id].sort()
    expect(merged).toMatchObject({
      id: survivor,
      tags: ['read', 'sea'],
      decision: 'include',
      assessed: true,
      item: { title: 'Chosen title' },
    })
    expect(merged.note?.split('\n\n').sort()).toEqual(['Mine.', 'Yours.'])
    expect(merged.identifiers).toEqual(
      expect.arrayContaining(['doi:10.5555/tides.1', 'doi:10.5555/copy.1']),
    )
    expect((await library.get(other ?? ''))?.id).toBe(survivor)
    expect((await library.find(['doi:10.5555/copy.1']))?.id).toBe(survivor)
    expect(await library.undo()).toMatchObject({ action: 'merge', kept: 0 })
    expect(await all(library.exportRecords())).toEqual(before)
  })

  it('keep every note, those too that were written on two devices at once', async () => {
    const { library, published, again } = await some()
    const elsewhere = freshLibrary()
    await elsewhere.importDocuments(throughJson(await all(library.exportDocuments())))
    for (const [n, id] of [published.id, again.id].entries()) {
      await library.edit(id, { note: `here ${n}` })
      await elsewhere.edit(id, { note: `there ${n}` })
    }
    await library.importDocuments(throughJson(await all(elsewhere.exportDocuments())))
    const { note } = await library.merge([published.id, again.id])
    expect(note?.split('\n\n').sort()).toEqual(['here 0', 'here 1', 'there 0', 'there 1'])
  })

  it.each([
    ['relevant', 'not relevant', 2],
    ['not relevant', 'relevant', 2],
    ['first\n\nrelevant', 'relevant', 1],
    ['relevant', 'first\n\nrelevant', 1],
    ['same', 'same', 1],
  ])(
    'keep a note unless it stands in the other in lines of its own: %j and %j',
    async (a, b, least) => {
      const library = freshLibrary()
      const saved = [await library.save(numbered(1)), await library.save(numbered(2))]
      const [small = '', large = ''] = saved.map(({ record }) => record.id).toSorted()
      await library.edit(small, { note: a })
      await library.edit(large, { note: b })
      const { note } = await library.merge([small, large])
      const lines = note?.split('\n\n') ?? []
      expect(lines.toSorted()).toEqual(
        [...new Set([a, b].flatMap((one) => one.split('\n\n')))].toSorted(),
      )
      expect(lines.length).toBeGreaterThanOrEqual(least)
    },
  )

  it('lose no end of long notes', async () => {
    const library = freshLibrary()
    const saved = [await library.save(numbered(1)), await library.save(numbered(2))]
    const [a = '', b = ''] = saved.map(({ record }) => record.id)
    await library.edit(a, { note: `${'long '.repeat(190_000)}END A` })
    await library.edit(b, { note: `${'long '.repeat(190_000)}END B` })
    const { note } = await library.merge([a, b])
    expect(note).toContain('END A')
    expect(note).toContain('END B')
    // It can be worked on, and a backup of it can be read.
    await library.edit(a, { note: note?.replace('END A', 'END C') ?? '' })
    const [document] = await all(library.exportDocuments())
    expect(await freshLibrary().importDocuments([document])).toMatchObject({ added: 1, broken: 0 })
  }, 30_000)

  it.each([0, 1])('are one in the library where one was in the trash (%i)', async (at) => {
    const library = freshLibrary()
    const saved = [await library.save(numbered(1)), await library.save(numbered(2))]
    const ids = saved.map(({ record }) => record.id).toSorted()
    const [small = '', large = ''] = ids
    await library.remove([ids[at] ?? ''])
    expect(await library.merge([small, large])).toMatchObject({ id: small, deleted: false })
    expect(await library.counts()).toMatchObject({ visible: 1, trashed: 0 })
    expect(await library.undo()).toMatchObject({ action: 'merge', kept: 0 })
    expect(await library.counts()).toMatchObject({ visible: 1, trashed: 1 })
    // Two that were thrown away stay so.
    await library.remove(ids)
    await library.merge([small, large])
    expect(await library.counts()).toMatchObject({ visible: 0, trashed: 1 })
  })

  it('keep what was changed since when the merge is taken back', async () => {
    const { library, published, again } = await some()
    const merged = await library.merge([published.id, again.id])
    await library.edit(merged.id, { note: 'since' })
    await library.undo({ action: 'merge' })
    expect(await library.counts()).toMatchObject({ visible: 23 })
    expect((await library.get(merged.id))?.note).toBe('since')
  })

  it('are told apart by a page that says that they are one: that merges them', async () => {
    const library = freshLibrary()
    const byPmid = paper({ PMID: '12345' }, { identifiers: ['pmid:12345'] })
    delete byPmid.item.DOI
    byPmid.source.url = 'https://pubmed.ncbi.nlm.nih.gov/12345/'
    const { record: first } = await library.save(byPmid)
    await library.edit(first.id, { addTags: ['sea'] })
    const { record: second } = await library.save(paper({ title: 'Another spelling of it' }))
    expect(second.id).not.toBe(first.id)
    const both = paper({ PMID: '12345' }, { identifiers: ['pmid:12345'] })
    const { record, when } = await library.save(both)
    expect(when).toBe('before')
    expect(await library.counts()).toMatchObject({ visible: 1, documents: 2 })
    expect(record.tags).toEqual(['sea'])
    await library.undo({ action: 'merge' })
    expect(await library.counts()).toMatchObject({ visible: 2 })
  })

  it('carry their highlights along, which go on naming the record that they were made in', async () => {
    const { library, published, again } = await some()
    const [survivor = '', other = ''] = [published.id, again.id].sort()
    await library.importDocuments([
      { id: 'a:01JDF0000000000000000000AA', ref: other, quote: 'fill slowly' },
    ])
    await library.merge([published.id, again.id])
    const documents = throughJson(await all(library.exportDocuments({ ids: [survivor] })))
    expect(documents[0]).toMatchObject({ [`merged:${other}`]: true })
  })
})
