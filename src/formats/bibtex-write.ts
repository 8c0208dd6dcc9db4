import { defaultKey, isCitationKey, lettered } from '../item/citation-key.ts'
import type { LibraryRecord } from '../item/record.ts'
import { entryTex } from './bibtex-entry.ts'
import type { Dialect } from './bibtex-fields.ts'
import type { Records, WriteOptions } from './entry.ts'

/**
 * Records as a UTF-8 BibTeX file, one entry a piece, a blank line between. A record is written under its
 * `citationKey`; one without, or with a key that an earlier entry has, gets its default (`smith2020deep`), and where an
 * earlier entry has that the first letter behind it that is free in this file: the same records in the same order always
 * have the same keys. What comes later is not known yet, so keys that are to stay are given before (`assignKeys`).
 */
export function writeBibtex(records: Records, options: WriteOptions = {}): AsyncGenerator<string> {
  return writeEntries(records, options, 'bibtex')
}

/** One record as a BibTeX entry with a line end behind, under its citation key or, without one, the key it would get. */
export function bibtexEntry(record: LibraryRecord, options: WriteOptions = {}): string {
  return writeEntry(record, options, 'bibtex')
}

/** The entries of a file in one of the two dialects, keys unique in it. */
export async function* writeEntries(
  records: Records,
  options: WriteOptions,
  dialect: Dialect,
): AsyncGenerator<string> {
  // BibTeX takes keys that differ in case alone for the same.
  const taken = new Set<string>()
  const isTaken = (key: string): boolean => taken.has(key.toLowerCase())
  // Papers without names and titles all have one default: what is taken stays taken, so no letter is tried twice.
  const tried = new Map<string, number>()
  const freeKey = (plain: string): string => {
    let n = tried.get(plain) ?? 0
    while (isTaken(lettered(plain, n))) n += 1
    tried.set(plain, n)
    return lettered(plain, n)
  }
  for await (const record of records) {
    const stored = storedKey(record)
    const isFree = stored !== undefined && !isTaken(stored)
    const key = isFree ? stored : freeKey(defaultKey(record.item))
    const separator = taken.size > 0 ? '\n' : ''
    taken.add(key.toLowerCase())
    yield `${separator}${entryTex(key, record, options, dialect)}`
  }
}

/** One entry in one of the two dialects, for a copy that stands alone. */
export function writeEntry(record: LibraryRecord, options: WriteOptions, dialect: Dialect): string {
  const key = storedKey(record) ?? defaultKey(record.item)
  return entryTex(key, record, options, dialect)
}

function storedKey(record: LibraryRecord): string | undefined {
  return record.citationKey !== undefined && isCitationKey(record.citationKey)
    ? record.citationKey
    : undefined
}
