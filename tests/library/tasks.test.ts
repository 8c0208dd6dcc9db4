import { IDBFactory } from 'fake-indexeddb'
import { describe, expect, it } from 'vitest'
import type { Library } from '../../src/library/library.ts'
import type { Progress } from '../../src/library/task.ts'
import { all, freshLibrary, numbered, paper, throughJson } from './paper.ts'

/** A library of so many papers, every third of which is tagged `Sea`. */
async function filled(count: number, indexedDB = new IDBFactory()) {
  const library = freshLibrary({ indexedDB })
  const ids: string[] = []
  for (let n = 0; n < count; n++) {
    const { record } = await library.save(numbered(n))
    if (n % 3 === 0) await library.edit(record.id, { addTags: ['Sea', 'old'] })
    ids.push(record.id)
  }
  return { library, ids, indexedDB }
}

const tagsOf = async (library: Library): Promise<[string, number][]> =>
  (await library.tags()).map(({ tag, records }) => [tag, records])

describe('tags over the whole library', () => {
  it('are renamed, also to another spelling of themselves, in one action', async () => {
    const { library, ids } = await filled(9)
    const before = await all(library.exportRecords())
    expect(await library.run({ kind: 'retag', from: ['sea'], to: 'Oceans' })).toMatchObject({
      changed: 3,
      kept: 0,
      stopped: false,
    })
    expect(await tagsOf(library)).toEqual([
      ['Oceans', 3],
      ['old', 3],
    ])
    expect((await library.query({ text: 'tag:oceans' })).total).toBe(3)
    expect((await library.query({ text: 'tag:sea' })).total).toBe(0)
    await library.run({ kind: 'retag', from: ['Oceans'], to: 'OCEANS' })
    expect((await tagsOf(library))[0]).toEqual(['OCEANS', 3])
    expect((await library.get(ids[0] ?? ''))?.tags).toEqual(['OCEANS', 'old'])

    expect(await library.undoable()).toMatchObject({ action: 'tags', records: 3, isLarge: false })
    expect(await library.undo()).toMatchObject({ action: 'tags', kept: 0 })
    expect((await library.get(ids[0] ?? ''))?.tags).toEqual(['Oceans', 'old'])
    const { n = 0 } = (await library.undoable()) ?? {}
    await library.run({ kind: 'undo', action: n })
    expect(await all(library.exportRecords())).toEqual(before)
    expect((await tagsOf(library))[1]).toEqual(['Sea', 3])
  })

  it('become one, or none', async () => {
    const { library } = await filled(9)
    await library.run({ kind: 'retag', from: ['sea', 'OLD'], to: 'both' })
    expect(await tagsOf(library)).toEqual([['both', 3]])
    await library.run({ kind: 'retag', from: ['both'] })
    expect(await tagsOf(library)).toEqual([])
  })

  it('stay as they are where the new name is none', async () => {
    const { library } = await filled(3)
    for (const to of ['', ' ', 'x'.repeat(201)])
      await expect(library.run({ kind: 'retag', from: ['sea'], to })).rejects.toMatchObject({
        trouble: 'wrong-tag',
      })
    expect(await tagsOf(library)).toEqual([
      ['old', 1],
      ['Sea', 1],
    ])
  })

  it('are renamed in the trash too', async () => {
    const { library, ids } = await filled(3)
    await library.remove([ids[0] ?? ''])
    await library.run({ kind: 'retag', from: ['sea'], to: 'ocean' })
    await library.restore([ids[0] ?? ''])
    expect((await library.get(ids[0] ?? ''))?.tags).toEqual(['ocean', 'old'])
  })
})

