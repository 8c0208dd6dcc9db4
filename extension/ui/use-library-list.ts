import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import { errorText } from './error-text.ts'
import type { ListAnswer, ListQuery, RowSnippet } from './library-reader.ts'
import { useShell } from './shell.ts'
import { useAnnouncer } from './use-announcer.ts'
import { useLibraryChange } from './use-library-change.ts'

/** How many rows are read at a time. */
const page = 50

/** A list of the library as far as it was read, newest first. */
export interface LibraryList {
  query: ListQuery
  search(query: ListQuery): void
  rows: ListAnswer['rows']
  /** What to mark in titles and abstracts. */
  words: readonly string[]
  /** Where the words stand in abstracts, by record id; they come after the rows. */
  snippets: ReadonlyMap<string, RowSnippet>
  /** How many records answer the query, or are known to so far; undefined until the first answer. */
  total: number | undefined
  /** How many records there are in all. */
  all: number
  hasMore: boolean
  more(): void
  /** True while the search index is being made: older papers may be missing in an answer. */
  isIndexing: boolean
}

interface Shown
  extends Pick<LibraryList, 'rows' | 'words' | 'snippets' | 'total' | 'hasMore' | 'isIndexing'> {}

const everything: ListQuery = { text: '', tags: [] }
const nothing: Shown = {
  rows: [],
  words: [],
  snippets: new Map(),
  total: undefined,
  hasMore: false,
  isIndexing: false,
}

/** What the list was a moment ago: its first rows, and how many records there are. */
export interface KnownList {
  rows: ListAnswer['rows']
  records: number
}

/** Reads the list again at each change of the query or the library; an answer that comes too late is dropped. */
export function useLibraryList(known?: KnownList): LibraryList {
  const { library } = useShell()
  const { fail } = useAnnouncer()
  const [query, search] = useState(everything)
  const [shown, setShown] = useState<Shown>(() =>
    known
      ? {
          ...nothing,
          rows: known.rows,
          total: known.records,
          hasMore: known.records > known.rows.length,
        }
      : nothing,
  )
  const [all, setAll] = useState(known?.records ?? 0)
  const turn = useRef(0)

  const read = useCallback(
    async (first: number) => {
      turn.current += 1
      const mine = turn.current
      const isLate = () => mine !== turn.current
      try {
        const [found, counts] = await Promise.all([library.list(query, first), library.counts()])
        if (isLate()) return
        setAll(counts.records)
        const isAll = query.text.trim() === '' && query.tags.length === 0
        const total = found.total ?? (isAll ? counts.records : found.numbers?.length)
        const { isIndexing, words } = found
        const rows = { rows: found.rows, words, isIndexing, total: total ?? found.rows.length }
        const hasMore = found.rows.length < rows.total
        setShown((before) => ({ ...before, ...rows, hasMore }))
        // The rows are there by now: what stands in their abstracts may come a moment later.
        const snippets = await snippetsOf(library, found)
        if (!isLate()) setShown((before) => ({ ...before, snippets }))
      } catch (error) {
        if (!isLate()) fail(errorText(error))
      }
    },
    [library, query, fail],
  )
  useEffect(() => void read(page), [read])
  useLibraryChange(() => void read(Math.max(page, shown.rows.length)))
  return { query, search, ...shown, all, more: () => void read(shown.rows.length + page) }
}

async function snippetsOf(
  library: ReturnType<typeof useShell>['library'],
  { rows, words }: ListAnswer,
): Promise<ReadonlyMap<string, RowSnippet>> {
  if (words.length === 0) return nothing.snippets
  const ids = rows.map(({ id }) => id)
  const found = await library.snippets(ids, words)
  return new Map(ids.flatMap((id, i) => (found[i] ? [[id, found[i]]] : [])))
}
