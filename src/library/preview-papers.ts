import { type FilePaper, type IncomingPaper, readFilePaper } from './file-paper.ts'
import { holdersIn } from './holders.ts'
import {
  chunksOf,
  type Documents,
  type ImportOptions,
  type ImportResult,
  nothingYet,
} from './import-in-chunks.ts'
import { findPaper } from './import-papers.ts'
import type { Transaction } from './open.ts'
import { gainsOf, planPaper } from './plan-paper.ts'
import { getMany } from './requests.ts'
import type { StoredRecord } from './schema.ts'
import type { Store } from './store.ts'

/** What an import of papers would do. */
export interface PapersPreview extends ImportResult {
  /** Papers that stand in the file more than once, the first time not counted. */
  repeated: number
  /** What papers that are here would gain, by the record's field (`tags` and `identifiers` for all of these), and how many would. */
  gains: { field: string; papers: number }[]
}

/** What `importPapers` would do, without doing it. */
export async function previewPapers(
  store: Store,
  papers: Documents<FilePaper>,
  now: () => number,
  options: ImportOptions = {},
): Promise<PapersPreview> {
  const { bringBack = false, onProgress } = options
  const result = nothingYet()
  const gains = new Map<string, number>()
  const seen = new Set<string>()
  let repeated = 0
  for await (const { part } of chunksOf(readFilePaper, papers, result, options)) {
    const known = await store.read((transaction) => recordsOf(transaction, part), ['records'])
    for (const [i, one] of part.entries()) {
      const how = { bringBack, now: now(), at: one.at }
      const { fate, fields } = planPaper(known[i], one.paper, how)
      const marks = one.telling.length > 0 ? one.telling : one.ids.slice(-1)
      if (fate === 'added' && marks.some((mark) => seen.has(mark))) repeated += 1
      else result[fate] += 1
      if (fate === 'added') for (const mark of marks) seen.add(mark)
      if (fate !== 'merged') continue
      for (const field of gainsOf(fields)) gains.set(field, (gains.get(field) ?? 0) + 1)
    }
    onProgress?.({ ...result })
  }
  return { ...result, repeated, gains: [...gains].map(([field, papers]) => ({ field, papers })) }
}

/** The record of each of these papers, where there is one. */
async function recordsOf(
  transaction: Transaction,
  part: readonly IncomingPaper[],
): Promise<(StoredRecord | undefined)[]> {
  const holders = holdersIn(transaction)
  const telling = part.flatMap((one) => one.telling)
  await holders.prefetch(telling)
  const held = await Promise.all(telling.map(holders.of))
  const ids = [...new Set([...part.flatMap((one) => one.ids), ...held.flatMap((all) => [...all])])]
  const found = await getMany(transaction, 'records', ids)
  const documents = new Map(ids.map((id, i) => [id, found[i]]))
  const get = async (id: string) =>
    documents.has(id) ? documents.get(id) : transaction.objectStore('records').get(id)
  const records: (StoredRecord | undefined)[] = []
  for (const one of part) records.push(await findPaper(one, holders, get))
  return records
}
