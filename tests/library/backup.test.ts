import { IDBFactory } from 'fake-indexeddb'
import { describe, expect, it } from 'vitest'
import type { Library } from '../../src/library/library.ts'
import type { WireDocument } from '../../src/library/wire.ts'
import { all, freshLibrary, numbered, paper, throughJson } from './paper.ts'

/** What a backup file holds of a library, and nothing that JSON cannot. */
async function backupOf(library: Library): Promise<WireDocument[]> {
  return throughJson(await all(library.exportDocuments()))
}

async function oneDocument(): Promise<WireDocument> {
  const library = freshLibrary()
  const { record } = await library.save(paper())
  await library.edit(record.id, { note: 'A note', addTags: ['sea', 'Deep sea'], decision: 'maybe' })
  const [document] = await backupOf(library)
  if (!document) throw new Error('one document')
  return document
}

describe('a backup', () => {
  it('holds documents with stamps and a plain list of tags, and nothing that one device alone needs', async () => {
    const document = await oneDocument()
    expect(document.tags).toEqual(['Deep sea', 'sea'])
    expect(document['tag:sea']).toBe(true)
    expect(Object.keys(document.m.t)).toContain('note')
    for (const local of ['dirty', 'ids', 'key', 'abstract'])
      expect(document).not.toHaveProperty(local)
  })

  it('is brought in whole: records, trash and all, equal to what was there', async () => {
    const library = freshLibrary()
    const ids: string[] = []
    for (let n = 1; n <= 210; n++) ids.push((await library.save(numbered(n))).record.id)
    const [a = '', b = '', c = ''] = ids
    await library.edit(a, { addTags: ['sea'], note: 'Note', item: { volume: '4', issue: null } })
    await library.remove([b])
    await library.undo({ id: c })
    await library.assignCitationKeys([a])
    const wire = await backupOf(library)
    expect(wire).toHaveLength(210)

    const copy = freshLibrary()
    const progress: number[] = []
    const result = await copy.importDocuments(wire, {
      chunk: 200,
      onProgress: ({ added }) => progress.push(added),
    })
    expect(result).toEqual({
      action: 1,
      added: 210,
      merged: 0,
      unchanged: 0,
      deleted: 0,
      highlights: 0,
      broken: 0,
      reasons: [],
      stopped: false,
    })
    expect(progress).toEqual([200, 210])
    expect(await backupOf(copy)).toEqual(wire)
    expect(await copy.query({ first: 300 })).toEqual(await library.query({ first: 300 }))
    const { visible, trashed, documents } = await library.counts()
    expect(await copy.counts()).toMatchObject({ visible, trashed, documents })
    expect(await copy.tags()).toEqual([{ tag: 'sea', records: 1 }])

    expect(await copy.importDocuments(wire)).toMatchObject({ added: 0, unchanged: 210 })
    expect(await backupOf(copy)).toEqual(wire)
  })

  it('merges what was changed here and there since', async () => {
    const [one, other] = [freshLibrary(), freshLibrary()]
    const { record } = await one.save(paper())
    await other.importDocuments(await backupOf(one))
    await one.edit(record.id, { note: 'from one', addTags: ['a'] })
    await other.edit(record.id, { note: 'from the other', addTags: ['b'] })
    const [fromOne, fromOther] = [await backupOf(one), await backupOf(other)]
    expect(await one.importDocuments(fromOther)).toMatchObject({ merged: 1 })
    expect(await other.importDocuments(fromOne)).toMatchObject({ merged: 1 })
    expect(await backupOf(one)).toEqual(await backupOf(other))
    const [document] = await backupOf(one)
    expect(document?.alt?.note?.map(([, value]) => value).toSorted()).toEqual([
      'from one',
      'from the other',
    ])
    expect((await one.get(record.id))?.tags).toEqual(['a', 'b'])
  })

  it('makes one record of two ids that are one paper; the smaller stays and gains', async () => {
    const [one, other] = [freshLibrary(), freshLibrary()]
    const byDoi = await one.save(paper({ PMID: '123' }))
    const { DOI: _, ...withoutDoi } = paper({ PMID: '123', volume: '7' }).item
    const byPmid = await other.save(paper({}, { item: withoutDoi }))
    await one.edit(byDoi.record.id, { note: 'one', addTags: ['a'] })
    await other.edit(byPmid.record.id, { note: 'two', addTags: ['b'], decision: 'include' })
    expect(byDoi.record.id).not.toBe(byPmid.record.id)
    const [smaller] = [byDoi.record.id, byPmid.record.id].toSorted()
    await one.importDocuments(await backupOf(other))
    for (const id of [byDoi.record.id, byPmid.record.id]) {
      const record = await one.get(id)
      expect(record).toMatchObject({ id: smaller, tags: ['a', 'b'], decision: 'include' })
      expect(record?.note?.split('\n\n').toSorted()).toEqual(['one', 'two'])
      expect(record?.item).toMatchObject({ DOI: '10.5555/tides.1', PMID: '123', volume: '7' })
    }
    expect((await one.query({})).rows.map(({ id }) => id)).toEqual([smaller])
    expect((await one.find(['pmid:123']))?.id).toBe(smaller)
    expect((await one.save(paper())).when).toBe('before')
    await other.importDocuments(await backupOf(one))
    expect((await other.query({})).rows.map(({ id }) => id)).toEqual([smaller])
  })

  it('carries on to the survivor what another copy wrote on a record that became part of it', async () => {
    const [one, other] = [freshLibrary(), freshLibrary()]
    for (const n of [1, 2]) await one.save(numbered(n))
    await other.importDocuments(await backupOf(one))
    const [survivor = '', part = ''] = (await backupOf(one)).map(({ id }) => id)
    await one.merge([survivor, part])
    await other.edit(part, { note: 'meanwhile', addTags: ['sea'], item: { volume: '9' } })
    await other.edit(survivor, { note: 'of the survivor' })
    const [fromOne, fromOther] = [await backupOf(one), await backupOf(other)]
    await one.importDocuments(fromOther)
    await other.importDocuments(fromOne)
    for (const library of [one, other]) {
      const record = await library.get(part)
      expect(record).toMatchObject({ id: survivor, tags: ['sea'], item: { volume: '9' } })
      expect(record?.note).toBe('of the survivor\n\nmeanwhile')
    }
    await one.importDocuments(await backupOf(other))
    await other.importDocuments(await backupOf(one))
    expect(await backupOf(other)).toEqual(await backupOf(one))
    // It was carried on once: what is taken away since does not come back with an old file.
    await one.edit(survivor, { note: null, removeTags: ['sea'] })
    await one.importDocuments(fromOther)
    expect(await one.get(survivor)).toMatchObject({ tags: [] })
    expect((await one.get(survivor))?.note).toBeUndefined()
  })

  it('does not make one record of two papers that a wrong PMID joins, nor of one in the trash', async () => {
    const elsewhere = freshLibrary()
    await elsewhere.save(paper({ PMID: '123', DOI: '10.5555/other' }))
    const wire = await backupOf(elsewhere)
    const odd = freshLibrary()
    await odd.save(paper({ PMID: '123' }))
    await odd.importDocuments(wire)
    expect((await odd.counts()).visible).toBe(2)
    const trashed = freshLibrary()
    const { DOI: _, ...withoutDoi } = paper({ PMID: '123' }).item
    const { record } = await trashed.save(paper({}, { item: withoutDoi }))
    await trashed.edit(record.id, { note: 'thrown away' })
    await trashed.remove([record.id])
    await trashed.importDocuments(wire)
    expect(await trashed.counts()).toMatchObject({ visible: 1, trashed: 1 })
    expect(await trashed.find(['pmid:123'])).not.toHaveProperty('note')
  })

  it('may bring a citation key that is in use; it stays with the smaller id', async () => {
    const [one, other] = [freshLibrary(), freshLibrary()]
    const a = (await one.save(paper({ DOI: '10.5555/a' }))).record.id
    const b = (await other.save(paper({ DOI: '10.5555/b' }))).record.id
    expect(await one.assignCitationKeys([a])).toEqual({ [a]: 'ito2021slow' })
    expect(await other.assignCitationKeys([b])).toEqual({ [b]: 'ito2021slow' })
    await one.importDocuments(await backupOf(other))
    const [smaller = '', larger = ''] = [a, b].toSorted()
    const keys = { [smaller]: 'ito2021slow', [larger]: 'ito2021slowa' }
    expect(await one.assignCitationKeys([larger, smaller])).toEqual(keys)
    expect(await one.assignCitationKeys([a, b])).toEqual(keys)
  })

  it('takes fields without stamps only where nothing stands, and tags that someone wrote into the list', async () => {
    const library = freshLibrary()
    const { record } = await library.save(paper())
    await library.edit(record.id, { note: 'mine' })
    const plain = {
      id: record.id,
      type: 'book',
      title: 'Another title',
      note: 'theirs',
      volume: '9',
      del: true,
      tags: [' by hand ', 7, 'sea'],
    }
    expect(await library.importDocuments([plain])).toMatchObject({ merged: 1, broken: 0 })
    const after = await library.get(record.id)
    expect(after).toMatchObject({ note: 'mine', tags: ['by hand', 'sea'], deleted: false })
    expect(after?.item).toMatchObject({
      title: record.item.title,
      type: 'article-journal',
      volume: '9',
    })
    const empty = freshLibrary()
    await empty.importDocuments([{ id: record.id, title: 'Alone' }])
    expect(await empty.get(record.id)).toMatchObject({
      item: { type: 'document', title: 'Alone' },
      savedAt: expect.stringMatching(/^2026-11-24T00:00:0\d\.000Z$/),
    })
  })

  it('keeps fields that it does not know, empty ones too', async () => {
    const document = await oneDocument()
    const device = Object.keys(document.m.c)[0] ?? ''
    const future = { shelf: { row: 3, books: [] }, mood: '' }
    const later: WireDocument = {
      ...document,
      ...future,
      m: {
        c: document.m.c,
        t: { ...document.m.t, shelf: [[device, 2], 5], mood: [[device, 2], 5] },
      },
    }
    const library = freshLibrary()
    await library.importDocuments([later])
    await library.edit(document.id, { note: 'changed' })
    expect((await backupOf(library))[0]).toMatchObject(future)
  })

  it('can be read however many tags a record has', async () => {
    const library = freshLibrary()
    const { record } = await library.save(paper())
    const addTags = Array.from({ length: 11_000 }, (_, n) => `tag ${n}`)
    await library.edit(record.id, { addTags })
    const other = freshLibrary()
    const documents = throughJson(await all(library.exportDocuments()))
    expect(await other.importDocuments(documents)).toMatchObject({ added: 1, broken: 0 })
    expect((await other.get(record.id))?.tags).toHaveLength(11_000)
  }, 30_000)

  it('stops when it is told to, whole chunks behind it, and goes on from there', async () => {
    const library = freshLibrary()
    for (let n = 1; n <= 450; n++) await library.save(numbered(n))
    const wire = await backupOf(library)
    const stop = new AbortController()
    const copy = freshLibrary()
    const result = await copy.importDocuments(wire, {
      signal: stop.signal,
      chunk: 200,
      onProgress: () => stop.abort(),
    })
    expect(result.stopped).toBe(true)
    expect((await copy.counts()).documents).toBe(result.added)
    expect(result.added).toBeLessThan(450)
    const rest = await copy.importDocuments(wire)
    expect(rest).toMatchObject({ added: 450 - result.added, unchanged: result.added })
    expect(await backupOf(copy)).toEqual(wire)
  })

  it('of a selection holds those, in order, each once', async () => {
    const library = freshLibrary()
    const ids: string[] = []
    for (const n of [1, 2, 3]) ids.push((await library.save(numbered(n))).record.id)
    const [a = '', b = '', c = ''] = ids
    expect((await all(library.exportDocuments({ ids: [c, a, c] }))).map(({ id }) => id)).toEqual([
      c,
      a,
    ])
    await library.remove([b])
    expect((await all(library.exportRecords())).map(({ id }) => id)).toEqual([c, a])
    expect((await all(library.exportRecords({ ids: [a, b] }))).map(({ id }) => id)).toEqual([a])
  })

  it('gives the device a new name where its numbers were used in another life of the profile', async () => {
    const indexedDB = new IDBFactory()
    const library = freshLibrary({ indexedDB })
    await library.save(paper())
    const [document] = await backupOf(library)
    if (!document) throw new Error('one document')
    const [device = ''] = Object.keys(document.m.c)
    const lived: WireDocument = {
      ...document,
      note: 'from the other life',
      m: { c: { [device]: 9 }, t: { ...document.m.t, note: [[device, 9], 1] } },
    }
    await library.importDocuments([lived])
    await library.edit(document.id, { note: 'now' })
    const [after] = await backupOf(library)
    expect(after?.m.t.note?.[0][0]).not.toBe(device)
    expect(after?.m.c[device]).toBe(9)
    expect(after?.note).toBe('now')
  })
})

