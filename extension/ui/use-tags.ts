import { useCallback, useEffect, useState } from 'preact/hooks'
import { errorText } from './error-text.ts'
import type { TagCount } from './library-reader.ts'
import { useShell } from './shell.ts'
import { useAnnouncer } from './use-announcer.ts'
import { useLibraryChange } from './use-library-change.ts'

/** The library's tags with their counts, the most used first, kept up to date; `known` are those of a moment ago. */
export function useTags(known: readonly TagCount[] = []): readonly TagCount[] {
  const { library } = useShell()
  const { fail } = useAnnouncer()
  const [tags, setTags] = useState(known)
  const read = useCallback(
    () => library.tags().then(setTags, (error: unknown) => fail(errorText(error))),
    [library, fail],
  )
  useEffect(() => void read(), [read])
  useLibraryChange(() => void read())
  return tags
}
