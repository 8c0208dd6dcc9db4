import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { wordsToMark } from '../../src/library/marks.ts'
import { parseQuery } from '../../src/library/search/parse-query.ts'
import { errorText } from './error-text.ts'
import type { ListQuery, ListRow } from './library-reader.ts'
import { useShell } from './shell.ts'
import { useAnnouncer } from './use-announcer.ts'
import { useLibraryChange } from './use-library-change.ts'

/** How many rows are read at a time. */
const page = 50

/** A list of the library as far as it was read, newest first. */
export interface LibraryList {
  query: ListQuery
  search(query: ListQuery): void
  rows: readonly ListRow[]
  words: readonly string[]
  /** How many records answer the query; undefined until the first answer. */
  total: number | undefined
  /** How many records there are in all. */
  all: number
  hasMore: boolean
  more(): void
}

interface Shown {
  rows: readonly ListRow[]
  total: number | undefined
  next: string | undefined
  /** The query that the rows answer. */
  of: ListQuery
}

const everything: ListQuery = { text: '', tags: [] }

/** Reads the list again at each change of the query or the library; an answer that comes too late is dropped. */
export function useLibraryList(): LibraryList {
  const { library } = useShell()
  const { fail } = useAnnouncer()
  const [query, search] = useState(everything)
  const [shown, setShown] = useState<Shown>({
    rows: [],
    total: undefined,
    next: undefined,
    of: everything,
  })
  const [all, setAll] = useState(0)
  const turn = useRef(0)

  const read = useCallback(
    async (limit: number) => {
      turn.current += 1
      const mine = turn.current
      try {
        const [found, counts] = await Promise.all([
          library.list(query, undefined, limit),
          library.counts(),
        ])
        if (mine !== turn.current) return
        setAll(counts.records)
        setShown({
          rows: found.rows,
          total: found.total ?? found.rows.length,
          next: found.next,
          of: query,
        })
      } catch (error) {
        if (mine === turn.current) fail(errorText(error))
      }
    },
    [library, query, fail],
  )
  useEffect(() => void read(page), [read])
  useLibraryChange(() => void read(Math.max(page, shown.rows.length)))

  const more = async () => {
    const { next, of } = shown
    if (next === undefined || of !== query) return
    turn.current += 1
    const mine = turn.current
    try {
      const found = await library.list(query, next, page)
      if (mine !== turn.current) return
      setShown((before) => ({ ...before, rows: [...before.rows, ...found.rows], next: found.next }))
    } catch (error) {
      if (mine === turn.current) fail(errorText(error))
    }
  }
  return {
    query,
    search,
    rows: shown.rows,
    words: useMemo(() => wordsToMark(parseQuery(shown.of.text)), [shown.of]),
    total: shown.total,
    all,
    hasMore: shown.next !== undefined,
    more: () => void more(),
  }
}
