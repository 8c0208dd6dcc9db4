import { IDBFactory } from 'fake-indexeddb'
import { describe, expect, it } from 'vitest'
import type { KeyOf } from '../../src/item/citation-key.ts'
import { citationPatterns, compileCitationPattern } from '../../src/item/citation-pattern.ts'
import { normaliseTag } from '../../src/library/tags.ts'
import { all, freshLibrary, numbered, paper } from './paper.ts'

function compiled(pattern: string): KeyOf {
  const result = compileCitationPattern(pattern)
  if (!result.ok) throw new Error(result.error.trouble)
  return result.value
}

describe('editing', () => {
  it('keeps two edits of different fields that are made at once', async () => {
    const indexedDB = new IDBFactory()
    const [one, other] = [freshLibrary({ indexedDB }), freshLibrary({ indexedDB })]
    const { record } = await one.save(paper())
    await Promise.all([
      one.edit(record.id, { note: 'A note', addTags: ['sea'] }),
      other.edit(record.id, { item: { volume: '12' }, addTags: ['tide'] }),
    ])
    const after = await one.get(record.id)
    expect(after).toMatchObject({ note: 'A note', tags: ['sea', 'tide'] })
    expect(after?.item.volume).toBe('12')
  })

  it('changes, clears and leaves alone as it is told', async () => {
    const library = freshLibrary()
    const { record } = await library.save(paper({ volume: '3' }))
    const edited = await library.edit(record.id, {
      item: { volume: null, abstract: 'One paragraph.', publisher: ' Invented Press ' },
      decision: 'exclude',
      reason: 'no data',
    })
    expect(edited.item).toMatchObject({ publisher: 'Invented Press', abstract: 'One paragraph.' })
    expect(edited.item).not.toHaveProperty('volume')
    expect(edited.sections).toEqual([{ text: 'One paragraph.' }])
    expect(edited.item.title).toBe(record.item.title)
    const cleared = await library.edit(record.id, { decision: null, reason: null, sections: [] })
    expect(cleared).not.toHaveProperty('decision')
    expect(cleared.item).not.toHaveProperty('abstract')
    expect(cleared.sections).toEqual([])
  })

  it('takes back the doubts that it puts right, which come again when it is undone', async () => {
    const library = freshLibrary()
    const captured = paper()
    delete captured.item.author
    captured.source.doubts = ['title-from-window', 'no-authors', 'shortened']
    const { record } = await library.save(captured)
    const item = { title: 'Slow tides', author: [{ family: 'Curie', given: 'Marie' }] }
    expect((await library.edit(record.id, { item })).source.doubts).toEqual(['shortened'])
    await library.undo()
    expect((await library.get(record.id))?.source.doubts).toEqual(captured.source.doubts)
  })

  it('writes nothing where nothing changes', async () => {
    const changes: unknown[] = []
    const library = freshLibrary({ onChange: (changed) => changes.push(changed) })
    const { record } = await library.save(paper())
    await library.edit(record.id, {
      item: { title: record.item.title ?? '' },
      addTags: [' '],
      note: '',
    })
    expect(changes).toHaveLength(1)
    expect((await library.undo())?.action).toBe('save')
  })

  it('puts one stamp on all fields of a patch', async () => {
    const library = freshLibrary()
    const { record } = await library.save(paper())
    await library.edit(record.id, { note: 'n', addTags: ['t'] })
    const [document] = await all(library.exportDocuments())
    expect(document?.m.t.note).toEqual(document?.m.t['tag:t'])
    expect(document?.m.t.note?.[0][1]).toBe(2)
    expect(document?.m.t.title?.[0][1]).toBe(1)
    expect(Object.values(document?.m.c ?? {})).toEqual([2])
  })

  it('raises the clock of stamps although the computer’s clock stands still or goes back', async () => {
    let clock = 5000
    const library = freshLibrary({ now: () => clock })
    const { record } = await library.save(paper())
    await library.edit(record.id, { note: 'a' })
    clock = 10
    await library.edit(record.id, { note: 'b' })
    const [document] = await all(library.exportDocuments())
    expect(document?.m.t.note).toEqual([[expect.any(String), 3], 5002])
  })

  it('keeps a long note whole, and refuses one that is too long', async () => {
    const library = freshLibrary()
    const { record } = await library.save(paper())
    const long = `${'word '.repeat(199_000)}END`
    for (const name of ['note', 'reason'] as const) {
      expect((await library.edit(record.id, { [name]: long }))[name]).toBe(long)
      const tooLong = library.edit(record.id, { [name]: `${long} ${long}` })
      await expect(tooLong).rejects.toMatchObject({ trouble: 'too-long' })
      expect((await library.get(record.id))?.[name]).toBe(long)
    }
  }, 30_000)

  it('refuses a title, a name or an abstract that it would have to cut', async () => {
    const library = freshLibrary()
    const { record } = await library.save(paper())
    for (const edit of [
      { item: { title: 'long '.repeat(60_000) } },
      { item: { author: [{ family: 'x'.repeat(400) }] } },
      { sections: [{ text: 'long '.repeat(60_000) }] },
      { item: { abstract: 'long '.repeat(60_000) } },
    ])
      await expect(library.edit(record.id, edit)).rejects.toMatchObject({ trouble: 'too-long' })
    expect(await library.get(record.id)).toEqual(record)
  })

  it('refuses a wrong value whole, and a record that is not there', async () => {
    const library = freshLibrary()
    const { record } = await library.save(paper())
    const wrong = library.patch(record.id, { note: 'kept?', decision: 'perhaps' })
    await expect(wrong).rejects.toMatchObject({ trouble: 'wrong-value' })
    await expect(library.patch(record.id, { 'tag:a  b': true })).rejects.toMatchObject({
      trouble: 'wrong-value',
    })
    expect(await library.get(record.id)).toEqual(record)
    const nobody = `r:${'0'.repeat(26)}`
    await expect(library.edit(nobody, { note: 'x' })).rejects.toMatchObject({
      trouble: 'no-record',
    })
  })
})

