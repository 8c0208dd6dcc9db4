import { LibraryError } from '../library-error.ts'

/** A part of the index is missing in the database, or is not what was written: it has to be made anew. */
export class IndexDamaged extends Error {
  override name = 'IndexDamaged'
}

/** True for an error by which the index is damaged. */
export function isDamage(error: unknown): boolean {
  return error instanceof IndexDamaged || isUnreadable(error)
}

/**
 * True where the browser says that it cannot read what it has: in Chromium larger values are files of their own, and one of
 * them is missing or cut. A connection that it closed, an end that we made or a full disk says nothing of the values.
 */
function isUnreadable(error: unknown): boolean {
  const told = error instanceof LibraryError && error.cause !== undefined ? error.cause : error
  return told instanceof DOMException && unreadable.has(told.name)
}

const unreadable: ReadonlySet<string> = new Set(['NotReadableError', 'DataError', 'UnknownError'])
