import type { RefObject } from 'preact'
import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import type { RecordRow } from '../../src/item/record.ts'
import { errorText } from './error-text.ts'
import type { LibraryReader, ListAnswer, ListQuery, RowSnippet } from './library-reader.ts'
import { useShell } from './shell.ts'
import { useAnnouncer } from './use-announcer.ts'
import { useLibraryChange } from './use-library-change.ts'

/** How many rows are read at a time. */
const page = 50

/** How many abstracts are looked through at a time: a screen's. Of 50 the page stood still for 85 ms. */
const snippetsAtOnce = 10

/** Rows that are kept in memory: of a hundred screens. */
const mostKept = 5000

/** A list of the library, newest first, of which the rows are read that are wanted. */
export interface LibraryList {
  query: ListQuery
  search(query: ListQuery): void
  /** The first rows, without waiting for the places of all. */
  first: readonly RecordRow[]
  /** How many rows there are places for. */
  length: number
  /** The row at a place; undefined until it is read, which `want` has done. */
  row(place: number): RecordRow | undefined
  /** Has the rows of these places read; the last one is not wanted. */
  want(from: number, to: number): void
  /** The place at which the keyboard was last, for the same query. */
  at: RefObject<number | undefined>
  /** What to mark in titles and abstracts. */
  words: readonly string[]
  /** Where the words stand in abstracts, by record id; they come after the rows. */
  snippets: ReadonlyMap<string, RowSnippet>
  /** How many records answer the query, or are known to so far; undefined until the first answer. */
  total: number | undefined
  /** How many records there are in all. */
  all: number
  /** True while the search index is being made: older papers may be missing in an answer. */
  isIndexing: boolean
}

interface Shown extends Pick<LibraryList, 'first' | 'words' | 'total' | 'isIndexing'> {
  /** The rows' numbers, by their places; absent until they are known. */
  numbers: Uint32Array | undefined
  /** What they answer. */
  of: ListQuery
}

const everything: ListQuery = { text: '', tags: [] }
const nothing: Shown = {
  first: [],
  numbers: undefined,
  of: everything,
  words: [],
  total: undefined,
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
    known ? { ...nothing, first: known.rows, total: known.records } : nothing,
  )
  const [all, setAll] = useState(known?.records ?? 0)
  const turn = useRef(0)
  const at = useRef<number | undefined>(undefined)
  const report = useCallback((error: unknown) => fail(errorText(error)), [fail])

  const read = useCallback(async () => {
    turn.current += 1
    const mine = turn.current
    const isLate = () => mine !== turn.current
    try {
      const [found, counts] = await Promise.all([library.list(query, page), library.counts()])
      if (isLate()) return
      setAll(counts.records)
      const { rows: first, isIndexing, words, numbers } = found
      // Without numbers nothing was asked for, as with a blank text or `tag:` before its value: all papers answer.
      const total = found.total ?? numbers?.length ?? counts.records
      const answer = { first, words, isIndexing, total, of: query }
      const isWhole = first.length >= answer.total
      // The same question's old places stand until the new ones are known, so that nobody is thrown to the list's beginning.
      setShown((before) => ({
        ...answer,
        numbers: numbers ?? (before.of === query && !isWhole ? before.numbers : undefined),
      }))
      if (numbers || isWhole) return
      const places = await library.numbers(query)
      if (!isLate()) setShown((before) => ({ ...before, numbers: places }))
    } catch (error) {
      if (!isLate()) report(error)
    }
  }, [library, query, report])
  useEffect(() => {
    at.current = undefined
    void read()
  }, [read])
  useLibraryChange(() => void read())

  const { first, numbers, words } = shown
  const rows = useRows(library, numbers, report)
  const snippets = useSnippets(library, words, first, rows.kept)
  return {
    query,
    search,
    ...shown,
    length: numbers?.length ?? first.length,
    row: (place) => {
      const n = numbers?.[place]
      return (n === undefined ? undefined : rows.kept.get(n)) ?? first[place]
    },
    want: rows.want,
    at,
    snippets,
    all,
  }
}

/** Reads rows by their numbers and keeps them: a number has one row for good, since a row that changes gets a new one. */
function useRows(
  library: LibraryReader,
  numbers: Uint32Array | undefined,
  report: (error: unknown) => void,
): { kept: ReadonlyMap<number, RecordRow>; want(from: number, to: number): void } {
  const [kept, setKept] = useState<ReadonlyMap<number, RecordRow>>(new Map())
  const asked = useRef(new Set<number>())
  const want = useCallback(
    (from: number, to: number) => {
      if (!numbers) return
      const begin = Math.floor(from / page) * page
      const wanted = [...numbers.subarray(begin, Math.ceil(to / page) * page)]
      const missing = wanted.filter((n) => !kept.has(n) && !asked.current.has(n))
      if (missing.length === 0) return
      for (const n of missing) asked.current.add(n)
      library
        .rows(missing)
        .then((rows) =>
          setKept((before) => {
            const next = new Map(before.size > mostKept ? [] : before)
            for (const [i, row] of rows.entries()) if (row) next.set(missing[i] as number, row)
            return next
          }),
        )
        .catch(report)
        .finally(() => {
          for (const n of missing) asked.current.delete(n)
        })
    },
    [library, numbers, kept, report],
  )
  return { kept, want }
}

/** Where the words stand in the abstracts of the rows that were read. */
function useSnippets(
  library: LibraryReader,
  words: readonly string[],
  first: readonly RecordRow[],
  rows: ReadonlyMap<number, RecordRow>,
): ReadonlyMap<string, RowSnippet> {
  const key = words.join(' ')
  const [kept, setKept] = useState<{ key: string; snippets: ReadonlyMap<string, RowSnippet> }>()
  const asked = useRef({ key, ids: new Set<string>() })
  useEffect(() => {
    if (words.length === 0) return
    if (asked.current.key !== key) asked.current = { key, ids: new Set() }
    const mine = asked.current
    const ids = [...first, ...rows.values()].map(({ id }) => id).filter((id) => !mine.ids.has(id))
    if (ids.length === 0) return
    for (const id of ids) mine.ids.add(id)
    const read = async () => {
      for (let from = 0; from < ids.length; from += snippetsAtOnce) {
        const some = ids.slice(from, from + snippetsAtOnce)
        const found = await library.snippets(some, words)
        if (mine !== asked.current) return
        const more = some.flatMap((id, i) => (found[i] ? [[id, found[i]] as const] : []))
        setKept((before) => ({
          key,
          snippets: new Map([...(before?.key === key ? before.snippets : []), ...more]),
        }))
      }
    }
    // What stands in abstracts is an extra: the list is there without it.
    read().catch(() => undefined)
  }, [library, key, first, rows])
  return kept?.key === key ? kept.snippets : none
}

const none: ReadonlyMap<string, RowSnippet> = new Map()