describe('hostile documents', () => {
  it('are refused one by one with a reason, and the others go on', async () => {
    const good = await oneDocument()
    const [device = ''] = Object.keys(good.m.c)
    const withVersions = (m: unknown) => ({ ...good, m })
    const deep: unknown[] = []
    let inner = deep
    for (let i = 0; i < 10_000; i++) {
      const next: unknown[] = []
      inner.push(next)
      inner = next
    }
    const hostile: [unknown, RegExp][] = [
      [null, /object/],
      [[good], /object/],
      ['{"id":1}', /object/],
      [{ ...good, id: 7 }, /id/],
      [{ ...good, id: '_design/x' }, /id/],
      [{ ...good, id: 'r:../../etc' }, /id/],
      [JSON.parse(`{"id":"${good.id}","__proto__":{"polluted":true}}`), /__proto__/],
      [{ ...good, _rev: '1-a' }, /_rev/],
      [{ ...good, s: 2 }, /newer/],
      [{ ...good, s: Number.NaN }, /schema/],
      [{ ...good, title: { toString: 'x' } }, /title/],
      [{ ...good, author: 'Ito' }, /author/],
      [{ ...good, sections: 'text' }, /sections/],
      [{ ...good, source: [] }, /source|valid/],
      [{ ...good, savedAt: 'yesterday' }, /savedAt/],
      [{ ...good, decision: 'perhaps' }, /decision/],
      [{ ...good, citationKey: '},\\input{x' }, /citationKey/],
      [{ ...good, citationKey: 'k'.repeat(201) }, /citationKey/],
      [{ ...good, mergedInto: good.id }, /mergedInto/],
      [{ ...good, mergedInto: 'u:01ARZ3NDEKTSV4RRFFQ69G5FAV' }, /mergedInto/],
      [{ ...good, 'tag:sea': 'yes' }, /tag:sea/],
      [{ ...good, 'tag: sea': true }, /tag: sea/],
      [{ ...good, 'same:isbn:1': true }, /same/],
      [{ ...good, shelf: deep }, /shelf/],
      [{ ...good, shelf: 'x'.repeat(1_000_001) }, /shelf/],
      [
        Object.fromEntries([
          ['id', good.id],
          ...Array.from({ length: 1_000_001 }, (_, i) => [`f${i}`, 1]),
        ]),
        /too many/,
      ],
      [withVersions('m'), /stamps/],
      [withVersions({ c: { [device]: 2 ** 53 }, t: good.m.t }), /stamps/],
      [withVersions({ c: { [device]: 1.5 }, t: good.m.t }), /stamps/],
      [withVersions({ c: { [device]: -1 }, t: good.m.t }), /stamps/],
      [withVersions({ c: { constructor: 1 }, t: {} }), /stamps/],
      [withVersions({ c: {}, t: good.m.t }), /stamps/],
      [withVersions({ c: { [device]: 1 }, t: good.m.t }), /stamps/],
      [withVersions({ c: good.m.c, t: { ...good.m.t, title: [[device, 1], 1e300] } }), /stamps/],
      [withVersions({ c: good.m.c, t: { ...good.m.t, title: [['x', 1], 1] } }), /stamps/],
      [withVersions({ c: good.m.c, t: { ...good.m.t, nothing: [[device, 1], 1] } }), /no value/],
      [{ ...good, alt: { note: [] } }, /alt/],
      [{ ...good, alt: { note: [[[device, 99], 'x', 1]] } }, /alt/],
      [{ ...good, alt: { note: [[[device, 1], { a: 1 }, 1]] } }, /alt/],
      [{ ...good, alt: { other: [[[device, 1], 'x', 1]] } }, /alt/],
    ]
    const library = freshLibrary()
    const result = await library.importDocuments([...hostile.map(([value]) => value), good])
    hostile.forEach(([, reason], i) => {
      expect(result.reasons.find(({ at }) => at === i)?.reason ?? `${i} was taken`).toMatch(reason)
    })
    expect(result).toMatchObject({ added: 1, broken: hostile.length })
    expect(await backupOf(library)).toEqual([good])
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined()
  })

  it('cannot make a huge text larger than what a field holds', async () => {
    const library = freshLibrary()
    const id = 'u:01ARZ3NDEKTSV4RRFFQ69G5FAV'
    await library.importDocuments([
      {
        id,
        title: 't'.repeat(1_000_000),
        note: 'n'.repeat(1_000_000),
        sections: [{ text: 's'.repeat(1_000_000) }],
      },
    ])
    const record = await library.get(id)
    expect(record?.item.title).toHaveLength(2_000)
    expect(record?.sections[0]?.text).toHaveLength(20_000)
    // A reader's own words are whole, or not taken.
    expect(record?.note).toHaveLength(1_000_000)
    const huge = await library.importDocuments([{ id, note: 'n'.repeat(16_000_001) }])
    expect(huge.reasons).toEqual([{ at: 0, id, reason: 'note: not a valid value' }])
  })

  it('from the future do not carry this device’s clock along for more than a day', async () => {
    const good = await oneDocument()
    const [device = ''] = Object.keys(good.m.c)
    const year9999 = 253_402_300_799_999
    const t = { ...good.m.t, note: [[device, 2], year9999] }
    const library = freshLibrary()
    const result = await library.importDocuments([{ ...good, m: { c: good.m.c, t } }])
    expect(result.added).toBe(1)
    expect((await library.counts()).time).toBeLessThan(Date.UTC(2026, 10, 26))
    // Its own later edit still replaces the value: order is what was seen, not what time it was.
    expect((await library.edit(good.id, { note: 'mine' })).note).toBe('mine')
  })
})