describe('tags', () => {
  it('are normalised, and keep the spelling that is in use', async () => {
    const library = freshLibrary()
    const [a, b] = [await library.save(numbered(1)), await library.save(numbered(2))]
    await library.edit(a.record.id, { addTags: ['  Deep\u00a0 sea ', 'e\u0301tude'] })
    const second = await library.edit(b.record.id, { addTags: ['DEEP SEA', 'deep sea'] })
    expect(second.tags).toEqual(['Deep sea'])
    expect(await library.tags()).toEqual([
      { tag: 'Deep sea', records: 2 },
      { tag: 'étude', records: 1 },
    ])
    await library.edit(a.record.id, { removeTags: ['deep SEA'] })
    expect((await library.get(a.record.id))?.tags).toEqual(['étude'])
    await library.remove([b.record.id])
    expect(await library.tags()).toEqual([{ tag: 'étude', records: 1 }])
    await library.restore([b.record.id])
    expect(await library.tags()).toContainEqual({ tag: 'Deep sea', records: 1 })
  })

  it('are nothing where only space is left, or a whole page', () => {
    expect(normaliseTag(' \u200b\n')).toBeUndefined()
    expect(normaliseTag('x'.repeat(201))).toBeUndefined()
    expect(normaliseTag('__proto__')).toBe('__proto__')
  })

  it('may have names that mean something to every object', async () => {
    const library = freshLibrary()
    const { record } = await library.save(paper())
    const tags = ['__proto__', 'constructor', 'toString']
    expect((await library.edit(record.id, { addTags: tags })).tags.toSorted()).toEqual(tags)
    expect(await library.tags()).toHaveLength(3)
  })
})

