import { type Codec, codecOf } from '../src/formats/codecs.ts'
import { decode } from '../src/formats/decode.ts'
import { detectFormat } from '../src/formats/detect-format.ts'
import {
  type BrokenEntry,
  brokenText,
  type Loss,
  lossText,
  type Pieces,
  type ReadOptions,
  type WriteOptions,
} from '../src/formats/entry.ts'
import { recordOfEntry } from '../src/formats/entry-record.ts'
import { type Format, formats } from '../src/formats/index.ts'
import { identifiersOf } from '../src/item/identifier.ts'
import type { LibraryRecord } from '../src/item/record.ts'
import { identifiedId, isRecordId } from '../src/library/identity.ts'

export { brokenText, formats, lossText }

/** What to convert from and to; without `from` the text says it itself. */
export interface Conversion {
  from?: Format['id']
  to: Format['id']
  read: ReadOptions
  write: WriteOptions
  /** ISO 8601, UTC: when papers were saved of which the file does not say it. */
  at: string
  onBroken: (broken: BrokenEntry) => void
  /** What of a paper stayed behind, and the line where the paper begins. */
  onLoss: (loss: Loss, line: number) => void
}

/** A file's bytes in one format as text in another; throws where its format cannot be told. */
export async function* convert(
  bytes: AsyncIterable<Uint8Array>,
  conversion: Conversion,
): AsyncGenerator<string> {
  const { from, to, write } = conversion
  const told = await begun(decode(bytes))
  const format = from ?? detectFormat('', told.start)
  if (format === undefined) throw new Error('What format this is cannot be told; say --from.')
  yield* codecOf(to).write(
    records(codecOf(format).read(told.pieces, conversion.read), conversion),
    write,
  )
}

/** The beginning of a text, and all of it. */
async function begun(text: AsyncGenerator<string>): Promise<{ start: string; pieces: Pieces }> {
  const first = await text.next()
  const start = first.value ?? ''
  async function* pieces(): AsyncGenerator<string> {
    yield start
    yield* text
  }
  return { start, pieces: pieces() }
}

async function* records(
  entries: ReturnType<Codec['read']>,
  { at, onBroken, onLoss }: Conversion,
): AsyncGenerator<LibraryRecord> {
  let place = 0
  for await (const entry of entries) {
    place += 1
    if ('broken' in entry) {
      onBroken(entry.broken)
      continue
    }
    for (const loss of entry.losses ?? []) onLoss(loss, entry.line)
    const { item, identifiers, source, id } = entry.record
    const known = identifiers ?? identifiersOf(item, source?.url ?? item.URL)
    const made = (await identifiedId(known)) ?? (await placedId(place, JSON.stringify(item)))
    yield recordOfEntry({ ...entry.record, id: isRecordId(id) ? id : made }, { id: made, at })
  }
}

/** An id for a paper without identifiers that is the same each time the file is converted. */
async function placedId(place: number, text: string): Promise<string> {
  const bytes = new TextEncoder().encode(`${place} ${text}`)
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
  const [first = 0, ...more] = [...digest.slice(0, 26)]
  return `u:${first % 8}${more.map((byte) => letters.charAt(byte % 32)).join('')}`
}
