import { useCallback, useEffect, useState } from 'preact/hooks'
import { errorText } from './error-text.ts'
import type { TagCount } from './library-reader.ts'
import { useShell } from './shell.ts'
import { useAnnouncer } from './use-announcer.ts'
import { useLibraryChange } from './use-library-change.ts'

/** The library's tags with their counts, the most used first, kept up to date. */
export function useTags(): readonly TagCount[] {
  const { library } = useShell()
  const { fail } = useAnnouncer()
  const [tags, setTags] = useState<readonly TagCount[]>([])
  const read = useCallback(
    () => library.tags().then(setTags, (error: unknown) => fail(errorText(error))),
    [library, fail],
  )
  useEffect(() => void read(), [read])
  useLibraryChange(() => void read())
  return tags
}