describe('work on many records', () => {
  it('is told step by step, stopped, and taken back as far as it came', async () => {
    const { library, ids } = await filled(600)
    const progress: Progress[] = []
    const stop = new AbortController()
    const result = await library.run(
      { kind: 'mark', ids, addTags: ['read'], decision: 'include' },
      {
        signal: stop.signal,
        onProgress: (soFar) => {
          progress.push(soFar)
          if (progress.length === 2) stop.abort()
        },
      },
    )
    expect(progress.map(({ done, of }) => [done, of])).toEqual([
      [250, 600],
      [500, 600],
    ])
    expect(result).toMatchObject({ changed: 500, kept: 0, stopped: true })
    expect(await library.unfinished()).toBeUndefined()
    expect((await library.query({ text: 'tag:read is:include' })).total).toBe(500)
    const { n = 0, records } = (await library.undoable()) ?? {}
    expect(records).toBe(500)
    await expect(library.undo()).rejects.toMatchObject({ trouble: 'many' })
    await library.edit(ids[7] ?? '', { decision: 'exclude' })
    expect(await library.run({ kind: 'undo', action: n })).toMatchObject({ changed: 500, kept: 1 })
    expect((await library.query({ text: 'tag:read' })).total).toBe(0)
    expect((await library.query({ text: 'is:exclude' })).total).toBe(1)
  }, 60_000)

  it('takes the reason off with an exclusion, and gives it back', async () => {
    const { library, ids } = await filled(2)
    const [id = ''] = ids
    await library.edit(id, { decision: 'exclude', reason: 'wrong animal' })
    const marked = await library.run({ kind: 'mark', ids, decision: 'include' })
    expect(await library.get(id)).not.toHaveProperty('reason')
    await library.run({ kind: 'undo', action: marked.action ?? 0 })
    expect(await library.get(id)).toMatchObject({ decision: 'exclude', reason: 'wrong animal' })
    expect(await library.edit(id, { decision: 'maybe' })).not.toHaveProperty('reason')
  })

  it('goes on where the browser ended it, or is left', async () => {
    const { library, ids, indexedDB } = await filled(300)
    let steps = 0
    const dying = library.run(
      { kind: 'delete', ids },
      {
        onProgress: () => {
          steps += 1
          throw new Error('the browser ends here')
        },
      },
    )
    await expect(dying).rejects.toThrow(/ends here/)
    expect(steps).toBe(1)
    library.close()

    const next = freshLibrary({ indexedDB })
    expect(await next.unfinished()).toMatchObject({
      task: { kind: 'delete' },
      progress: { done: 250, of: 300 },
    })
    await expect(next.run({ kind: 'purge' })).rejects.toMatchObject({ trouble: 'busy' })
    expect(await next.run()).toMatchObject({ changed: 300, kept: 0, stopped: false })
    expect(await next.unfinished()).toBeUndefined()
    expect(await next.counts()).toMatchObject({ visible: 0, trashed: 300 })
    const { n = 0, records } = (await next.undoable()) ?? {}
    expect(records).toBe(300)
    await next.run({ kind: 'undo', action: n })
    expect(await next.counts()).toMatchObject({ visible: 300, trashed: 0 })
  }, 60_000)

  it('with nothing to do leaves nothing to take back', async () => {
    const { library } = await filled(3)
    const before = await library.undoable()
    const result = await library.run({ kind: 'retag', from: ['none'], to: 'other' })
    expect(result).toEqual({ changed: 0, kept: 0, stopped: false })
    expect(await library.undoable()).toEqual(before)
  })

  it('says which action it was, whatever else was done meanwhile', async () => {
    const { library, ids } = await filled(300)
    let saved: string | undefined
    const { action = 0 } = await library.run(
      { kind: 'mark', ids, addTags: ['read'] },
      {
        onProgress: async () => {
          saved ??= ''
          saved ||= (await library.save(numbered(900))).record.id
        },
      },
    )
    await expect.poll(() => saved).toBeTruthy()
    expect(await library.run({ kind: 'undo', action })).toMatchObject({ changed: 300 })
    expect((await library.query({ text: 'tag:read' })).total).toBe(0)
    expect(await library.undoable({ id: saved })).toMatchObject({ action: 'save' })
  }, 60_000)

  it('takes an action on few papers back as well, and says where there is nothing left', async () => {
    const library = freshLibrary()
    const { record } = await library.save(numbered(1))
    await library.edit(record.id, { note: 'one' })
    const { n: action = 0 } = (await library.undoable()) ?? {}
    expect(await library.run({ kind: 'undo', action })).toEqual({
      changed: 1,
      kept: 0,
      stopped: false,
    })
    expect((await library.get(record.id))?.note).toBeUndefined()
    await expect(library.run({ kind: 'undo', action })).rejects.toMatchObject({
      trouble: 'no-action',
    })
    const marked = await library.run({ kind: 'mark', ids: [record.id], addTags: ['x'] })
    for (let n = 0; n < 61; n++) await library.edit(record.id, { note: `note ${n}` })
    const swept = library.run({ kind: 'undo', action: marked.action ?? 0 })
    await expect(swept).rejects.toMatchObject({ trouble: 'no-action' })
    expect(await library.unfinished()).toBeUndefined()
    expect((await library.get(record.id))?.tags).toEqual(['x'])
  })

  it('is not taken back, nor forgotten, while it is half done', async () => {
    const { library, ids } = await filled(300)
    const dying = library.run(
      { kind: 'delete', ids },
      {
        onProgress: () => {
          throw new Error('the browser ends here')
        },
      },
    )
    await expect(dying).rejects.toThrow(/ends here/)
    expect(await library.undoable()).toMatchObject({ action: 'save' })
    for (let n = 0; n < 65; n++) await library.edit(ids[0] ?? '', { note: `note ${n}` })
    const { action = 0 } = await library.run()
    expect(await library.run({ kind: 'undo', action })).toMatchObject({ changed: 300, kept: 0 })
    expect(await library.counts()).toMatchObject({ visible: 300, trashed: 0 })
  }, 60_000)
})

