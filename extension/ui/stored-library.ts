import type { Library } from '../../src/library/library.ts'
import { draftOf } from '../spare-drafts.ts'
import type { LibraryReader, ListAnswer, ListQuery } from './library-reader.ts'

/** How many rows are read at a time where all of them are wanted. */
const manyRows = 2000

/** What our pages read, from the library in this profile's database. */
export function storedLibrary(open: () => Promise<Library>): LibraryReader {
  const list = async (query: ListQuery, first: number): Promise<ListAnswer> =>
    (await open()).query({ text: query.text, tags: query.tags, first })
  return {
    list,
    async numbers({ text, tags }) {
      const library = await open()
      const { numbers } = await library.query({ text, tags, first: 0, numbered: true })
      return numbers ?? new Uint32Array()
    },
    rows: async (numbers) => (await open()).rows(numbers),
    snippets: async (ids, words) => (await open()).snippets(ids, words),
    async ids(query) {
      const { rows, numbers } = await list(query, Number.POSITIVE_INFINITY)
      if (!numbers) return rows.map(({ id }) => id)
      const library = await open()
      const ids: string[] = []
      for (let from = 0; from < numbers.length; from += manyRows) {
        const part = await library.rows([...numbers.subarray(from, from + manyRows)])
        for (const row of part) if (row) ids.push(row.id)
      }
      return ids
    },
    counts: async () => ({ records: (await (await open()).counts()).visible }),
    async tags() {
      const tags = await (await open()).tags()
      return tags
        .map(({ tag, records }) => ({ tag, count: records }))
        .sort((a, b) => b.count - a.count)
    },
    highlights: async (recordId) => (await open()).highlights.of(recordId),
    get: async (id) => (await open()).get(id),
    async holders(identifiers) {
      const found = await (await open()).holders(identifiers)
      return found.map(({ record }) => record)
    },
    draft: async (key) => draftOf(await open(), key),
  }
}
