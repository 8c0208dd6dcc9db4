import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import { errorText } from './error-text.ts'
import type { FoundRow, ListQuery } from './library-reader.ts'
import { useShell } from './shell.ts'
import { useAnnouncer } from './use-announcer.ts'
import { useLibraryChange } from './use-library-change.ts'

/** How many rows are read at a time. */
const page = 50

/** A list of the library as far as it was read, newest first. */
export interface LibraryList {
  query: ListQuery
  search(query: ListQuery): void
  rows: readonly FoundRow[]
  words: readonly string[]
  /** How many records answer the query; undefined until the first answer. */
  total: number | undefined
  /** How many records there are in all. */
  all: number
  more(): void
}

interface Shown {
  rows: readonly FoundRow[]
  words: readonly string[]
  total: number | undefined
}

/** Reads the list again at each change of the query or the library; an answer that comes too late is dropped. */
export function useLibraryList(): LibraryList {
  const { library } = useShell()
  const { fail } = useAnnouncer()
  const [query, search] = useState<ListQuery>({ text: '', tags: [] })
  const [shown, setShown] = useState<Shown>({ rows: [], words: [], total: undefined })
  const [all, setAll] = useState(0)
  const asked = useRef(0)

  const read = useCallback(
    async (from: number, limit: number) => {
      asked.current += 1
      const turn = asked.current
      try {
        const [found, counts] = await Promise.all([
          library.list(query, from, limit),
          library.counts(),
        ])
        if (turn !== asked.current) return
        const { total, words } = found
        setAll(counts.records)
        setShown((before) => ({
          rows: [...before.rows.slice(0, from), ...found.rows],
          total,
          words,
        }))
      } catch (error) {
        if (turn === asked.current) fail(errorText(error))
      }
    },
    [library, query, fail],
  )
  useEffect(() => void read(0, page), [read])
  useLibraryChange(() => void read(0, Math.max(page, shown.rows.length)))

  const more = () => {
    if (shown.total !== undefined && shown.rows.length < shown.total)
      void read(shown.rows.length, page)
  }
  return { query, search, ...shown, all, more }
}
