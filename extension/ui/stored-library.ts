import type { Library } from '../../src/library/library.ts'
import type { LibraryReader, ListPage, ListQuery } from './library-reader.ts'

/** How many ids are read at a time where all of them are wanted. */
const manyIds = 1000

/** What our pages read, from the library in this profile's database. */
export function storedLibrary(library: Library): LibraryReader {
  const page = (query: ListQuery, after: string | undefined, limit: number): Promise<ListPage> =>
    library.query({
      text: query.text,
      tags: [...query.tags],
      limit,
      ...(after !== undefined && { after }),
    })
  return {
    list: page,
    async ids(query) {
      const ids: string[] = []
      let after: string | undefined
      do {
        const { rows, next } = await page(query, after, manyIds)
        for (const { id } of rows) ids.push(id)
        after = next
      } while (after !== undefined)
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
    draft: (key) => library.drafts.get(key),
  }
}
