import type { NewRecord } from '../item/record.ts'
import { tellingIdentifiers } from './holders.ts'
import { isAtOdds, strongerKinds, strongestFirst } from './identity.ts'
import type { Transaction } from './open.ts'
import type { StoredRecord } from './schema.ts'
import { areTwo, typedIdentifiers, typedIn, wordsIn } from './typed.ts'

type AnyTransaction = Transaction<'readonly' | 'readwrite'>

/** So many records can share an identifier before the rest is not looked at (a site with one address for all). */
const mostSharing = 20

/**
 * The record of the paper that has one of these identifiers: one in the library before a deleted one, and
 * by the strongest identifier. `id` is the id that the identifiers give, under which the paper may stand
 * although a reader has corrected its identifiers since: then it is still this paper for the page that it was saved from, but
 * elsewhere these identifiers are those of another one. What a reader typed comes after what pages say, and says nothing where
 * the words of the `paper` that is looked for say otherwise.
 */
export async function findDocument(
  transaction: AnyTransaction,
  identifiers: readonly string[],
  id: string | undefined,
  paper?: Pick<NewRecord, 'item' | 'source' | 'identifiers'>,
): Promise<StoredRecord | undefined> {
  const index = transaction.objectStore('records').index('ids')
  const wanted = strongestFirst(identifiers)
  const [own, ...shared] = await Promise.all([
    id === undefined ? undefined : getDocument(transaction, id),
    ...wanted.map((identifier) => index.getAll(identifier, mostSharing)),
  ])
  const typed = paper && typedIdentifiers(paper)
  let deleted: StoredRecord | undefined
  let claiming: StoredRecord | undefined
  for (const [i, identifier] of wanted.entries()) {
    for (const sharing of shared[i] ?? []) {
      // A PMID that a page shows beside another DOI is a mistake, or a page that is half changed.
      if (isAtOdds(wanted, sharing.ids, strongerKinds(identifier))) continue
      const found = await follow(transaction, sharing)
      const isClaim = typed?.has(identifier) || typedIn(sharing).has(identifier)
      if (found && isClaim && paper && areTwo(wordsIn(found), paper)) continue
      if (found?.del === true) deleted ??= found
      else if (isClaim) claiming ??= found
      else if (found) return found
    }
  }
  if (claiming) return claiming
  const same = own && isSamePaper(own, wanted) ? own : undefined
  return same && same.del !== true ? same : (deleted ?? same)
}

/** The records in the library that have one of these identifiers, each once, and whether a reader typed it there. */
export async function findHolders(
  transaction: AnyTransaction,
  identifiers: readonly string[],
): Promise<{ document: StoredRecord; isTyped: boolean }[]> {
  const index = transaction.objectStore('records').index('ids')
  const found = new Map<string, { document: StoredRecord; isTyped: boolean }>()
  for (const identifier of tellingIdentifiers(identifiers)) {
    for (const sharing of await index.getAll(identifier, mostSharing)) {
      const document = await follow(transaction, sharing)
      if (!document || document.del === true || found.has(document.id)) continue
      found.set(document.id, { document, isTyped: typedIn(sharing).has(identifier) })
    }
  }
  return [...found.values()]
}

function isSamePaper({ ids }: StoredRecord, wanted: readonly string[]): boolean {
  return !isAtOdds(wanted, ids) || wanted.some((identifier) => ids.includes(identifier))
}

/** A record's document by its id; that of the survivor where it became part of another record. */
export async function getDocument(
  transaction: AnyTransaction,
  id: string,
): Promise<StoredRecord | undefined> {
  const document = await transaction.objectStore('records').get(id)
  return document && follow(transaction, document)
}

/** The document itself, or the survivor's where it became part of another record. Ids only ever lead to smaller ids, so this comes to an end. */
export async function follow(
  transaction: AnyTransaction,
  document: StoredRecord,
): Promise<StoredRecord | undefined> {
  let current: StoredRecord | undefined = document
  while (typeof current?.mergedInto === 'string') {
    const next: string = current.mergedInto
    if (next >= current.id) return undefined
    current = await transaction.objectStore('records').get(next)
  }
  return current
}
