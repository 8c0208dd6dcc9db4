import { writeBiblatex } from '../../src/formats/biblatex-write.ts'
import { writeBibtex } from '../../src/formats/bibtex-write.ts'
import { writeCslJson } from '../../src/formats/csl-json-write.ts'
import { writeCsv } from '../../src/formats/csv-write.ts'
import type { WriteOptions } from '../../src/formats/entry.ts'
import { type Format, formats } from '../../src/formats/index.ts'
import { writeBackup } from '../../src/formats/json.ts'
import { writeNbib } from '../../src/formats/nbib-write.ts'
import { writeRis } from '../../src/formats/ris-write.ts'
import type { LibraryRecord } from '../../src/item/record.ts'
import type { Library } from '../../src/library/library.ts'

/** What an export gives to be downloaded. */
export interface ExportedFile {
  /** Of a MIME type under which browsers keep the file's ending. */
  blob: Blob
  /** The ending without its dot. */
  ending: string
}

/** What a reader may leave out of a file; nothing where it is not said. */
export type ExportParts = WriteOptions

/** Nothing of a record is left out but what the format has no place for, or no use. */
const everything = { notes: true, tags: true, abstracts: true } satisfies ExportParts

/** What writes each format but the backup, which is of documents and not of records. */
const writers: {
  readonly [F in Exclude<Format['id'], 'json'>]: (
    records: AsyncIterable<LibraryRecord>,
    options: ExportParts,
  ) => AsyncIterable<string>
} = {
  bibtex: writeBibtex,
  biblatex: writeBiblatex,
  'csl-json': writeCslJson,
  ris: writeRis,
  nbib: writeNbib,
  csv: writeCsv,
}

/** Characters that are kept in memory; what is more the browser keeps where it likes. */
const inMemory = 4_000_000

/** Papers as a file; without ids all of them, which in JSON is the full backup, trash and merged ones included. */
export async function writeExport(
  library: Library,
  id: Format['id'],
  ids: readonly string[] | undefined,
  parts: ExportParts = everything,
  told: (done: number, of: number) => void = () => undefined,
): Promise<ExportedFile> {
  const { documents, visible, device } = await library.counts()
  const of = ids?.length ?? (id === 'json' ? documents : visible)
  const selection = ids ? { ids } : {}
  const pieces =
    id === 'json'
      ? writeBackup(
          { writtenAt: new Date().toISOString(), device },
          counted(library.exportDocuments(selection), of, told),
          library.exportHighlights(selection),
        )
      : writers[id](counted(library.exportRecords(selection), of, told), parts)
  const { mime, extension } = formats.find((format) => format.id === id) ?? formats[0]
  return { blob: await blobOf(pieces, mime), ending: extension }
}

async function blobOf(pieces: AsyncIterable<string>, type: string): Promise<Blob> {
  const parts: Blob[] = []
  let waiting: string[] = []
  let length = 0
  for await (const piece of pieces) {
    waiting.push(piece)
    length += piece.length
    if (length < inMemory) continue
    parts.push(new Blob(waiting))
    waiting = []
    length = 0
  }
  return new Blob([...parts, ...waiting], { type })
}

/** Tells every hundred documents how many have gone by. */
async function* counted<T>(
  documents: AsyncIterable<T>,
  of: number,
  told: (done: number, of: number) => void,
): AsyncGenerator<T> {
  let done = 0
  for await (const document of documents) {
    yield document
    done += 1
    if (done % 100 === 0) told(Math.min(done, of), of)
  }
}
