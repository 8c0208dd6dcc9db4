import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { JsonFault, jsonParts } from './json-parts.ts'

/** The newest form of the backup file that this code writes and reads. */
export const backupSchema = 1

/** Stamps nest five deep; ten times that is no backup. */
const deepest = 50

/** Who wrote a backup, and when. */
export interface BackupHead {
  /** ISO 8601, UTC. */
  writtenAt: string
  /** The device, as stamps name it. */
  device: string
}

/** How many documents a backup has. */
export interface BackupCounts {
  records: number
  highlights: number
}

/** What a backup says of itself, known when it was read to its end. */
export interface BackupSummary extends Partial<BackupHead> {
  /** As they were found. */
  counts: BackupCounts
  /** What tells against the file: it was changed since Offprint wrote it, or has fewer documents than it says. */
  doubts: ('changed' | 'counts')[]
}

/** One document of a backup as it stands there, or its text where that is no JSON, and its line; at the end the summary. */
export type BackupPart =
  | { where: keyof BackupCounts; document: unknown; line: number }
  | { summary: BackupSummary }

/** Why a file as a whole is no backup that can be read, as a code that an interface can translate. */
export type BackupTrouble = keyof typeof troubles

/** Each with the English sentence that says it; `$1` is the line, or the version of a newer format, `$2` the newest that is read. */
const troubles = {
  empty: 'This file is empty.',
  'no-object': 'This is a JSON file, but not an Offprint backup.',
  truncated: 'This file breaks off before its end; it was not written or copied completely.',
  trailing:
    'Something follows the end of the backup (line $1); the file was changed or joined with another.',
  'too-deep': 'This is no Offprint backup: it nests too deeply (line $1).',
  'not-json': 'This file is not JSON, or it is damaged (line $1).',
  'no-records': 'This Offprint backup is damaged: its list of records is missing.',
  'no-version': 'This Offprint backup does not say which version of the format it has.',
  newer:
    'This backup was made by a newer version of Offprint (format $1; this version reads up to $2). Update Offprint, then import it again.',
} as const

/** All of them. */
export const backupTroubles = Object.keys(troubles)

/** A file as a whole is no backup that can be read; its message says so in plain words. */
export class BackupError extends Error {
  override name = 'BackupError'
  readonly trouble: BackupTrouble
  /** Where that was found, from 1. */
  readonly line: number
  /** The numbers in the sentence. */
  readonly numbers: readonly number[]

  constructor(trouble: BackupTrouble, line = 1, numbers: readonly number[] = [line]) {
    super(troubles[trouble].replace(/\$(\d)/g, (_, n: string) => String(numbers[Number(n) - 1])))
    this.trouble = trouble
    this.line = line
    this.numbers = numbers
  }
}

type Many<T> = AsyncIterable<T> | Iterable<T>

/** Characters that are written at once, about. */
const piece = 65_536

/**
 * The full-backup file, piece by piece, one document a line: `{format: "offprint", schema: 1, writtenAt, device, records,
 * highlights, counts, checksum}`. The checksum is the SHA-256 of all bytes before its own line (`sed '$d' FILE | sha256sum`).
 */
export async function* writeBackup(
  head: Partial<BackupHead>,
  records: Many<object>,
  highlights: Many<object>,
): AsyncGenerator<string, BackupCounts> {
  const hash = sha256.create()
  const counts: BackupCounts = { records: 0, highlights: 0 }
  let waiting = ''
  const hashed = (text: string): string => {
    hash.update(encoder.encode(text))
    return text
  }
  async function* body(): AsyncGenerator<string> {
    const { writtenAt, device } = head
    const begin = JSON.stringify({ format: 'offprint', schema: backupSchema, writtenAt, device })
    yield `${begin.slice(0, -1)},\n"records":[`
    yield* lines(records, counts, 'records')
    yield '],\n"highlights":['
    yield* lines(highlights, counts, 'highlights')
    yield `],\n"counts":${JSON.stringify(counts)},\n`
  }
  for await (const text of body()) {
    waiting += text
    if (waiting.length < piece) continue
    yield hashed(waiting)
    waiting = ''
  }
  yield hashed(waiting)
  yield `"checksum":"sha256:${bytesToHex(hash.digest())}"}\n`
  return counts
}

