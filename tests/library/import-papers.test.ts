import { describe, expect, it } from 'vitest'
import type { FilePaper } from '../../src/library/file-paper.ts'
import type { Library } from '../../src/library/library.ts'
import { freshLibrary, numbered, paper } from './paper.ts'

/** An invented paper as a file of references has it. */
function filed(n: number, more: Partial<FilePaper> = {}): FilePaper {
  return { ...numbered(n), tags: [], ...more }
}

async function only(library: Library): Promise<string> {
  const { rows } = await library.query({})
  const [row] = rows
  if (!row || rows.length > 1) throw new Error(`${rows.length} papers`)
  return row.id
}

describe('papers of a file', () => {
  it('are looked at first, come in with all that their reader added, and go again by one undo', async () => {
    const library = freshLibrary()
    const own = {
      tags: ['tides', 'to read'],
      note: 'From the file.',
      decision: 'exclude',
      reason: 'Wrong lagoon.',
      citationKey: 'ito21',
    } as const
    const file = [filed(1, { ...own, tags: [...own.tags] }), filed(2), filed(3)]
    expect(await library.previewPapers(file)).toMatchObject({ added: 3, merged: 0, repeated: 0 })
    expect((await library.counts()).documents).toBe(0)

    const result = await library.importPapers(file, { name: 'file.bib', chunk: 2 })
    expect(result).toMatchObject({ added: 3, merged: 0, unchanged: 0, stopped: false })
    expect(await library.find(['doi:10.5555/n.0001'])).toMatchObject(own)
    expect(await library.unfinishedImport()).toBeUndefined()

    await library.run({ kind: 'undo', action: result.action ?? 0 })
    expect(await library.counts()).toMatchObject({ visible: 0, trashed: 0 })
  })

  it('that are here gain what they lack, and nothing of the reader is overwritten; the file again changes nothing', async () => {
    const library = freshLibrary()
    const { record } = await library.save({ ...numbered(1), sections: [] })
    await library.edit(record.id, {
      item: { title: 'Mine' },
      addTags: ['Tides'],
      note: 'My note.',
      decision: 'include',
      citationKey: 'mine',
    })
    const before = await library.get(record.id)
    const theirs = filed(1, {
      tags: ['tides', 'salt'],
      note: 'Their note.',
      decision: 'exclude',
      reason: 'Theirs.',
      citationKey: 'theirs',
    })
    const preview = await library.previewPapers([theirs])
    expect(preview).toMatchObject({ added: 0, merged: 1 })
    expect(preview.gains.map(({ field }) => field).toSorted()).toEqual(['note', 'sections', 'tags'])

    const { action, merged } = await library.importPapers([theirs])
    expect(merged).toBe(1)
    expect(await library.get(record.id)).toMatchObject({
      item: { title: 'Mine' },
      sections: theirs.sections,
      tags: ['salt', 'Tides'],
      note: 'My note.\n\nTheir note.',
      decision: 'include',
      citationKey: 'mine',
    })
    expect((await library.get(record.id))?.reason).toBeUndefined()
    expect(await library.previewPapers([theirs])).toMatchObject({ merged: 0, unchanged: 1 })
    expect(await library.importPapers([theirs])).toMatchObject({ merged: 0, unchanged: 1 })

    await library.run({ kind: 'undo', action: action ?? 0 })
    expect(await library.get(record.id)).toEqual(before)
    // What an undo has taken away is not what the reader has cleared.
    expect(await library.previewPapers([theirs])).toMatchObject({ merged: 1, unchanged: 0 })
  })

  it('are met by a weaker identifier too, and one that stands twice in the file is one', async () => {
    const library = freshLibrary()
    await library.save({ ...numbered(1, { PMID: '123' }) })
    const { DOI: _, ...item } = numbered(9, { PMID: '123' }).item
    const byPmid = filed(9, { item })
    byPmid.source.url = ''
    const file = [byPmid, filed(2), filed(2, { tags: ['twice'] })]
    expect(await library.previewPapers(file)).toMatchObject({ added: 1, unchanged: 1, repeated: 1 })
    expect(await library.importPapers(file)).toMatchObject({ added: 1, merged: 0, unchanged: 2 })
    expect((await library.counts()).visible).toBe(2)
    expect((await library.find(['doi:10.5555/n.0002']))?.tags).toEqual(['twice'])
  })

  it('without an identifier come once however often the file does, and one address is not one paper', async () => {
    const library = freshLibrary()
    const without = (title: string, url = ''): FilePaper => {
      const { DOI: _, ...item } = paper({ title }).item
      const { source } = paper()
      return { ...filed(1), item: url ? { ...item, URL: url } : item, source: { ...source, url } }
    }
    const home = 'https://society.example/'
    const file = [
      without('Alpha'),
      without('Beta'),
      without('Gamma', home),
      without('Delta', home),
      without('Alpha'),
    ]
    expect(await library.previewPapers(file)).toMatchObject({ added: 4, repeated: 1 })
    expect(await library.importPapers(file)).toMatchObject({ added: 4, unchanged: 1 })
    expect(await library.importPapers(file)).toMatchObject({ added: 0, merged: 0, unchanged: 5 })
    expect((await library.counts()).visible).toBe(4)
  })

  it('that are in the trash stay there unless they are wanted back', async () => {
    const library = freshLibrary()
    const { record } = await library.save(numbered(1))
    await library.remove([record.id])
    const file = [filed(1, { tags: ['back'] })]
    expect(await library.previewPapers(file)).toMatchObject({ deleted: 1 })
    expect(await library.importPapers(file)).toMatchObject({ deleted: 1 })
    expect(await library.counts()).toMatchObject({ visible: 0, trashed: 1 })
    expect(await library.importPapers(file, { bringBack: true })).toMatchObject({ merged: 1 })
    expect(await library.get(await only(library))).toMatchObject({ deleted: false, tags: ['back'] })
  })

  it('have the keys of the file, the later paper a letter behind one that is taken, in one chunk and the next', async () => {
    const library = freshLibrary()
    const { record } = await library.save(numbered(9))
    await library.edit(record.id, { citationKey: 'ito' })
    const keyed = (n: number, citationKey: string) => filed(n, { citationKey })
    const file = [keyed(1, 'Ito'), keyed(2, 'ada'), keyed(3, 'ada'), keyed(4, 'ada')]
    await library.importPapers(file, { chunk: 3 })
    const keys = await Promise.all(
      [1, 2, 3, 4].map(async (n) => (await library.find([`doi:10.5555/n.000${n}`]))?.citationKey),
    )
    expect(keys).toEqual(['Itoa', 'ada', 'adaa', 'adab'])
  })

  it('that were cut off go on with the same file as one action', async () => {
    const library = freshLibrary()
    const file = Array.from({ length: 25 }, (_, n) => filed(n + 1))
    function* torn() {
      yield* file.slice(0, 15)
      throw new Error('The file ended too soon.')
    }
    const how = { name: 'file.bib', chunk: 10 }
    await expect(library.importPapers(torn(), how)).rejects.toThrow()
    expect(await library.unfinishedImport()).toMatchObject({ name: 'file.bib', done: 10 })
    const rest = await library.importPapers(file, how)
    expect(rest).toMatchObject({ added: 15, unchanged: 10, action: 1 })
    await library.run({ kind: 'undo', action: 1 })
    expect(await library.counts()).toMatchObject({ visible: 0, trashed: 0 })
  })
})
