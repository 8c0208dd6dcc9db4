import { writeBiblatex } from './biblatex-write.ts'
import { readBibtex } from './bibtex-read.ts'
import { writeBibtex } from './bibtex-write.ts'
import { readCslJson } from './csl-json-read.ts'
import { writeCslJson } from './csl-json-write.ts'
import { readCsv } from './csv-read.ts'
import { writeCsv } from './csv-write.ts'
import type { Entry, Pieces, ReadOptions, Records, WriteOptions } from './entry.ts'
import type { Format } from './index.ts'
import { readJson, writeJson } from './json-records.ts'
import { readNbib } from './nbib-read.ts'
import { writeNbib } from './nbib-write.ts'
import { readRis } from './ris-read.ts'
import { writeRis } from './ris-write.ts'

/** What writes and reads a format; both take and give text in pieces and hold one entry at a time. */
export interface Codec {
  write: (records: Records, options?: WriteOptions) => AsyncGenerator<string>
  read: (pieces: Pieces, options?: ReadOptions) => AsyncGenerator<Entry>
}

const code: { readonly [F in Format['id']]: Codec } = {
  bibtex: { write: writeBibtex, read: readBibtex },
  // One reader knows both dialects' fields.
  biblatex: { write: writeBiblatex, read: readBibtex },
  json: { write: writeJson, read: readJson },
  'csl-json': { write: writeCslJson, read: readCslJson },
  ris: { write: writeRis, read: readRis },
  nbib: { write: writeNbib, read: readNbib },
  csv: { write: writeCsv, read: readCsv },
}

/** The code of a format; apart from `formats`, so that naming them does not load the code of all. */
export function codecOf(id: Format['id']): Codec {
  return code[id]
}
