import type { LibraryRecord } from '../../src/item/record.ts'
import { t } from '../i18n.ts'
import { errorText } from './error-text.ts'
import { useShell } from './shell.ts'
import { useAnnouncer } from './use-announcer.ts'
import { useAsk } from './use-ask.ts'

/** Copies a record's BibTeX, once it has its citation key for good. */
export function useCopyBibtex(): (id: string) => Promise<void> {
  const { library, bibtex, copy } = useShell()
  const { say, fail } = useAnnouncer()
  const ask = useAsk()
  return async (id) => {
    const keys = await ask('citation-keys:assign', { ids: [id] })
    if (!keys.ok) return
    try {
      const record = await library.get(id)
      if (!record) throw new Error(t('errorGone'))
      await copy(await bibtex([withKey(record, keys.value[id])]))
      say(t('copiedBibtex'))
    } catch (error) {
      fail(errorText(error))
    }
  }
}

function withKey(record: LibraryRecord, key: string | undefined): LibraryRecord {
  return key === undefined ? record : { ...record, citationKey: key }
}
