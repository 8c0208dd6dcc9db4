import { IDBFactory } from 'fake-indexeddb'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { LibraryRecord } from '../../src/item/record.ts'
import { toRecord } from '../../src/library/document.ts'
import type { Library } from '../../src/library/library.ts'
import { connect } from '../../src/library/open.ts'
import { placeOf, rowFor } from '../../src/library/row.ts'
import { all, freshLibrary, numbered, throughJson } from './paper.ts'

const tags = ['sea', 'Sea', 'tide', 'read']
const paperNumber = fc.nat(4)

/** One thing that a person, or a backup from elsewhere, does to a library of five papers. */
const action = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant('save' as const), n: paperNumber }) },
  fc.record({ do: fc.constant('tag' as const), n: paperNumber, tag: fc.constantFrom(...tags) }),
  fc.record({ do: fc.constant('untag' as const), n: paperNumber, tag: fc.constantFrom(...tags) }),
  fc.record({ do: fc.constant('note' as const), n: paperNumber }),
  fc.record({ do: fc.constant('remove' as const), n: paperNumber, m: paperNumber }),
  fc.record({ do: fc.constant('restore' as const), n: paperNumber }),
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('undo' as const), n: fc.option(paperNumber) }),
  },
  fc.record({ do: fc.constant('merge' as const), n: paperNumber }),
  fc.record({ do: fc.constant('exchange' as const), n: paperNumber }),
)
type Action = typeof action extends fc.Arbitrary<infer T> ? T : never

async function act(library: Library, elsewhere: Library, ids: string[], next: Action) {
  const id = ids[next.n ?? 0] ?? ''
  const isThere = (await library.get(id)) !== undefined
  switch (next.do) {
    case 'save':
      return library.save(numbered(next.n))
    case 'tag':
      return isThere && library.edit(id, { addTags: [next.tag] })
    case 'untag':
      return isThere && library.edit(id, { removeTags: [next.tag] })
    case 'note':
      return isThere && library.edit(id, { note: 'noted' })
    case 'remove':
      return library.remove([id, ids[next.m] ?? ''])
    case 'restore':
      return library.restore([id])
    case 'undo':
      return library.undo(next.n === null ? {} : { id })
    case 'merge': {
      // A paper under another id with this one's PMID: the same paper, found out late.
      const { DOI: _, ...item } = numbered(next.n, { PMID: `${next.n + 1}` }).item
      await elsewhere.save({ ...numbered(next.n), item })
      if (isThere) await library.edit(id, { item: { PMID: `${next.n + 1}` } })
      return library.importDocuments(throughJson(await all(elsewhere.exportDocuments())))
    }
    case 'exchange':
      await elsewhere.importDocuments(throughJson(await all(library.exportDocuments())))
      await elsewhere.remove([id])
      return library.importDocuments(throughJson(await all(elsewhere.exportDocuments())))
  }
}

/** What the counters must say, counted from the documents alone. */
async function recount(indexedDB: IDBFactory) {
  const connection = connect({ indexedDB })
  const counted = await connection.use(async (database) => {
    const documents = await database.getAll('records')
    const records = documents.map((document) => [document, toRecord(document)] as const)
    const at = (place: string) =>
      records.filter(([document, record]) => placeOf(document, record, false) === place)
    const perTag = new Map<string, number>()
    for (const [, record] of at('library')) {
      for (const tag of new Set(record.tags.map((one) => one.toLowerCase()))) {
        perTag.set(tag, (perTag.get(tag) ?? 0) + 1)
      }
    }
    const rows = records.flatMap(([document, record]) => rowFor(document, record, false) ?? [])
    return {
      counts: {
        visible: at('library').length,
        trashed: at('trash').length,
        documents: documents.length,
      },
      tags: [...perTag].sort(),
      rows: rows.sort((a, b) => (a.id < b.id ? -1 : 1)),
      stored: (await database.getAll('rows'))
        .map(({ n: _, ...row }) => row)
        .sort((a, b) => (a.id < b.id ? -1 : 1)),
    }
  })
  connection.close()
  return counted
}

describe('counters, rows and tag counts', () => {
  it('are what a recount of the documents gives, whatever was done', async () => {
    const ids: string[] = []
    const naming = freshLibrary()
    for (let n = 0; n < 5; n++) ids.push((await naming.save(numbered(n))).record.id)
    const run = fc.asyncProperty(
      fc.array(action, { minLength: 5, maxLength: 40, size: 'max' }),
      async (actions) => {
        const indexedDB = new IDBFactory()
        const [library, elsewhere] = [freshLibrary({ indexedDB }), freshLibrary()]
        for (const next of actions) await act(library, elsewhere, ids, next)
        const expected = await recount(indexedDB)
        expect(await library.counts()).toMatchObject(expected.counts)
        const counted = (await library.tags()).map(({ tag, records }) => [
          tag.toLowerCase(),
          records,
        ])
        expect(counted.sort()).toEqual(expected.tags)
        expect(expected.stored).toEqual(expected.rows)
        const shown: LibraryRecord[] = await all(library.exportRecords())
        expect((await library.query({ first: 100 })).rows.map(({ id }) => id)).toEqual(
          shown.map(({ id }) => id),
        )
        library.close()
        elsewhere.close()
      },
    )
    await fc.assert(run, { numRuns: 60 })
  }, 60_000)
})
