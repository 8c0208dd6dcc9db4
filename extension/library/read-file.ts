import { codecOf } from '../../src/formats/codecs.ts'
import { decode } from '../../src/formats/decode.ts'
import { detectFormat } from '../../src/formats/detect-format.ts'
import type { BrokenEntry, EntryRecord, Loss } from '../../src/formats/entry.ts'
import { recordOfEntry } from '../../src/formats/entry-record.ts'
import type { Format } from '../../src/formats/index.ts'
import type { FilePaper } from '../../src/library/file-paper.ts'
import { bytesOf } from './file-bytes.ts'

/** A file of references, its format known. */
export interface ReferenceFile {
  file: File
  format: Format['id']
}

/** So many bytes tell a file's format. */
const beginning = 65_536

/** The format of a file from its name and beginning; undefined where neither says anything. */
export async function formatOf(file: File): Promise<Format['id'] | undefined> {
  let start = ''
  for await (const text of decode(bytesOf(file.slice(0, beginning)))) start += text
  return detectFormat(file.name, start)
}

/** What is told of files while they are read: what is no paper, and what of a paper stays behind with the line it is on. */
export interface Told {
  onBroken(broken: BrokenEntry, file: File): void
  onLoss(loss: Loss, line: number, file: File): void
}

/** The papers of files, one after the other, none of them held. */
export async function* papersIn(
  files: readonly ReferenceFile[],
  told?: Told,
): AsyncGenerator<FilePaper, void> {
  const at = new Date().toISOString()
  for (const { file, format } of files) {
    for await (const entry of codecOf(format).read(decode(bytesOf(file)))) {
      if ('broken' in entry) {
        told?.onBroken(entry.broken, file)
        continue
      }
      for (const loss of entry.losses ?? []) told?.onLoss(loss, entry.line, file)
      yield paperOf(entry.record, at)
    }
  }
}

/** An entry as the library takes it: what it does not say is the library's to decide. */
function paperOf(entry: EntryRecord, at: string): FilePaper {
  const {
    id: _id,
    savedAt: _savedAt,
    deleted: _deleted,
    ...paper
  } = recordOfEntry(entry, { id: '', at })
  const { id, savedAt } = entry
  return { ...paper, ...(id !== undefined && { id }), ...(savedAt !== undefined && { savedAt }) }
}