describe('the trash', () => {
  it('is listed, what was deleted last first, and emptied for good, which can be taken back', async () => {
    const { library, ids } = await filled(5)
    const [a = '', b = ''] = ids
    await library.remove([a])
    await library.remove([b])
    const { rows, total } = await library.trash()
    expect(rows.map(({ id }) => id)).toEqual([b, a])
    expect(total).toBe(2)
    const before = throughJson(await all(library.exportDocuments()))
    const removed: number[] = []
    expect(
      await library.run({ kind: 'purge' }, { beforeRemoval: async (n) => void removed.push(n) }),
    ).toMatchObject({ changed: 2 })
    expect(removed.length).toBeGreaterThan(0)
    expect(await library.counts()).toMatchObject({ visible: 3, trashed: 0, documents: 3 })
    expect(await library.get(a)).toBeUndefined()
    const { n = 0 } = (await library.undoable()) ?? {}
    await library.run({ kind: 'undo', action: n })
    expect(await library.counts()).toMatchObject({ visible: 3, trashed: 2, documents: 5 })
    expect(throughJson(await all(library.exportDocuments()))).toEqual(before)
    // What is saved again after it was removed for good is new.
    await library.run({ kind: 'purge' })
    expect((await library.save(numbered(0))).when).toBe('now')
  })

  it('gives what was saved again all that it had, when its emptying is taken back', async () => {
    const library = freshLibrary()
    const { record } = await library.save(paper({ volume: '4' }))
    await library.edit(record.id, { note: 'before', addTags: ['mine'], decision: 'include' })
    await library.patch(record.id, { shelf: { row: 3 } })
    await library.remove([record.id])
    await library.run({ kind: 'purge' })
    await library.save(paper())
    await library.edit(record.id, { note: 'since', addTags: ['new'] })
    expect(await library.undo({ action: 'purge' })).toMatchObject({ kept: 0 })
    const back = await library.get(record.id)
    expect(back).toMatchObject({ deleted: false, tags: ['mine', 'new'], decision: 'include' })
    expect(back?.item.volume).toBe('4')
    expect(back?.note?.split('\n\n')).toEqual(['since', 'before'])
    expect((await all(library.exportDocuments()))[0]).toMatchObject({ shelf: { row: 3 } })
    expect(await library.counts()).toMatchObject({ visible: 1, trashed: 0, documents: 1 })
  })
})

describe('the list of tags', () => {
  it('has a tag spelled as it was, when a renaming is taken back', async () => {
    const library = freshLibrary()
    const [a, b] = [await library.save(numbered(1)), await library.save(numbered(2))]
    await library.edit(a.record.id, { addTags: ['Salt'] })
    await library.edit(b.record.id, { addTags: ['old'] })
    await library.run({ kind: 'retag', from: ['Salt'], to: 'salt' })
    expect((await library.tags()).map(({ tag }) => tag)).toEqual(['old', 'salt'])
    await library.undo()
    expect((await library.tags()).map(({ tag }) => tag)).toEqual(['old', 'Salt'])
    await library.run({ kind: 'retag', from: ['old'], to: 'SALT' })
    await library.undo()
    expect((await library.tags()).map(({ tag }) => tag)).toEqual(['old', 'Salt'])
  })

  it('keeps a spelling in use where a tag that nobody has is renamed', async () => {
    const { library } = await filled(3)
    await library.run({ kind: 'retag', from: ['none'], to: 'SEA' })
    expect(await tagsOf(library)).toEqual([
      ['old', 1],
      ['Sea', 1],
    ])
  })
})

