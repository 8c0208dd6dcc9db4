import { describe, expect, it } from 'vitest'
import type { WireDocument } from '../../src/library/wire.ts'
import { all, freshLibrary, numbered, throughJson } from './paper.ts'

async function backupOfNumbered(count: number): Promise<WireDocument[]> {
  const library = freshLibrary()
  for (let n = 1; n <= count; n++) await library.save(numbered(n))
  return throughJson(await all(library.exportDocuments()))
}

/** A file that cannot be read beyond its `readable`-th document. */
function* tornAfter(documents: readonly WireDocument[], readable: number): Generator<WireDocument> {
  yield* documents.slice(0, readable)
  throw new Error('The file ended too soon.')
}

const named = { name: 'library.json', chunk: 10 }

describe('an import that was cut off', () => {
  it('is known by its file, goes on with it as the same action, and one undo takes all back', async () => {
    const documents = await backupOfNumbered(35)
    const library = freshLibrary()
    await library.save(numbered(100))
    await expect(library.importDocuments(tornAfter(documents, 25), named)).rejects.toThrow()
    const cutOff = await library.unfinishedImport()
    expect(cutOff).toEqual({ name: 'library.json', done: 20, action: 2 })
    expect((await library.counts()).visible).toBe(21)

    const rest = await library.importDocuments(documents, named)
    expect(rest).toMatchObject({ added: 15, unchanged: 20, action: 2 })
    expect(await library.unfinishedImport()).toBeUndefined()
    await library.run({ kind: 'undo', action: 2 })
    expect(await library.counts()).toMatchObject({ visible: 1, trashed: 0 })
  })

  it('goes again whole, though what comes after the cut changes what came before it', async () => {
    const documents = await backupOfNumbered(22)
    const [first] = documents
    if (!first) throw new Error('22 documents')
    // A later copy of the first paper, as a file that was put together of two has it.
    const later = structuredClone(first)
    later.note = 'From the other half.'
    delete (later as { m?: unknown }).m
    const file = [...documents, later]
    const library = freshLibrary()
    await expect(library.importDocuments(tornAfter(file, 15), named)).rejects.toThrow()
    expect(await library.importDocuments(file, named)).toMatchObject({ action: 1, merged: 1 })
    expect((await library.get(first.id))?.note).toBe('From the other half.')
    expect(await library.run({ kind: 'undo', action: 1 })).toMatchObject({ kept: 0 })
    expect(await library.counts()).toMatchObject({ visible: 0, trashed: 0 })
  })

  it('is known after its first chunk, and with each further one', async () => {
    const documents = await backupOfNumbered(25)
    const library = freshLibrary()
    await expect(library.importDocuments(tornAfter(documents, 11), named)).rejects.toThrow()
    expect(await library.unfinishedImport()).toMatchObject({ done: 10, action: 1 })
  })

  it('may be left as it is; another file has an action of its own', async () => {
    const documents = await backupOfNumbered(25)
    const library = freshLibrary()
    await expect(library.importDocuments(tornAfter(documents, 11), named)).rejects.toThrow()
    const other = await library.importDocuments(documents, { ...named, name: 'other.json' })
    expect(other).toMatchObject({ added: 15, action: 2 })
    expect(await library.unfinishedImport()).toBeUndefined()

    await expect(library.importDocuments(tornAfter(documents, 11), named)).rejects.toThrow()
    // Nothing was changed, so that there is nothing to take back.
    expect(await library.unfinishedImport()).toEqual({ name: 'library.json', done: 10 })
    await library.leaveImport()
    expect(await library.unfinishedImport()).toBeUndefined()
    expect((await library.counts()).visible).toBe(25)
  })

  it('is still known when it was stopped, until somebody has decided; and when a task is given up', async () => {
    const documents = await backupOfNumbered(35)
    const library = freshLibrary()
    const stop = new AbortController()
    const result = await library.importDocuments(documents, {
      ...named,
      signal: stop.signal,
      onProgress: () => stop.abort(),
    })
    expect(result.stopped).toBe(true)
    await library.abandon()
    expect(await library.unfinishedImport()).toMatchObject({ name: 'library.json', action: 1 })
  })

  it('is not known where nobody said what it is called', async () => {
    const documents = await backupOfNumbered(25)
    const library = freshLibrary()
    await expect(library.importDocuments(tornAfter(documents, 11), { chunk: 10 })).rejects.toThrow()
    expect(await library.unfinishedImport()).toBeUndefined()
  })
})
