import { type AlikeParts, alikeParts, type Likeness, likeness } from './alike.ts'
import { breathe } from './breathe.ts'
import { readField } from './field.ts'
import { LibraryError } from './library-error.ts'
import { rowsByNumber } from './read-rows.ts'
import { getMany } from './requests.ts'
import type { StoredRecord, StoredRow } from './schema.ts'
import { catchUp, type IndexOptions } from './search/catch-up.ts'
import type { Filters } from './search/columns.ts'
import { readIndex } from './search/read-index.ts'
import type { IndexReader, Part } from './search/reader.ts'
import type { Store } from './store.ts'
import { typedPairs } from './typed-pairs.ts'

/** Two records that may be one paper. */
export interface Duplicate {
  ids: [string, string]
  likeness: Likeness
}

/** Rows, and records, that are read in one transaction. */
const chunk = 500

/** So often an index that proves damaged is made anew. */
const mostTries = 3

/**
 * Pairs of records that may be one paper, over the whole library: the search index knows each title by a number, so that only
 * the rows are read whose titles are there more than once; and the index of identifiers knows which ones readers typed. What a person said to be another paper is left out. Of many that
 * are one paper there is one pair for each but the first: when two are merged, the list is another one.
 */
export async function findDuplicates(
  store: Store,
  reader: IndexReader,
  options: IndexOptions = {},
): Promise<Duplicate[]> {
  const numbers = await sharedTitles(store, reader, options)
  // Each of them is a row that is read, and perhaps a record.
  const all = numbers.length * 2
  const rows: StoredRow[] = []
  for (let from = 0; from < numbers.length; from += chunk) {
    options.signal?.throwIfAborted()
    const part = numbers.slice(from, from + chunk)
    const read = await store.read((transaction) => rowsByNumber(transaction, part), ['rows'])
    for (const row of read) if (row?.alike !== undefined) rows.push(row)
    options.onProgress?.(from + part.length, all)
    await breathe()
  }
  const groups = groupsOf(rows)
  const without = numbers.length - groups.flat().length
  const found = await pairsOf(store, groups, options.signal, (done) =>
    options.onProgress?.(numbers.length + without + done, all),
  )
  const known = new Set(found.map(({ duplicate }) => keyOf(duplicate.ids)))
  for (const pair of await typedPairs(store, options.signal)) {
    const ids: Duplicate['ids'] = [pair[0].id, pair[1].id]
    if (known.has(keyOf(ids))) continue
    known.add(keyOf(ids))
    const [a = '', b = ''] = pair.map((document) => readField(document, 'savedAt') ?? '')
    found.push({ duplicate: { ids, likeness: 'typed' }, savedAt: a > b ? a : b })
  }
  return found.sort((a, b) => (a.savedAt > b.savedAt ? -1 : 1)).map(({ duplicate }) => duplicate)
}

function keyOf(ids: readonly string[]): string {
  return ids.toSorted().join(' ')
}

/** The numbers of rows whose title another one has too. */
async function sharedTitles(
  store: Store,
  reader: IndexReader,
  options: IndexOptions,
): Promise<number[]> {
  for (let tries = 0; tries < mostTries; tries++) {
    await catchUp(store, options)
    const shared = await readIndex(store, async (transaction) => {
      const index = await reader.index(transaction)
      return index && sharedOf(index.parts, await reader.filters(transaction, index.parts))
    })
    if (shared) return shared
  }
  throw new LibraryError(
    'unreadable',
    'The browser could not read the search index, although it was made anew. Nothing was changed. The disk may be full, or the browser may need a restart.',
  )
}

function sharedOf(parts: readonly Part[], filters: readonly Filters[]): number[] {
  const first = new Map<number, number>()
  const shared = new Set<number>()
  for (const [i, { numbers, dead }] of parts.entries()) {
    const titles = filters[i]?.titles ?? new Uint32Array()
    for (let place = 0; place < numbers.length; place++) {
      const title = titles[place] as number
      if (title === 0 || dead?.[place] === 1) continue
      const n = numbers[place] as number
      const known = first.get(title)
      if (known === undefined) first.set(title, n)
      else shared.add(known).add(n)
    }
  }
  return [...shared].sort((a, b) => a - b)
}

/** Rows that have a title and a first author in common, those saved first ahead; none that stands alone. */
function groupsOf(rows: readonly StoredRow[]): StoredRow[][] {
  const groups = new Map<string, StoredRow[]>()
  for (const row of rows) {
    const { title, name } = alikeParts(row.alike ?? '')
    const group = groups.get(`${title} ${name}`)
    if (group) group.push(row)
    else groups.set(`${title} ${name}`, [row])
  }
  return [...groups.values()]
    .filter((group) => group.length > 1)
    .map((group) => group.sort((a, b) => (a.savedAt < b.savedAt ? -1 : 1)))
}

/** A record as others are compared with it. */
interface Compared {
  document: StoredRecord
  parts: AlikeParts
}

/** A pair, and when the later one of it was saved. */
interface Pair {
  duplicate: Duplicate
  savedAt: string
}

/** Each record of a group with the first before it that may be the same paper, as the records themselves say. */
async function pairsOf(
  store: Store,
  groups: readonly StoredRow[][],
  signal: AbortSignal | undefined,
  onProgress: (done: number) => void,
): Promise<Pair[]> {
  const rows = groups.flatMap((group, of) => group.map((row) => ({ row, of })))
  const pairs: Pair[] = []
  /** Those of the group that are no duplicates of one before them. */
  let firsts: Compared[] = []
  let group = -1
  for (let from = 0; from < rows.length; from += chunk) {
    const part = rows.slice(from, from + chunk)
    const ids = part.map(({ row }) => row.id)
    const documents = await store.read(
      (transaction) => getMany(transaction, 'records', ids),
      ['records'],
    )
    for (const [i, { row, of }] of part.entries()) {
      if (of !== group) firsts = []
      group = of
      const document = documents[i]
      if (!document) continue
      const own: Compared = { document, parts: alikeParts(row.alike ?? '') }
      const pair = pairWith(firsts, own)
      if (pair) pairs.push({ duplicate: pair, savedAt: row.savedAt })
      else firsts.push(own)
      if (i % breath !== breath - 1) continue
      signal?.throwIfAborted()
      onProgress(from + i + 1)
      await breathe()
    }
    signal?.throwIfAborted()
    onProgress(from + part.length)
  }
  return pairs
}

/** Records that are compared in one go: each may be with all before it. */
const breath = 50

function pairWith(firsts: readonly Compared[], b: Compared): Duplicate | undefined {
  for (const a of firsts) {
    const how = likeness(a.document, b.document, [a.parts, b.parts])
    if (how) return { ids: [a.document.id, b.document.id], likeness: how }
  }
  return undefined
}
