import { arxivOf } from '../item/identifier.ts'
import type { Item } from '../item/item.ts'
import { isAtOdds } from './identity.ts'
import { isDistinct } from './merge.ts'
import type { Transaction } from './open.ts'
import { bareStore, getMany, resultsOf } from './requests.ts'
import { alikeOf } from './row.ts'
import type { StoredRecord, StoredRow } from './schema.ts'

/**
 * Why two records may be one paper: title, year and first author are the same; or a preprint and what was published of it, or two
 * such versions; or a reader typed on one an identifier of the other, whose words are others.
 */
export type Likeness = 'alike' | 'version' | 'typed'

/** A preprint is published within so many years, or it is another paper. */
const mostYears = 3

/** Shorter titles than this, in letters and digits, are headings that many papers have: `Editorial`, `Introduction`. */
const shortTitle = 25

/** The parts of a row's `alike`. */
export interface AlikeParts {
  title: string
  year: number
  name: string
}

/** The parts of what `alikeOf` gives. */
export function alikeParts(alike: string): AlikeParts {
  const [title = '', year = '0', name = ''] = alike.split(' ')
  return { title, year: Number(year), name }
}

/** How two records are alike, by their rows; undefined where they are not. */
export function likenessOfRows(a: AlikeParts, b: AlikeParts): Likeness | undefined {
  if (a.title !== b.title || a.name !== b.name) return undefined
  if (a.year === b.year) return 'alike'
  return Math.abs(a.year - b.year) <= mostYears ? 'version' : undefined
}

/** The same where the records themselves are known, which may speak against it. */
export function likeness(
  a: StoredRecord,
  b: StoredRecord,
  parts: readonly [AlikeParts, AlikeParts],
): Likeness | undefined {
  const byRows = likenessOfRows(...parts)
  if (byRows === undefined) return undefined
  if (isDistinct(a, b)) return undefined
  if (isPreprint(a) !== isPreprint(b)) return 'version'
  const differ = isAtOdds(a.ids, b.ids)
  return differ && parts[0].title.length < shortTitle ? undefined : byRows
}

/** Servers whose papers are preprints, by the beginnings of their DOIs. */
const preprintDoi =
  /^10\.(?:48550\/arxiv|1101\/|21203\/|31234\/|31235\/|26434\/|20944\/|2139\/|22541\/|36227\/|1590\/scielopreprints|14293\/|32942\/|5281\/zenodo)/i

/** True for a record whose paper has not been published but as a preprint. */
export function isPreprint(record: Pick<StoredRecord, string>): boolean {
  const doi = typeof record.DOI === 'string' ? record.DOI : ''
  if (doi !== '' && !preprintDoi.test(doi)) return false
  if (preprintDoi.test(doi)) return true
  const item: Item = { type: 'article' }
  for (const field of ['archive', 'number', 'URL'] as const) {
    const value = record[field]
    if (typeof value === 'string') item[field] = value
  }
  return record.type === 'article' || (arxivOf(item) !== undefined && !record['container-title'])
}

/** The records in the library that may be the paper of this item, the likest first. */
export async function findAlike(
  transaction: Transaction<'readonly' | 'readwrite'>,
  item: Item,
): Promise<{ document: StoredRecord; likeness: Likeness }[]> {
  const own = alikeOf(item)
  if (own === undefined) return []
  const parts = alikeParts(own)
  const index = bareStore(transaction, 'rows').index('alike')
  const range = IDBKeyRange.bound(`${parts.title} `, `${parts.title} \uffff`)
  const [rows = []] = await resultsOf<StoredRow[]>([index.getAll(range, 50)])
  const found = rows.flatMap((row) => {
    const how = likenessOfRows(parts, alikeParts(row.alike ?? ''))
    return how ? [{ row, how }] : []
  })
  const documents = await getMany(
    transaction,
    'records',
    found.map(({ row }) => row.id),
  )
  return found
    .flatMap(({ how }, i) => {
      const document = documents[i]
      return document ? [{ document, likeness: how }] : []
    })
    .sort((a, b) => (a.likeness === b.likeness ? 0 : a.likeness === 'alike' ? -1 : 1))
}
