import { beforeEach, describe, expect, it } from 'vitest'
import type { Item } from '../../src/item/item.ts'
import type { LibraryRecord, NewRecord } from '../../src/item/record.ts'
import type { Library } from '../../src/library/library.ts'
import { all, freshLibrary, paper, throughJson } from './paper.ts'

/** One of many papers that have nothing in common. */
function tide(n: number, item: Partial<Item> = {}): NewRecord {
  const author = [{ family: `Author${n}` }]
  const captured = paper({ title: `Tide ${n}`, author, DOI: `10.5555/tide.${n}`, ...item })
  captured.source.url = `https://journal.example/tide/${n}`
  return captured
}

/** What a reader wrote into the form before it was saved. */
function takenAnyway(item: Partial<Item>): NewRecord {
  const { DOI: _, ...bare } = tide(9).item
  const fields = Object.fromEntries(
    Object.keys(item).map((field) => [field, { source: 'reader', others: [] }]),
  )
  const { source } = tide(9)
  return { ...tide(9), item: { ...bare, ...item }, source: { ...source, fields } }
}

let library: Library
let third: LibraryRecord

beforeEach(async () => {
  library = freshLibrary()
  third = (await library.save(tide(3))).record
})

const titles = async () => (await library.query({})).rows.map(({ title }) => title).sort()

describe('a DOI that a reader typed', () => {
  it('does not make one of two papers whose words are others: the page finds its own, and both are possible duplicates', async () => {
    const { record: other } = await library.save(tide(25))
    await library.edit(other.id, { item: { DOI: '10.5555/tide.3' } })
    expect((await library.find(['doi:10.5555/tide.3']))?.id).toBe(third.id)
    const visit = await library.save(tide(3))
    expect(visit).toMatchObject({ when: 'before', record: { id: third.id } })
    expect(visit).not.toHaveProperty('done')
    expect(await titles()).toEqual(['Tide 25', 'Tide 3'])
    const ids = [third.id, other.id]
    expect(await library.duplicates()).toEqual([{ ids, likeness: 'typed' }])
    await library.keepApart([third.id, other.id])
    expect(await library.duplicates()).toEqual([])
    await library.undo()
    await library.edit(other.id, { item: { DOI: '10.5555/tide.25' } })
    expect(await library.duplicates()).toEqual([])
  })

  it('of a paper that is not saved yet does not say that it is', async () => {
    await library.edit(third.id, { item: { DOI: '10.5555/tide.4' } })
    const fourth = tide(4)
    expect(await library.find(['doi:10.5555/tide.4'])).toMatchObject({ id: third.id })
    expect(await library.find(['doi:10.5555/tide.4'], fourth)).toBeUndefined()
    expect(await library.holders(['doi:10.5555/tide.4'])).toMatchObject([
      { record: { id: third.id }, isTyped: true },
    ])
    expect((await library.save(fourth)).when).toBe('now')
    expect(await titles()).toEqual(['Tide 3', 'Tide 4'])
  })

  it('still tells a paper whose words are the same, or missing', async () => {
    const { record } = await library.save(takenAnyway({ title: 'Tide 4', author: [] }))
    await library.edit(record.id, { item: { DOI: '10.5555/tide.4' } })
    expect(await library.save(tide(4))).toMatchObject({ when: 'before', record: { id: record.id } })
    const window = takenAnyway({ DOI: '10.5555/tide.3' })
    window.item.title = 'Journal | Home'
    delete window.item.author
    window.source.fields.title = { source: 'window title', others: [] }
    window.source.url = 'https://elsewhere.example/'
    expect(await library.save(window)).toMatchObject({ when: 'before', record: { id: third.id } })
  })

  it('before the save does not write over the paper that has it; each has an id of its own on every device', async () => {
    const typed = takenAnyway({ title: 'Totally other title', DOI: '10.5555/tide.3' })
    const saved = await library.save(typed)
    expect(saved.when).toBe('now')
    expect(saved.record.id).not.toBe(third.id)
    expect(await titles()).toEqual(['Tide 3', 'Totally other title'])
    // Where nobody has the other paper yet, its id stays free for it.
    const elsewhere = freshLibrary()
    expect((await elsewhere.save(typed)).record.id).not.toBe(third.id)
    expect(await elsewhere.save(tide(3))).toMatchObject({ when: 'now', record: { id: third.id } })
  })

  it('does not merge by a backup either, nor takes a file’s paper for another', async () => {
    const other = freshLibrary()
    const { record } = await other.save(tide(25))
    await other.edit(record.id, { item: { DOI: '10.5555/tide.3' } })
    await other.importPapers([{ ...tide(3), tags: [] }])
    expect((await other.counts()).visible).toBe(2)
    await library.importDocuments(throughJson(await all(other.exportDocuments())))
    expect(await titles()).toEqual(['Tide 25', 'Tide 3'])
    expect(await library.duplicates()).toMatchObject([{ likeness: 'typed' }])
    // And what a page said goes on making one of two.
    const pmid = { PMID: '77' }
    await library.save({ ...tide(3), identifiers: ['pmid:77'] })
    const { DOI: _, ...withoutDoi } = tide(3, { ...pmid, title: 'Other words' }).item
    const again = freshLibrary()
    await again.save({ ...tide(3), item: withoutDoi })
    await library.importDocuments(throughJson(await all(again.exportDocuments())))
    expect((await library.counts()).visible).toBe(2)
  })

  it('is no identifier of the record any more once it is corrected', async () => {
    const { DOI: _, ...bare } = tide(9).item
    await library.save({ ...tide(9), item: bare })
    // Saved once more with what the reader typed first.
    const { record } = await library.save(takenAnyway({ DOI: '10.5555/tide.8' }))
    expect(record.identifiers).toContain('doi:10.5555/tide.8')
    await library.edit(record.id, { item: { DOI: '10.5555/tide.9' } })
    expect(await library.find(['doi:10.5555/tide.8'])).toBeUndefined()
  })
})

describe('a save that changes what was there', () => {
  it('says that the reader’s words came in, or that two became one, and is taken back by that name', async () => {
    const typed = takenAnyway({ title: 'Tide 3', DOI: '10.5555/tide.3', volume: '7' })
    typed.item.author = [{ family: 'Author3' }]
    const saved = await library.save(typed)
    expect(saved).toMatchObject({ when: 'before', done: { action: 'edit' } })
    expect(await library.save(typed)).not.toHaveProperty('done')
    await library.undo({ id: third.id, action: 'edit' })
    expect((await library.get(third.id))?.item.volume).toBeUndefined()

    const { DOI: _, ...withoutDoi } = tide(3, { PMID: '77' }).item
    const byPmid = { ...tide(3), item: withoutDoi }
    byPmid.source = { ...byPmid.source, url: 'https://index.example/77' }
    const { record } = await library.save(byPmid)
    expect(record.id).not.toBe(third.id)
    const both = { ...tide(3), identifiers: ['pmid:77'] }
    // Where nobody could take it back at once they stay two.
    expect(await library.save(both, { merges: false })).not.toHaveProperty('done')
    expect((await library.counts()).visible).toBe(2)
    const merged = await library.save(both)
    const [survivor, part] = [third.id, record.id].sort()
    expect(merged.record.id).toBe(survivor)
    expect(merged.done).toEqual({ action: 'merge', parts: [part] })
    await library.undo({ id: merged.record.id, action: 'merge' })
    expect((await library.counts()).visible).toBe(2)
  })
})
