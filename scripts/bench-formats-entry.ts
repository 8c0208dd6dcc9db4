// What bench-formats runs in a process of its own, as one file: our writers and readers, and the bare writers beside them.
import { codecOf } from '../src/formats/codecs.ts'
import { decode } from '../src/formats/decode.ts'
import type { LibraryRecord } from '../src/item/record.ts'
import { bareWriter } from './bench/bare-writers.ts'
import { fullPaper } from './bench/full-paper.ts'
import { type Vocabulary, vocabulary } from './bench/invented-library.ts'

export { bareWriter, codecOf, decode }

const seed = 1
let words: Vocabulary | undefined

/** Records `from` to `to` as a library gives them: their texts are whole, and not strings that are still to be joined. */
export function papers(from: number, to: number): LibraryRecord[] {
  words ??= vocabulary(seed)
  const own = words
  const made = Array.from({ length: to - from }, (_, i) => fullPaper(from + i, seed, own))
  return JSON.parse(JSON.stringify(made)) as LibraryRecord[]
}
