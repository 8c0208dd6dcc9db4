import type { Decision } from '../item/record.ts'
import { breathe } from './breathe.ts'
import { bareStore, resultsOf } from './requests.ts'
import type { StoredRow } from './schema.ts'
import type { Store } from './store.ts'

/** How often something is there. */
export interface Count {
  name: string
  papers: number
}

/** What a library holds, in numbers. */
export interface Statistics {
  papers: number
  /** By year of publication, rising, without gaps between the first and the last. */
  years: { year: number; papers: number }[]
  /** Papers without a year. */
  undated: number
  /** By journal, the most frequent first. */
  journals: Count[]
  decisions: Record<Decision | 'unread', number>
  /** The most used tags, each by year of publication as `years` has them. */
  tags: (Count & { years: number[] })[]
}

/** So many journals and tags are told. */
const mostJournals = 12
const mostTags = 5

/** Rows that are read at once. */
const chunk = 2000

/** Years that are none: a misprint must not stretch the picture over a thousand years. */
const firstYear = 1600
const lastYear = 2100

/** Counts the library's papers; the trash is left out. */
export async function countStatistics(
  store: Store,
  signal?: AbortSignal,
  onProgress?: (done: number) => void,
): Promise<Statistics> {
  const years = new Map<number, number>()
  const journals = new Map<string, number>()
  const tags = new Map<string, { papers: number; years: Map<number, number> }>()
  const decisions = { unread: 0, include: 0, maybe: 0, exclude: 0 }
  let papers = 0
  let undated = 0
  for (let from = 0; ; ) {
    signal?.throwIfAborted()
    const rows = await rowsAfter(store, from)
    for (const { order, year, journal, tags: own, decision } of rows) {
      if (order === undefined) continue
      papers += 1
      decisions[decision ?? 'unread'] += 1
      if (journal !== undefined) add(journals, journal)
      const published = yearIn(year)
      if (published === undefined) undated += 1
      else add(years, published)
      for (const tag of own) {
        const counts = tags.get(tag) ?? { papers: 0, years: new Map() }
        tags.set(tag, counts)
        counts.papers += 1
        if (published !== undefined) add(counts.years, published)
      }
    }
    const last = rows.at(-1)
    onProgress?.(papers)
    if (!last || rows.length < chunk) break
    from = last.n
    await breathe()
  }
  const span = spanOf(years.keys())
  return {
    papers,
    years: span.map((year) => ({ year, papers: years.get(year) ?? 0 })),
    undated,
    journals: most(journals, mostJournals),
    decisions,
    tags: [...tags]
      .map(([name, counts]) => ({ name, ...counts }))
      .sort((a, b) => b.papers - a.papers || (a.name < b.name ? -1 : 1))
      .slice(0, mostTags)
      .map(({ name, papers: count, years: own }) => ({
        name,
        papers: count,
        years: span.map((year) => own.get(year) ?? 0),
      })),
  }
}

async function rowsAfter(store: Store, from: number): Promise<StoredRow[]> {
  const [rows = []] = await store.read(
    (transaction) =>
      resultsOf<StoredRow[]>([
        bareStore(transaction, 'rows').getAll(IDBKeyRange.lowerBound(from, true), chunk),
      ]),
    ['rows'],
  )
  return rows
}

function add<K>(counts: Map<K, number>, key: K): void {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}

function yearIn(text: string | undefined): number | undefined {
  const year = Number(text)
  return Number.isInteger(year) && year >= firstYear && year <= lastYear ? year : undefined
}

function spanOf(years: Iterable<number>): number[] {
  const all = [...years]
  if (all.length === 0) return []
  const first = all.reduce((a, b) => Math.min(a, b))
  const last = all.reduce((a, b) => Math.max(a, b))
  return Array.from({ length: last - first + 1 }, (_, i) => first + i)
}

function most(counts: Map<string, number>, length: number): Count[] {
  return [...counts]
    .map(([name, papers]) => ({ name, papers }))
    .sort((a, b) => b.papers - a.papers || (a.name < b.name ? -1 : 1))
    .slice(0, length)
}
