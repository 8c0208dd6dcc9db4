import { writeBiblatex } from './biblatex-write.ts'
import { readBibtex } from './bibtex-read.ts'
import { writeBibtex } from './bibtex-write.ts'
import { readCslJson } from './csl-json-read.ts'
import { writeCslJson } from './csl-json-write.ts'
import { readCsv } from './csv-read.ts'
import { writeCsv } from './csv-write.ts'
import type { Entry, Pieces, ReadOptions, Records, WriteOptions } from './entry.ts'
import { type Format, formats } from './index.ts'
import { readJson, writeJson } from './json-records.ts'
import { readNbib } from './nbib-read.ts'
import { writeNbib } from './nbib-write.ts'
import { readRis } from './ris-read.ts'
import { writeRis } from './ris-write.ts'

/** A format with the code that writes and reads it; both take and give text in pieces and hold one entry at a time. */
export interface Codec extends Format {
  write: (records: Records, options?: WriteOptions) => AsyncGenerator<string>
  read: (pieces: Pieces, options?: ReadOptions) => AsyncGenerator<Entry>
}

const code: { readonly [F in Format['id']]: Pick<Codec, 'write' | 'read'> } = {
  bibtex: { write: writeBibtex, read: readBibtex },
  // One reader knows both dialects' fields.
  biblatex: { write: writeBiblatex, read: readBibtex },
  json: { write: writeJson, read: readJson },
  'csl-json': { write: writeCslJson, read: readCslJson },
  ris: { write: writeRis, read: readRis },
  nbib: { write: writeNbib, read: readNbib },
  csv: { write: writeCsv, read: readCsv },
}

/** Every format by its id; apart from `formats`, so that naming them does not load the code of all. */
export const codecs: ReadonlyMap<string, Codec> = new Map(
  formats.map((format) => [format.id, { ...format, ...code[format.id] }]),
)

/** The code of a format that is known to be one. */
export function codecOf(id: Format['id']): Codec {
  const format = formats.find((each) => each.id === id) ?? formats[0]
  return { ...format, ...code[format.id] }
}