describe('a record that goes for good', () => {
  it('takes along what became part of it, and a backup brings that back', async () => {
    const { library, ids } = await filled(3)
    const before = throughJson(await all(library.exportDocuments()))
    const [survivor = '', part = '', other = ''] = ids.toSorted()
    await library.merge([survivor, part])
    await library.remove([survivor])
    expect(await library.run({ kind: 'purge' })).toMatchObject({ changed: 1 })
    expect(await library.counts()).toMatchObject({ visible: 1, trashed: 0, documents: 1 })
    const { n = 0 } = (await library.undoable()) ?? {}
    await library.run({ kind: 'undo', action: n })
    expect(await library.get(part)).toMatchObject({ id: survivor, deleted: true })
    await library.run({ kind: 'purge' })
    await library.importDocuments(before)
    for (const id of [survivor, part, other])
      expect(await library.get(id)).toMatchObject({ id, deleted: false })
  })
})

describe('an import', () => {
  it('is taken back by one undo: new papers go, merged ones are as they were, changed ones go to the trash', async () => {
    const { library: source } = await filled(40)
    const documents = throughJson(await all(source.exportDocuments()))
    const library = freshLibrary()
    const { record: own } = await library.save(numbered(0))
    await library.edit(own.id, { note: 'mine' })
    const before = throughJson(await all(library.exportDocuments()))
    await library.importDocuments(documents, { chunk: 16 })
    expect(await library.counts()).toMatchObject({ visible: 40 })
    expect((await library.get(own.id))?.tags).toEqual(['old', 'Sea'])
    const changed = (await library.query({ text: '0005' })).rows[0]?.id ?? ''
    await library.edit(changed, { note: 'worked on since' })

    const { n = 0, action, records } = (await library.undoable({ action: 'import' })) ?? {}
    expect([action, records]).toEqual(['import', 40])
    await library.run({ kind: 'undo', action: n })
    expect(await library.counts()).toMatchObject({ visible: 1, trashed: 1, documents: 2 })
    expect(await library.get(changed)).toMatchObject({ deleted: true, note: 'worked on since' })
    const after = (await all(library.exportDocuments())).find(({ id }) => id === own.id)
    expect(after).toMatchObject({ note: 'mine', tags: [] })
    expect(before).toHaveLength(1)
    // The same file brings the same papers again.
    await library.importDocuments(documents)
    expect(await library.counts()).toMatchObject({ visible: 39, trashed: 1 })
  }, 30_000)

  it('says beforehand what it would do, and brings back what was deleted since where that is wanted', async () => {
    const { library, ids } = await filled(4)
    const documents = throughJson(await all(library.exportDocuments()))
    const [a = '', b = '', c = ''] = ids
    await library.remove([a])
    await library.remove([b])
    await library.run({ kind: 'purge' })
    await library.remove([a, c])
    const file = [...documents, { id: 'broken' }]
    const preview = { merged: 0, unchanged: 1, broken: 1 }
    // The first two were removed for good: they are new again.
    expect(await library.previewImport(file)).toMatchObject({ ...preview, added: 2, deleted: 1 })
    expect(await library.counts()).toMatchObject({ visible: 1, trashed: 1 })
    expect(await library.importDocuments(file)).toMatchObject({ ...preview, added: 2, deleted: 1 })
    expect(await library.get(c)).toMatchObject({ deleted: true })
    expect(await library.previewImport(file, { bringBack: true })).toMatchObject({ merged: 1 })
    await library.importDocuments(file, { bringBack: true })
    expect(await library.get(c)).toMatchObject({ deleted: false })
    expect(await library.counts()).toMatchObject({ visible: 4, trashed: 0 })
  })

  it.each([
    [
      'an identifier',
      { id: 'r:00000000000000000000000003', title: 'A again', PMID: '77', volume: '3' },
    ],
    ['its id', { id: 'r:00000000000000000000000001', title: 'A again', volume: '2' }],
  ])(
    'is taken back whole, though a later part of it met an earlier one by %s',
    async (_, again) => {
      const library = freshLibrary()
      const documents = [
        { id: 'r:00000000000000000000000001', title: 'A', DOI: '10.5555/a', PMID: '77' },
        { id: 'r:00000000000000000000000002', title: 'B', DOI: '10.5555/b' },
        { ...again, tags: ['x'] },
        { id: 'r:00000000000000000000000004', title: 'D', DOI: '10.5555/d' },
      ]
      const { action = 0 } = await library.importDocuments(documents, { chunk: 2 })
      expect(await library.counts()).toMatchObject({ visible: 3 })
      expect(await library.run({ kind: 'undo', action })).toMatchObject({ kept: 0 })
      expect(await library.counts()).toMatchObject({ visible: 0, trashed: 0, documents: 0 })
      // And what was worked on since is kept, and counted once.
      const second = await library.importDocuments(documents, { chunk: 2 })
      const id = documents[0]?.id ?? ''
      await library.edit(id, { note: 'mine' })
      const undone = await library.run({ kind: 'undo', action: second.action ?? 0 })
      expect(undone).toMatchObject({ kept: 1 })
      expect(await library.get(id)).toMatchObject({ deleted: true, note: 'mine' })
      expect(await library.counts()).toMatchObject({ visible: 0, trashed: 1, documents: 1 })
    },
  )

  it('goes no further where it is taken back while it is under way', async () => {
    const { library: source, ids } = await filled(4)
    const [survivor = '', other = '', part = ''] = ids.toSorted()
    await source.merge([survivor, part])
    const [first, ...rest] = throughJson(await all(source.exportDocuments()))
    expect([first?.id, rest[0]?.id]).toEqual([survivor, other])
    const library = freshLibrary()
    async function* documents() {
      yield first
      yield rest[0]
      await expect.poll(async () => (await library.counts()).visible).toBe(1)
      await library.undo()
      yield* rest.slice(1)
    }
    const importing = library.importDocuments(documents(), { chunk: 1 })
    await expect(importing).rejects.toMatchObject({ trouble: 'no-action' })
    // Else what became part of the first would lead nowhere.
    expect(await library.counts()).toMatchObject({ visible: 0, documents: 0 })
  })

  it('leaves a paper of one’s own in the library that was merged with one of its since', async () => {
    const library = freshLibrary()
    const { record: own } = await library.save(numbered(1))
    const { action = 0 } = await library.importDocuments([
      { id: 'r:00000000000000000000000001', title: 'Came', DOI: '10.5555/came' },
    ])
    await library.merge([own.id, 'r:00000000000000000000000001'])
    expect(await library.run({ kind: 'undo', action })).toMatchObject({ kept: 1 })
    expect(await library.counts()).toMatchObject({ visible: 1, trashed: 0 })
  })

  it('is taken back though its file and its identifiers both made one paper of two', async () => {
    const { DOI: _, ...byPmid } = paper({ PMID: '123' }).item
    const [one, two] = [freshLibrary(), freshLibrary()]
    const ids = [
      (await one.save(paper({ PMID: '123' }))).record.id,
      (await two.save(paper({}, { item: byPmid }))).record.id,
    ]
    const backupOf = async (library: Library) => throughJson(await all(library.exportDocuments()))
    await one.importDocuments(await backupOf(two))
    const both = await backupOf(one)
    // Whoever has the one that became part of the other sees it again, and no trace of that other.
    const part = ids.toSorted()[1] ?? ''
    const library = freshLibrary()
    await library.save(ids[0] === part ? paper({ PMID: '123' }) : paper({}, { item: byPmid }))
    const third = freshLibrary()
    await third.importDocuments(both)
    await library.importDocuments(both)
    await third.importDocuments(await backupOf(library))
    expect(await library.undo()).toMatchObject({ action: 'import', kept: 0 })
    expect(await library.get(part)).toMatchObject({ id: part, deleted: false })
    expect(await library.counts()).toMatchObject({ visible: 1, documents: 1 })
    // And where both came by the import, none is left as a part of nothing.
    expect(await third.undo()).toMatchObject({ action: 'import', kept: 0 })
    expect(await third.counts()).toMatchObject({ visible: 0, trashed: 0, documents: 0 })
  })
})
