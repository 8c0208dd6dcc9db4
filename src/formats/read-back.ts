import { type LibraryRecord, untitled } from '../item/record.ts'
import { codecOf } from './codecs.ts'
import { type ComparedField, comparedFields } from './compared-fields.ts'
import type { EntryRecord, Records, WriteOptions } from './entry.ts'
import type { Format } from './index.ts'

/** A field of a record that a file of a format does not give back, or gives back as something else. */
export interface LostField {
  id: LibraryRecord['id']
  title: string
  field: ComparedField
  how: 'lost' | 'changed'
}

/** What of an export would not survive, field by field: in how many records, and the first of them. */
export interface ReadBack {
  records: number
  fields: { field: ComparedField; how: LostField['how']; records: number; first: LostField }[]
}

/**
 * Writes records in a format, reads what was written, and says what did not come back; what an option leaves out is not
 * missed. Holds no more than the records that the writer is ahead by.
 */
export async function* lostFields(
  format: Format['id'],
  records: Records,
  options: WriteOptions = {},
): AsyncGenerator<LostField, void> {
  const { write, read } = codecOf(format)
  const waiting: LibraryRecord[] = []
  async function* kept(): AsyncGenerator<LibraryRecord> {
    for await (const record of records) {
      waiting.push(record)
      yield record
    }
  }
  for await (const entry of read(write(kept(), options))) {
    const record = waiting.shift()
    if (record) yield* differences(record, 'record' in entry ? entry.record : undefined, options)
  }
  for (const record of waiting) yield* differences(record, undefined, options)
}

/** What of an export would not survive, to be shown before the file is handed over. */
export async function readBack(
  format: Format['id'],
  records: Records,
  options: WriteOptions = {},
): Promise<ReadBack> {
  let count = 0
  async function* counted(): AsyncGenerator<LibraryRecord> {
    for await (const record of records) {
      count += 1
      yield record
    }
  }
  const found = new Map<string, ReadBack['fields'][number]>()
  for await (const lost of lostFields(format, counted(), options)) {
    const { field, how } = lost
    const known = found.get(`${field} ${how}`)
    if (known) known.records += 1
    else found.set(`${field} ${how}`, { field, how, records: 1, first: lost })
  }
  return { records: count, fields: [...found.values()] }
}

function* differences(
  record: LibraryRecord,
  back: EntryRecord | undefined,
  options: WriteOptions,
): Generator<LostField> {
  const { id } = record
  const title = record.item.title ?? untitled
  for (const { field, of, unless } of comparedFields) {
    if (unless !== undefined && options[unless] === false) continue
    const before = of(record)
    if (before === '') continue
    const after = back ? of(back) : ''
    if (after !== before) yield { id, title, field, how: after === '' ? 'lost' : 'changed' }
  }
}
