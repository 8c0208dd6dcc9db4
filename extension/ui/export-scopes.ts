import { t } from '../i18n.ts'
import type { LibraryReader } from './library-reader.ts'
import type { ExportScope } from './use-export.ts'
import type { LibraryList } from './use-library-list.ts'

/** The scope of one paper that stands open. */
export function thisPaper(id: string): ExportScope {
  return { key: 'this', name: t('scopeThis'), count: 1, ids: async () => [id] }
}

/** The scope of the whole library. */
export function allPapers(library: LibraryReader, count: number): ExportScope {
  return {
    key: 'all',
    name: t('scopeAll'),
    count,
    whole: true,
    ids: () => library.ids({ text: '', tags: [] }),
  }
}

/** The scopes of a list, the narrowest first: what is ticked, what the query shows, all. */
export function listScopes(
  library: LibraryReader,
  list: LibraryList,
  ticked: ReadonlySet<string>,
): ExportScope[] {
  const scopes: ExportScope[] = []
  if (ticked.size > 0)
    scopes.push({
      key: 'selected',
      name: t('scopeSelected'),
      count: ticked.size,
      ids: async () => [...ticked],
    })
  if (list.total !== undefined && list.total !== list.all)
    scopes.push({
      key: 'shown',
      name: t('scopeShown'),
      count: list.total,
      ids: () => library.ids(list.query),
    })
  return [...scopes, allPapers(library, list.all)]
}