const encoder = new TextEncoder()

async function* lines(
  documents: Many<object>,
  counts: BackupCounts,
  where: keyof BackupCounts,
): AsyncGenerator<string> {
  for await (const document of documents) {
    yield `${counts[where] === 0 ? '\n' : ',\n'}${JSON.stringify(document)}`
    counts[where] += 1
  }
}

/**
 * The documents of a backup file, whose bytes come in pieces, and at the end what it says of itself. Documents are as they
 * stand there: whoever takes them has to check them. A file that is none, breaks off or was written by a newer version is a
 * `BackupError`; as that may be seen late, nothing should be kept of it before it was read once to its end.
 */
export async function* readBackup(bytes: Many<Uint8Array>): AsyncGenerator<BackupPart, void> {
  const hash = sha256.create()
  const members = new Map<string, unknown>()
  const counts: BackupCounts = { records: 0, highlights: 0 }
  const arrays = new Set<string>()
  try {
    for await (const part of jsonParts(decoded(bytes, hash), deepest)) {
      if ('begins' in part) arrays.add(part.key)
      else if ('value' in part) {
        members.set(part.key, parsed(part.value))
        if (part.key === 'format' || part.key === 'schema') checkHead(members)
      } else if (part.key === 'records' || part.key === 'highlights') {
        counts[part.key] += 1
        yield { where: part.key, document: parsed(part.element), line: part.line }
      }
    }
  } catch (error) {
    if (error instanceof JsonFault) throw new BackupError(error.trouble, error.line)
    throw error
  }
  checkHead(members, true)
  const isWhole = arrays.has('records') && !members.has('highlights')
  if (!isWhole) throw new BackupError('no-records')
  yield { summary: summaryOf(members, counts, bytesToHex(hash.digest())) }
}

const lineFeed = 0x0a

/** The text of bytes, of which all but the last line is hashed. */
async function* decoded(
  bytes: Many<Uint8Array>,
  hash: { update(bytes: Uint8Array): unknown },
): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  // The checksum's line is the last, so a line is hashed only when something follows it.
  let held: Uint8Array[] = []
  const hashHeld = (): void => {
    for (const part of held) hash.update(part)
    held = []
  }
  for await (const chunk of bytes) {
    if (chunk.length > 0 && held.at(-1)?.at(-1) === lineFeed) hashHeld()
    const lineEnd = chunk.subarray(0, -1).lastIndexOf(lineFeed)
    if (lineEnd >= 0) {
      hashHeld()
      hash.update(chunk.subarray(0, lineEnd + 1))
    }
    if (lineEnd + 1 < chunk.length) held.push(chunk.subarray(lineEnd + 1))
    yield decoder.decode(chunk, { stream: true })
  }
  yield decoder.decode()
}

/** A text that is no JSON stays a text: as a document it is refused. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

function checkHead(members: ReadonlyMap<string, unknown>, isWhole = false): void {
  const format = members.get('format')
  if (format === undefined ? isWhole : format !== 'offprint') throw new BackupError('no-object')
  const schema = members.get('schema')
  if (schema === undefined && !isWhole) return
  if (typeof schema !== 'number' || !Number.isSafeInteger(schema) || schema < 1) {
    throw new BackupError('no-version')
  }
  if (schema > backupSchema) {
    throw new BackupError('newer', 1, [schema, backupSchema])
  }
}

function summaryOf(
  members: ReadonlyMap<string, unknown>,
  counts: BackupCounts,
  hash: string,
): BackupSummary {
  const said = members.get('counts')
  const isOdd =
    typeof said === 'object' &&
    said !== null &&
    JSON.stringify({ ...counts, ...said }) !== JSON.stringify(counts)
  const checksum = members.get('checksum')
  const isChanged = checksum !== undefined && checksum !== `sha256:${hash}`
  const [writtenAt, device] = [members.get('writtenAt'), members.get('device')]
  return {
    ...(typeof writtenAt === 'string' ? { writtenAt } : {}),
    ...(typeof device === 'string' ? { device } : {}),
    counts,
    doubts: [...(isChanged ? (['changed'] as const) : []), ...(isOdd ? (['counts'] as const) : [])],
  }
}
