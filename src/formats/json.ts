import { lineAndColumn, scanJson } from './json-scan.ts'

/** The newest form of the backup file that this code writes and reads. */
export const backupSchema = 1

/** Stamps nest five deep; ten times that is no backup. */
const deepest = 50

/** A record as the store keeps and exchanges it, its stamps in `m`, with its tags as plain text beside. */
export type BackupRecord = {
  id: string
  s: number
  tags: string[]
  m: unknown
  [field: string]: unknown
}

/** A highlight as the store keeps and exchanges it. */
export type BackupHighlight = { id: string; s: number; m: unknown; [field: string]: unknown }

/** One document that a file holds and that cannot be taken. */
export interface Refused {
  /** `records` or `highlights`, and the document's place there, from 1. */
  where: 'records' | 'highlights'
  place: number
  /** In plain words: `has no id`, `has the same id as another` … */
  why: string
}

/** What a backup file holds; `records` and `highlights` have the right shape and each id once. */
export interface Backup {
  records: BackupRecord[]
  highlights: BackupHighlight[]
  refused: Refused[]
}

/** A backup that was read, or why the file as a whole cannot be. */
export type BackupReading = { ok: true; value: Backup } | { ok: false; error: string }

type Many<T> = AsyncIterable<T> | Iterable<T>

/** The full-backup file, `{format: "offprint", schema: 1, records, highlights}`, piece by piece, one document a line. */
export async function* writeBackup(
  records: Many<BackupRecord>,
  highlights: Many<BackupHighlight>,
): AsyncGenerator<string> {
  yield `{"format":"offprint","schema":${backupSchema},\n"records":[`
  yield* lines(records)
  yield '],\n"highlights":['
  yield* lines(highlights)
  yield ']}\n'
}

async function* lines(documents: Many<BackupRecord | BackupHighlight>): AsyncGenerator<string> {
  let separator = '\n'
  for await (const document of documents) {
    yield `${separator}${JSON.stringify(document)}`
    separator = ',\n'
  }
}

/**
 * A full-backup file read back. Nothing is stored and nothing thrown: a file that is none, is cut off, or was
 * written by a newer version is an error in plain words; a single document of the wrong shape is in `refused`.
 *
 * Documents are opaque apart from `id`, `s`, `m` and `tags`; unknown fields stay, keys that reach for an
 * object's prototype are taken out at every level.
 */
export function readBackup(text: string): BackupReading {
  const plain = text.startsWith('\ufeff') ? text.slice(1) : text
  const parsed = parseJson(plain)
  if (!parsed.ok) return parsed
  const file = parsed.value
  if (!isDocument(file) || field(file, 'format') !== 'offprint') {
    return { ok: false, error: 'This is a JSON file, but not an Offprint backup.' }
  }
  const schema = field(file, 'schema')
  if (typeof schema !== 'number' || !Number.isSafeInteger(schema) || schema < 1) {
    return {
      ok: false,
      error: 'This Offprint backup does not say which version of the format it has.',
    }
  }
  if (schema > backupSchema) {
    return {
      ok: false,
      error: `This backup was made by a newer version of Offprint (format ${schema}; this version reads up to ${backupSchema}). Update Offprint, then import it again.`,
    }
  }
  const records = field(file, 'records')
  const highlights = field(file, 'highlights') ?? []
  if (!Array.isArray(records) || !Array.isArray(highlights)) {
    return { ok: false, error: 'This Offprint backup is damaged: its list of records is missing.' }
  }
  const refused: Refused[] = []
  return {
    ok: true,
    value: {
      records: documentsOf(records, 'records', refused).map((document) => ({
        ...document,
        tags: tagsOf(document),
      })),
      highlights: documentsOf(highlights, 'highlights', refused),
      refused,
    },
  }
}

function parseJson(text: string): { ok: true; value: unknown } | { ok: false; error: string } {
  const fault = scanJson(text, deepest)
  switch (fault?.kind) {
    case 'empty':
      return { ok: false, error: 'This file is empty.' }
    case 'truncated':
      return {
        ok: false,
        error: 'This file breaks off before its end; it was not written or copied completely.',
      }
    case 'trailing':
      return {
        ok: false,
        error: `Something follows the end of the backup (${lineAndColumn(text, fault.at)}); the file was changed or joined with another.`,
      }
    case 'too-deep':
      return {
        ok: false,
        error: `This is no Offprint backup: it nests too deeply (${lineAndColumn(text, fault.at)}).`,
      }
    case undefined:
      break
  }
  try {
    const value: unknown = JSON.parse(text)
    return { ok: true, value }
  } catch {
    return { ok: false, error: 'This file is not JSON, or it is damaged.' }
  }
}

function documentsOf(
  list: readonly unknown[],
  where: Refused['where'],
  refused: Refused[],
): BackupHighlight[] {
  const seen = new Set<string>()
  const kept: BackupHighlight[] = []
  for (const [i, entry] of list.entries()) {
    const document = documentOf(entry)
    if (typeof document === 'string') refused.push({ where, place: i + 1, why: document })
    else if (seen.has(document.id))
      refused.push({ where, place: i + 1, why: 'has the same id as one before it' })
    else {
      seen.add(document.id)
      kept.push(document)
    }
  }
  return kept
}

/** The document, or what is wrong with it. */
function documentOf(entry: unknown): BackupHighlight | string {
  if (!isDocument(entry)) return 'is no record'
  const id = field(entry, 'id')
  const s = field(entry, 's')
  const m = field(entry, 'm')
  if (typeof id !== 'string' || !/^[a-z]:[\dA-Za-z]{1,64}$/.test(id)) return 'has no valid id'
  if (typeof s !== 'number' || !Number.isSafeInteger(s) || s < 1) return 'has no schema number'
  if (!isDocument(m)) return 'has no stamps'
  return isSound(entry) ? { ...entry, id, s, m } : 'holds a number that is too large'
}

function tagsOf(document: BackupHighlight): string[] {
  const tags = field(document, 'tags')
  return Array.isArray(tags) ? tags.filter((tag) => typeof tag === 'string') : []
}

/** Takes prototype keys out of a value that was just parsed; false where a number in it overflowed (`1e999`). */
function isSound(value: unknown): boolean {
  if (typeof value === 'number') return Number.isFinite(value)
  if (Array.isArray(value)) return value.every(isSound)
  if (!isDocument(value)) return true
  for (const key of ['__proto__', 'constructor', 'prototype'])
    if (Object.hasOwn(value, key)) delete value[key]
  return Object.values(value).every(isSound)
}

function isDocument(value: unknown): value is { [field: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function field(document: { [field: string]: unknown }, key: string): unknown {
  return Object.hasOwn(document, key) ? document[key] : undefined
}
