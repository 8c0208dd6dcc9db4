import type { Format } from '../../src/formats/index.ts'
import { type ReadBack, readBack } from '../../src/formats/read-back.ts'
import type { Library } from '../../src/library/library.ts'
import type { ExportParts } from './write-export.ts'

/** Writes papers as an export would, reads them back and says what did not come back; nothing leaves. */
export function readExport(
  library: Library,
  format: Format['id'],
  ids: readonly string[],
  parts: ExportParts,
  signal: AbortSignal,
): Promise<ReadBack> {
  return readBack(format, library.exportRecords({ ids, signal }), parts)
}
