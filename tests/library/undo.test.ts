import { IDBFactory } from 'fake-indexeddb'
import { describe, expect, it } from 'vitest'
import { all, freshLibrary, numbered, paper, throughJson } from './paper.ts'

describe('undo', () => {
  it('takes actions back one after the other, newest first, over a restart', async () => {
    const indexedDB = new IDBFactory()
    const before = freshLibrary({ indexedDB })
    const { record } = await before.save(paper())
    await before.edit(record.id, { note: 'first' })
    await before.edit(record.id, { note: 'second', addTags: ['sea'] }, { action: 'tags' })
    before.close()
    const library = freshLibrary({ indexedDB })
    expect(await library.undo()).toEqual({ action: 'tags', ids: [record.id], kept: 0 })
    expect(await library.get(record.id)).toMatchObject({ note: 'first', tags: [] })
    await library.undo()
    expect(await library.get(record.id)).toEqual(record)
    await library.undo()
    expect(await library.get(record.id)).toMatchObject({ deleted: true })
    expect(await library.undo()).toBeUndefined()
  })

  it('leaves what was changed since, and says how much', async () => {
    const library = freshLibrary()
    const { record: a } = await library.save(numbered(1))
    const { record: b } = await library.save(numbered(2))
    await library.remove([a.id, b.id])
    await library.restore([b.id])
    await library.edit(b.id, { note: 'kept', addTags: ['sea'] })
    // The newest action that concerned the first paper is the deletion of both.
    expect(await library.undo({ id: a.id })).toEqual({
      action: 'delete',
      ids: [a.id, b.id],
      kept: 1,
    })
    expect(await library.get(a.id)).toMatchObject({ deleted: false })
    expect(await library.get(b.id)).toMatchObject({ deleted: false, note: 'kept' })
  })

  it('leaves what another device changed since', async () => {
    const library = freshLibrary()
    const { record } = await library.save(paper())
    await library.edit(record.id, { note: 'mine', addTags: ['sea'] })
    const elsewhere = freshLibrary()
    await elsewhere.importDocuments(throughJson(await all(library.exportDocuments())))
    await elsewhere.edit(record.id, { note: 'theirs' })
    await library.importDocuments(throughJson(await all(elsewhere.exportDocuments())))
    expect(await library.undo({ action: 'edit' })).toMatchObject({ kept: 1 })
    expect(await library.get(record.id)).toMatchObject({ note: 'theirs', tags: [] })
  })

  it('takes one deletion of many records back as one', async () => {
    const library = freshLibrary()
    const saved = await Promise.all([1, 2, 3].map((n) => library.save(numbered(n))))
    expect(await library.remove(saved.map(({ record }) => record.id))).toBe(3)
    expect(await library.counts()).toMatchObject({ visible: 0, trashed: 3 })
    expect(await library.undo()).toMatchObject({ action: 'delete', kept: 0 })
    expect(await library.counts()).toMatchObject({ visible: 3, trashed: 0 })
  })

  it('keeps an undone save out of the trash, unless the reader had added something', async () => {
    const library = freshLibrary()
    const bare = await library.save(numbered(1))
    await library.undo({ id: bare.record.id })
    expect(await library.counts()).toMatchObject({ visible: 0, trashed: 0, documents: 1 })
    const noted = await library.save(numbered(2))
    await library.edit(noted.record.id, { note: 'x' })
    await library.undo({ id: noted.record.id })
    await library.undo({ id: noted.record.id })
    expect(await library.counts()).toMatchObject({ visible: 0, trashed: 0, documents: 2 })
    // Saved again and deleted by hand it is an ordinary deleted paper.
    expect((await library.save(numbered(1))).when).toBe('now')
    await library.remove([bare.record.id])
    expect(await library.counts()).toMatchObject({ visible: 0, trashed: 1 })
  })

  it('puts an undone save with a tag into the trash', async () => {
    const library = freshLibrary()
    const { record } = await library.save(paper())
    // Written by bulk work or another device: no action that would have to be undone first.
    const [document] = [await library.exportDocuments().next()].map(
      ({ value }) => value ?? undefined,
    )
    await library.importDocuments([{ ...document, tags: ['sea'] }])
    await library.undo({ id: record.id })
    expect(await library.counts()).toMatchObject({ visible: 0, trashed: 1 })
    expect(await library.save(paper())).toMatchObject({ when: 'again', record: { tags: ['sea'] } })
  })

  it.each(['after', 'before'])(
    'puts an undone save into the trash whose title was typed %s it, and the next one brings it back',
    async (when) => {
      const library = freshLibrary()
      const typed = paper({ title: 'As it should be' })
      typed.source.fields.title = { source: 'reader', others: [] }
      const { record } = await library.save(when === 'before' ? typed : paper())
      if (when === 'after') {
        await library.edit(record.id, {
          item: { title: 'As it should be', 'container-title': null },
        })
      }
      await library.undo({ id: record.id, action: 'save' })
      expect(await library.counts()).toMatchObject({ visible: 0, trashed: 1 })
      const again = await library.save(paper({ ISSN: '2049-3630' }))
      expect(again).toMatchObject({
        when: 'again',
        record: { item: { title: 'As it should be', ISSN: '2049-3630' } },
      })
      expect(again.record.source.fields.title?.source).toBe('reader')
      const journal = when === 'after' ? undefined : paper().item['container-title']
      expect(again.record.item['container-title']).toBe(journal)
    },
  )

  it('brings nothing back of what was typed and taken back', async () => {
    const library = freshLibrary()
    const { record } = await library.save(paper())
    await library.edit(record.id, { item: { title: 'Wrong' } })
    await library.undo({ id: record.id })
    await library.undo({ id: record.id })
    expect(await library.counts()).toMatchObject({ visible: 0, trashed: 0 })
    expect((await library.save(paper())).when).toBe('now')
  })

  it.each([0, 1])(
    'leaves a save whose paper has become one with another since (%i)',
    async (at) => {
      const library = freshLibrary()
      const saved = [await library.save(numbered(1)), await library.save(numbered(2))]
      const ids = saved.map(({ record }) => record.id).toSorted()
      const [small = '', large = ''] = ids
      const id = ids[at] ?? ''
      await library.merge([small, large])
      const left = { action: 'save', kept: 1, merged: [id] }
      // However often it is asked for.
      expect(await library.undo({ id, action: 'save' })).toMatchObject(left)
      expect(await library.undo({ id, action: 'save' })).toMatchObject(left)
      expect(await library.counts()).toMatchObject({ visible: 1, trashed: 0 })
      for (const doi of ['doi:10.5555/n.0001', 'doi:10.5555/n.0002'])
        expect(await library.find([doi])).toMatchObject({ id: small })
      // The two are two again, and then the save can be taken back.
      await library.undo({ action: 'merge' })
      expect(await library.undo({ id, action: 'save' })).toMatchObject({ kept: 0 })
      expect(await library.counts()).toMatchObject({ visible: 1, trashed: 0, documents: 2 })
    },
  )

  it('leaves what came out of the trash and has become one with another since', async () => {
    const library = freshLibrary()
    const saved = [await library.save(numbered(1)), await library.save(numbered(2))]
    const [small = '', large = ''] = saved.map(({ record }) => record.id).toSorted()
    await library.remove([small])
    await library.restore([small])
    await library.merge([small, large])
    expect(await library.undo({ id: small, action: 'restore' })).toMatchObject({ merged: [small] })
    expect(await library.counts()).toMatchObject({ visible: 1, trashed: 0 })
    // Merged before it came out of the trash it goes back there.
    await library.remove([small])
    await library.restore([small])
    expect(await library.undo({ id: small, action: 'restore' })).toMatchObject({ kept: 0 })
    expect(await library.counts()).toMatchObject({ visible: 0, trashed: 1 })
  })

  it('remembers the last 50 actions, and at most ten more', async () => {
    const library = freshLibrary()
    const { record } = await library.save(paper())
    for (let i = 1; i <= 71; i++) await library.edit(record.id, { note: `note ${i}` })
    for (let i = 70; i >= 21; i--) {
      await library.undo()
      expect((await library.get(record.id))?.note).toBe(`note ${i}`)
    }
    let more = 0
    while (await library.undo()) more += 1
    expect(more).toBeLessThan(10)
  })
})
