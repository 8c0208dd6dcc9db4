import type { LibraryRecord } from '../../src/item/record.ts'
import { breathe } from '../../src/library/breathe.ts'
import type { Library } from '../../src/library/library.ts'
import { referenceLanguage } from '../../src/references/languages.ts'
import { referenceStyle } from '../../src/references/styles.ts'
import { type References, writeReferences } from '../../src/references/write-references.ts'
import { language, t } from '../i18n.ts'
import { copyBoth } from './copy-both.ts'
import { loadCitations } from './load-citations.ts'

/** How work on many references is followed and stopped. */
export interface ReferenceWork {
  told?: (done: number, of: number) => void
  signal?: AbortSignal
}

/** Copies the references of papers of the library in a style, in the interface's language; rejects in plain words. */
export function copyReferences(
  open: () => Promise<Library>,
  ids: readonly string[],
  style: string,
  work: ReferenceWork = {},
): Promise<void> {
  return copyBoth(made(open, ids, style, work))
}

async function made(
  open: () => Promise<Library>,
  ids: readonly string[],
  style: string,
  work: ReferenceWork,
): Promise<References> {
  const { signal } = work
  const records: LibraryRecord[] = []
  const library = await open()
  for await (const record of library.exportRecords({ ids, ...(signal && { signal }) }))
    records.push(record)
  if (records.length === 0) throw new Error(t('errorGone'))
  const { id, name } = referenceStyle(style)
  try {
    const tools = await loadCitations(id, referenceLanguage(language()))
    return await writeReferences(records, { ...tools, ...work, pause: breathe })
  } catch (error) {
    signal?.throwIfAborted()
    console.error('Failed to write references', error)
    throw new Error(t('referenceFailed', name))
  }
}