describe('citation keys', () => {
  it('are given once, apart from each other, and stay', async () => {
    const library = freshLibrary()
    const papers = await Promise.all(
      ['a', 'b', 'c'].map((end) =>
        library.save(paper({ DOI: `10.5555/${end}` }, { identifiers: [] })),
      ),
    )
    const ids = papers.map(({ record }) => record.id)
    const [first = '', second = '', third = ''] = ids
    expect(await library.assignCitationKeys([first])).toEqual({ [first]: 'ito2021slow' })
    const [keys, again] = await Promise.all([
      library.assignCitationKeys([first, second]),
      library.assignCitationKeys([third, second]),
    ])
    expect(keys).toEqual({ [first]: 'ito2021slow', [second]: 'ito2021slowa' })
    expect(again).toEqual({ [third]: 'ito2021slowb', [second]: 'ito2021slowa' })
    await library.edit(first, { item: { title: 'Another title' } })
    expect((await library.get(first))?.citationKey).toBe('ito2021slow')
    expect(await library.assignCitationKeys([first])).toEqual({ [first]: 'ito2021slow' })
  })

  it('are made by a pattern, which changes none that is there', async () => {
    const library = freshLibrary()
    const ids: string[] = []
    for (const end of ['a', 'b', 'c', 'd'])
      ids.push(
        (await library.save(paper({ DOI: `10.5555/${end}` }, { identifiers: [] }))).record.id,
      )
    const [first = '', second = '', third = '', fourth = ''] = ids
    await library.assignCitationKeys([first])
    const jabref = compiled(citationPatterns.jabref)
    const keys = { [first]: 'ito2021slow', [second]: 'Ito2021', [third]: 'Ito2021a' }
    expect(await library.assignCitationKeys([first, second, third], jabref)).toEqual(keys)
    const lower = compiled('[family:lower][year]')
    // Keys that differ in case alone are one key for BibTeX.
    const all = { ...keys, [fourth]: 'ito2021b' }
    expect(await library.assignCitationKeys([...ids], lower)).toEqual(all)
    expect(await library.assignCitationKeys([...ids])).toEqual(all)
    await library.edit(second, { item: { author: [{ family: 'Brandt' }] } })
    expect(await library.assignCitationKeys([...ids], jabref)).toEqual(all)
    expect((await library.get(second))?.citationKey).toBe('Ito2021')
  })

  it('go on from z to aa in a library, each record’s its own', async () => {
    const library = freshLibrary()
    const ids: string[] = []
    for (let i = 0; i < 29; i++)
      ids.push((await library.save(paper({ DOI: `10.5555/${i}` }, { identifiers: [] }))).record.id)
    const keys = await library.assignCitationKeys(ids, compiled('[family]'))
    expect(ids.map((id) => keys[id]?.replace('Ito', '')).join(' ')).toBe(
      ' a b c d e f g h i j k l m n o p q r s t u v w x y z aa ab',
    )
  })

  it.each(['', 'a b', '\\input{x}', 'x'.repeat(300), 'a|王'])(
    'are the default’s where what makes them gives %j',
    async (made) => {
      const library = freshLibrary()
      const { record } = await library.save(paper())
      expect(await library.assignCitationKeys([record.id], () => made)).toEqual({
        [record.id]: 'ito2021slow',
      })
    },
  )

  it('are free for others where no list shows the record that has them', async () => {
    const library = freshLibrary()
    const saved = [1, 2, 3].map(async (n) => (await library.save(numbered(n))).record.id)
    const [small = '', part = '', other = ''] = (await Promise.all(saved)).toSorted()
    await library.edit(small, { citationKey: 'kept' })
    await library.edit(part, { citationKey: 'free' })
    await library.merge([small, part])
    await library.edit(small, { citationKey: 'free' })
    await library.edit(small, { citationKey: 'kept' })
    await library.edit(other, { citationKey: 'Free' })
    // And it is its own, although the other one's id is the smaller.
    expect(await library.assignCitationKeys([other])).toEqual({ [other]: 'Free' })
  })

  it('cannot be taken from another record, in whatever case', async () => {
    const library = freshLibrary()
    const [a, b] = [await library.save(numbered(1)), await library.save(numbered(2))]
    await library.edit(a.record.id, { citationKey: 'Mine:1' })
    const taken = library.edit(b.record.id, { citationKey: 'mine:1' })
    await expect(taken).rejects.toMatchObject({ trouble: 'key-taken' })
    await expect(library.edit(b.record.id, { citationKey: 'a,b' })).rejects.toMatchObject({
      trouble: 'wrong-value',
    })
  })
})
