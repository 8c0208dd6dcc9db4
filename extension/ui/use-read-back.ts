import { useEffect, useState } from 'preact/hooks'
import type { Format } from '../../src/formats/index.ts'
import type { ReadBack } from '../../src/formats/read-back.ts'
import { useShell } from './shell.ts'
import type { ExportScope } from './use-export.ts'
import type { ExportParts } from './write-export.ts'

/**
 * Papers of which it is said beforehand what their file keeps: a second's work. To read more of them back would take as long
 * as the export itself, of something that depends on the format more than on the paper.
 */
export const mostReadBack = 2_000

/** Who goes through the formats by arrow keys does not start one reading after the other. */
const pause = 250

/** What is known of what a file keeps. */
export type Kept = 'reading' | 'too-many' | ReadBack['fields']

/** What the chosen format keeps of the chosen papers; undefined where there is nothing to say. It hinders no download. */
export function useReadBack(
  format: Format['id'],
  scope: ExportScope | undefined,
  parts: ExportParts,
): Kept | undefined {
  const { readBack } = useShell()
  const [kept, setKept] = useState<Kept>()
  const { key, count = 0 } = scope ?? {}
  useEffect(() => {
    // A backup is of documents, with a checksum of its own.
    if (!scope || count === 0 || format === 'json') return setKept(undefined)
    if (count > mostReadBack) return setKept('too-many')
    const stopping = new AbortController()
    const { signal } = stopping
    setKept('reading')
    const read = async () => {
      const { fields } = await readBack(format, await scope.ids(), parts, signal)
      if (!signal.aborted) setKept(fields)
    }
    // What is wrong with the library the export itself says.
    const failed = () => {
      if (!signal.aborted) setKept(undefined)
    }
    const timer = setTimeout(() => void read().catch(failed), pause)
    return () => {
      clearTimeout(timer)
      stopping.abort()
    }
  }, [format, key, count, ...Object.values(parts)])
  return kept
}
