import type { Library } from '../../src/library/library.ts'
import { draftOf } from '../spare-drafts.ts'
import type { LibraryReader, ListAnswer, ListQuery } from './library-reader.ts'

/** How many rows are read at a time where all of them are wanted. */
const manyRows = 2000

/** What our pages read, from the library in this profile's database. */
export function storedLibrary(library: Library): LibraryReader {
  const list = (query: ListQuery, first: number): Promise<ListAnswer> =>
    library.query({ text: query.text, tags: query.tags, first })
  return {
    list,
    rows: (numbers) => library.rows(numbers),
    snippets: (ids, words) => library.snippets(ids, words),
    async ids(query) {
      const { rows, numbers } = await list(query, Number.POSITIVE_INFINITY)
      if (!numbers) return rows.map(({ id }) => id)
      const ids: string[] = []
      for (let from = 0; from < numbers.length; from += manyRows) {
        const part = await library.rows([...numbers.subarray(from, from + manyRows)])
        for (const row of part) if (row) ids.push(row.id)
      }
      return ids
    },
    counts: async () => ({ records: (await library.counts()).visible }),
    async tags() {
      const tags = await library.tags()
      return tags
        .map(({ tag, records }) => ({ tag, count: records }))
        .sort((a, b) => b.count - a.count)
    },
    get: (id) => library.get(id),
    draft: (key) => draftOf(library, key),
  }
}
