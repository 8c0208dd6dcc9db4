import { useCallback, useEffect, useState } from 'preact/hooks'
import { errorText } from '../ui/error-text.ts'
import { useShell } from '../ui/shell.ts'
import { useAnnouncer } from '../ui/use-announcer.ts'
import type { LibraryList } from '../ui/use-library-list.ts'
import { useQuietChange } from '../ui/use-quiet-change.ts'

/**
 * The ids of all papers that a list holds, for what was ticked to be told from what is listed; undefined while they are read, and
 * where nothing is searched for: everything is listed then.
 */
export function useListed(
  { query }: LibraryList,
  isWanted: boolean,
): ReadonlySet<string> | undefined {
  const { library } = useShell()
  const { fail } = useAnnouncer()
  const [listed, setListed] = useState<{ of: LibraryList['query']; ids: ReadonlySet<string> }>()
  const isNarrowed = query.text.trim() !== '' || query.tags.length > 0
  const read = useCallback(() => {
    if (!isWanted || !isNarrowed) return
    library.ids(query).then(
      (ids) => setListed({ of: query, ids: new Set(ids) }),
      (error: unknown) => fail(errorText(error)),
    )
  }, [library, query, isWanted, isNarrowed, fail])
  useEffect(read, [read])
  useQuietChange(read)
  return isNarrowed && listed?.of === query ? listed.ids : undefined
}
