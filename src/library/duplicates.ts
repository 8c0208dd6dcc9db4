import { alikeParts, type Likeness, likeness, likenessOfRows } from './alike.ts'
import { breathe } from './breathe.ts'
import { rowsByNumber } from './read-rows.ts'
import { getMany } from './requests.ts'
import type { StoredRow } from './schema.ts'
import { catchUp, type IndexOptions } from './search/catch-up.ts'
import type { IndexReader } from './search/reader.ts'
import type { Store } from './store.ts'

/** Two records that may be one paper. */
export interface Duplicate {
  ids: [string, string]
  likeness: Likeness
}

/** Rows that are read in one transaction. */
const chunk = 500

/**
 * Pairs of records that may be one paper, over the whole library: the search index knows each title by a number, so that only
 * the rows are read whose titles are there more than once. What a person said to be another paper is left out.
 */
export async function findDuplicates(
  store: Store,
  reader: IndexReader,
  options: IndexOptions = {},
): Promise<Duplicate[]> {
  await catchUp(store, options)
  const numbers = await sharedTitles(store, reader)
  const rows: StoredRow[] = []
  for (let from = 0; from < numbers.length; from += chunk) {
    options.signal?.throwIfAborted()
    const part = numbers.slice(from, from + chunk)
    const read = await store.read((transaction) => rowsByNumber(transaction, part), ['rows'])
    for (const row of read) if (row?.alike !== undefined) rows.push(row)
    options.onProgress?.(from + part.length, numbers.length)
    await breathe()
  }
  return confirmed(store, candidates(rows))
}

/** The numbers of rows whose title another one has too. */
async function sharedTitles(store: Store, reader: IndexReader): Promise<number[]> {
  return store.read(
    async (transaction) => {
      const index = await reader.index(transaction)
      const parts = index?.parts ?? []
      const filters = await reader.filters(transaction, parts)
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
    },
    ['meta', 'segments', 'orders', 'filters', 'dead'],
  )
}

interface Candidate {
  rows: [StoredRow, StoredRow]
}

/** Rows in pairs that are alike; of three, the first with each of the others. */
function candidates(rows: readonly StoredRow[]): Candidate[] {
  const groups = new Map<string, StoredRow[]>()
  for (const row of rows) {
    const { title, name } = alikeParts(row.alike ?? '')
    const group = groups.get(`${title} ${name}`)
    if (group) group.push(row)
    else groups.set(`${title} ${name}`, [row])
  }
  const pairs: Candidate[] = []
  for (const group of groups.values()) {
    const byTime = group.sort((a, b) => (a.savedAt < b.savedAt ? -1 : 1))
    for (const [i, a] of byTime.entries())
      for (const b of byTime.slice(i + 1))
        if (likenessOfRows(alikeParts(a.alike ?? ''), alikeParts(b.alike ?? '')))
          pairs.push({ rows: [a, b] })
  }
  return pairs
}

/** The pairs against which the records themselves do not speak, the newest first. */
async function confirmed(store: Store, pairs: readonly Candidate[]): Promise<Duplicate[]> {
  const found: { duplicate: Duplicate; savedAt: string }[] = []
  for (let from = 0; from < pairs.length; from += chunk) {
    const part = pairs.slice(from, from + chunk)
    const ids = part.flatMap(({ rows }) => rows.map(({ id }) => id))
    const documents = await store.read(
      (transaction) => getMany(transaction, 'records', ids),
      ['records'],
    )
    for (const [i, { rows }] of part.entries()) {
      const [a, b] = [documents[i * 2], documents[i * 2 + 1]]
      if (!a || !b) continue
      const how = likeness(a, b, [alikeParts(rows[0].alike ?? ''), alikeParts(rows[1].alike ?? '')])
      if (how)
        found.push({ duplicate: { ids: [a.id, b.id], likeness: how }, savedAt: rows[1].savedAt })
    }
  }
  return found.sort((a, b) => (a.savedAt > b.savedAt ? -1 : 1)).map(({ duplicate }) => duplicate)
}
