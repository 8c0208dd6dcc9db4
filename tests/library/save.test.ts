import { IDBTransaction as FDBTransaction, IDBFactory } from 'fake-indexeddb'
import { describe, expect, it, vi } from 'vitest'
import type { Item } from '../../src/item/item.ts'
import { freshLibrary, numbered, paper } from './paper.ts'

describe('saving', () => {
  it('keeps a paper with its abstract as sections, and gives it back equal', async () => {
    const library = freshLibrary()
    const captured = paper()
    const { record, when } = await library.save(captured)
    expect(when).toBe('now')
    expect(record.id).toMatch(/^r:[0-9a-f]{26}$/)
    expect(record.item).toEqual({
      ...captured.item,
      abstract:
        'BACKGROUND: Lagoons fill slowly.\n\nRESULTS: Müller’s tide gauge showed a delay of two hours.',
    })
    expect(record.sections).toEqual(captured.sections)
    expect(record.source).toEqual(captured.source)
    expect(record.identifiers).toEqual(['doi:10.5555/tides.1', 'url:https://journal.example/tides'])
    expect(await library.get(record.id)).toEqual(record)
    expect(await library.find(['doi:10.5555/tides.1'])).toEqual(record)
    expect(await library.find(['url:https://journal.example/tides'])).toEqual(record)
  })

  it('makes one record of one paper that is saved from two places at once', async () => {
    const indexedDB = new IDBFactory()
    const [one, other] = [freshLibrary({ indexedDB }), freshLibrary({ indexedDB })]
    const pmid = { PMID: '123' }
    // The second page knows no DOI, so the ids differ and only the index inside the transaction tells.
    const { DOI: _, ...withoutDoi } = paper(pmid).item
    const saved = await Promise.all([
      ...Array.from({ length: 10 }, () => one.save(paper(pmid))),
      ...Array.from({ length: 10 }, () => other.save(paper(pmid, { item: withoutDoi }))),
    ])
    expect(new Set(saved.map(({ record }) => record.id)).size).toBe(1)
    expect(saved.filter(({ when }) => when === 'now')).toHaveLength(1)
    expect((await one.counts()).visible).toBe(1)
  })

  it('adds what a record never had, and touches nothing that a reader wrote or cleared', async () => {
    const library = freshLibrary()
    const link = paper({ title: 'Tides (link)' }, { sections: [], publicationTypes: [] })
    link.source.doubts = ['no-abstract', 'saved-from-link']
    link.source.fields = { title: { source: 'link', others: [] } }
    const { record } = await library.save(link)
    await library.edit(record.id, { item: { title: 'My title', 'container-title': null } })
    const full = paper({ PMID: '77' })
    full.source.fields = {
      title: { source: 'citation_title', others: [] },
      abstract: { source: 'section#abstract', others: [] },
    }
    const visit = await library.save(full)
    expect(visit.when).toBe('before')
    expect(visit.record.item.title).toBe('My title')
    expect(visit.record.item['container-title']).toBeUndefined()
    expect(visit.record.sections).toHaveLength(2)
    expect(visit.record.identifiers).toContain('pmid:77')
    expect(visit.record.source.doubts).toEqual([])
    // What the reader wrote says so, and what stood there before can be taken again.
    expect(visit.record.source.fields).toEqual({
      title: { source: 'reader', others: [{ value: 'Tides (link)', source: 'link' }] },
      'container-title': {
        source: 'reader',
        others: [{ value: 'Journal of Invented Seas', source: 'page' }],
      },
      abstract: { source: 'section#abstract', others: [] },
    })
    // The visit is no action of the person's, so Undo takes the edit back.
    expect((await library.undo())?.action).toBe('edit')
  })

  it('gives a link’s address for a title to a new record only, and a page’s title in its place', async () => {
    const library = freshLibrary()
    const bare = paper({ title: 'DOI 10.5555/tides.1' }, { sections: [] })
    bare.source.doubts = ['saved-from-link', 'no-abstract', 'no-title']
    bare.source.fields = { title: { source: 'link', others: [] } }
    await library.save(bare)
    const { record } = await library.save(paper())
    expect(record.item.title).toBe(paper().item.title)
    expect(record.source.doubts).toEqual([])

    const other = freshLibrary()
    const { title: _, ...untitled } = paper().item
    const typed = paper({}, { item: untitled })
    typed.source.doubts = ['no-title']
    await other.save(typed)
    const after = (await other.save(bare)).record
    expect(after.item.title).toBeUndefined()
    expect(after.source.doubts).toEqual(['no-title'])
  })

  it('writes nothing for a paper that is there with all it has', async () => {
    const changes: string[][] = []
    const library = freshLibrary({ onChange: ({ ids }) => changes.push(ids) })
    await library.save(paper())
    const counts = await library.counts()
    expect((await library.save(paper())).when).toBe('before')
    expect(await library.counts()).toEqual(counts)
    expect(changes).toHaveLength(1)
  })

  it('brings a deleted paper back with its tags and note', async () => {
    const library = freshLibrary()
    const { record } = await library.save(paper())
    await library.edit(record.id, { addTags: ['sea'], note: 'Read this.' })
    await library.remove([record.id])
    expect(await library.find(record.identifiers)).toBeUndefined()
    expect((await library.query({})).rows).toEqual([])
    const again = await library.save(paper())
    expect(again.when).toBe('again')
    expect(again.record).toMatchObject({ tags: ['sea'], note: 'Read this.', deleted: false })
    expect(await library.counts()).toMatchObject({ visible: 1, trashed: 0 })
    await library.undo()
    expect(await library.counts()).toMatchObject({ visible: 0, trashed: 1 })
  })

  it('does not take two papers under one address for one', async () => {
    const library = freshLibrary()
    const { record } = await library.save(paper())
    const other = paper({ DOI: '10.5555/other', title: 'Another paper' })
    expect(
      await library.find(['doi:10.5555/other', 'url:https://journal.example/tides']),
    ).toBeUndefined()
    const saved = await library.save(other)
    expect(saved.when).toBe('now')
    expect(saved.record.id).not.toBe(record.id)
  })

  it('finds a paper in the library before one in the trash that has a stronger identifier', async () => {
    const library = freshLibrary()
    const { record: trashed } = await library.save(paper())
    await library.remove([trashed.id])
    const { DOI: _, ...withoutDoi } = paper({ PMID: '9' }).item
    const kept = paper({}, { item: withoutDoi })
    kept.source.url = 'https://elsewhere.example/9'
    const { record } = await library.save(kept)
    expect(record.id).not.toBe(trashed.id)
    expect((await library.find(['doi:10.5555/tides.1', 'pmid:9']))?.id).toBe(record.id)
    expect(await library.save(paper({ PMID: '9' }))).toMatchObject({
      when: 'before',
      record: { id: record.id },
    })
  })

  it('knows a paper whose DOI the reader corrected by its page; elsewhere the old DOI is that of another one', async () => {
    const library = freshLibrary()
    const { record } = await library.save(paper())
    await library.edit(record.id, { item: { DOI: '10.5555/corrected' } })
    expect(await library.save(paper())).toMatchObject({ when: 'before', record: { id: record.id } })
    expect((await library.find(['doi:10.5555/corrected']))?.id).toBe(record.id)
    expect(await library.find(['doi:10.5555/tides.1'])).toBeUndefined()

    const other = paper({ title: 'Fast tides' })
    other.source.url = 'https://elsewhere.example/'
    const saved = await library.save(other)
    expect(saved.when).toBe('now')
    expect(saved.record.id).not.toBe(record.id)
    expect((await library.find(['doi:10.5555/tides.1']))?.id).toBe(saved.record.id)
    expect((await library.get(record.id))?.item.DOI).toBe('10.5555/corrected')
    expect(await library.save(other)).toMatchObject({
      when: 'before',
      record: { id: saved.record.id },
    })
  })

  it('says which record is probably the same paper, whatever case, accents and markup', async () => {
    const library = freshLibrary()
    const { record } = await library.save(paper())
    const alike = paper({
      title: 'SLOW TIDES IN SHALLOW LAGOONS.',
      author: [{ family: 'Itō' }],
    }).item
    const found = async (item: Item) =>
      (await library.findAlike(item)).map(({ record: { id }, likeness }) => [id, likeness])
    expect(await found(alike)).toEqual([[record.id, 'alike']])
    // A preprint may have come out two years before; ten years before it was another paper.
    expect(await found({ ...alike, issued: { 'date-parts': [[2019]] } })).toEqual([
      [record.id, 'version'],
    ])
    expect(await found({ ...alike, issued: { 'date-parts': [[2011]] } })).toEqual([])
    expect(await found({ ...alike, author: [{ family: 'Brandt' }] })).toEqual([])
    await library.remove([record.id])
    expect(await found(alike)).toEqual([])
  })

  it('is done when it is committed, and not when it was written', async () => {
    const heard: unknown[] = []
    const library = freshLibrary({ onChange: (changed) => heard.push(changed) })
    const { record } = await library.save(numbered(1))
    heard.length = 0
    // What a disk does that fails at the end.
    const commit = vi.spyOn(FDBTransaction.prototype, 'commit').mockImplementation(function (
      this: IDBTransaction,
    ) {
      this.abort()
    })
    await expect(library.save(numbered(2))).rejects.toThrow('Nothing of this change was written')
    await expect(library.edit(record.id, { note: 'lost' })).rejects.toThrow()
    commit.mockRestore()
    expect(heard).toEqual([])
    expect(await library.counts()).toMatchObject({ visible: 1, documents: 1 })
    expect((await library.get(record.id))?.note).toBe(record.note)
  })

  it('announces each commit once, with a counter that rises', async () => {
    const heard: { ids: string[]; counter: number }[] = []
    const library = freshLibrary({
      onChange: ({ ids, counter, counts }) => {
        expect(counts.counter).toBe(counter)
        heard.push({ ids, counter })
      },
    })
    const a = await library.save(numbered(1))
    const b = await library.save(numbered(2))
    await library.remove([a.record.id, b.record.id])
    expect(heard).toEqual([
      { ids: [a.record.id], counter: 1 },
      { ids: [b.record.id], counter: 2 },
      { ids: [a.record.id, b.record.id], counter: 3 },
    ])
    expect((await library.counts()).counter).toBe(3)
  })
})