describe('highlights', () => {
  const id = 'a:01ARZ3NDEKTSV4RRFFQ69G5FAV'
  const highlight = (ref: string) => ({
    id,
    s: 1,
    m: {
      c: { '00000000000000aa': 1 },
      t: { ref: [['00000000000000aa', 1], 5], text: [['00000000000000aa', 1], 5] },
    },
    ref,
    text: 'two hours',
  })

  it('travel beside the records and keep an undone one in the trash', async () => {
    const library = freshLibrary()
    const { record } = await library.save(paper())
    await library.undo()
    expect((await library.counts()).trashed).toBe(0)
    expect(await library.importDocuments([highlight(record.id)])).toMatchObject({
      highlights: 1,
    })
    expect((await library.counts()).trashed).toBe(1)
    expect(await all(library.exportHighlights())).toEqual([highlight(record.id)])
    expect(await all(library.exportHighlights({ ids: [] }))).toEqual([])
    expect(await library.importDocuments([highlight(record.id)])).not.toHaveProperty('action')
  })

  it('let an undone record go from the trash when they go, and bring it back with them', async () => {
    const library = freshLibrary()
    const { record } = await library.save(paper())
    await library.undo()
    await library.importDocuments([highlight(record.id)])
    expect(await library.undo()).toMatchObject({ action: 'import' })
    expect(await library.counts()).toMatchObject({ trashed: 0, documents: 1 })
    expect((await library.trash()).rows).toEqual([])
    await library.importDocuments([highlight(record.id)])
    expect(await library.counts()).toMatchObject({ trashed: 1, documents: 1 })
  })
})
