import type { LibraryRecord } from '../../src/item/record.ts'
import { t } from '../i18n.ts'
import { errorText } from './error-text.ts'
import { useShell } from './shell.ts'
import { useAnnouncer } from './use-announcer.ts'
import { useAsk } from './use-ask.ts'

/** What can be copied of a paper. */
export interface Copying {
  bibtex(id: string): Promise<void>
  key(id: string): Promise<void>
}

/** Copies a record's BibTeX or its citation key, once it has that for good. */
export function useCopy(): Copying {
  const { library, bibtex, copy } = useShell()
  const { tell, fail } = useAnnouncer()
  const ask = useAsk()
  const withAssignedKey = async (id: string, act: (key: string | undefined) => Promise<string>) => {
    const keys = await ask('citation-keys:assign', { ids: [id] })
    if (!keys.ok) return
    try {
      tell(await act(keys.value[id]))
    } catch (error) {
      fail(errorText(error))
    }
  }
  return {
    bibtex: (id) =>
      withAssignedKey(id, async (key) => {
        const record = await library.get(id)
        if (!record) throw new Error(t('errorGone'))
        await copy(await bibtex([withKey(record, key)]))
        return t('copiedBibtex')
      }),
    key: (id) =>
      withAssignedKey(id, async (key) => {
        if (key === undefined) throw new Error(t('errorGone'))
        await copy(key)
        return t('copiedKey', key)
      }),
  }
}

function withKey(record: LibraryRecord, key: string | undefined): LibraryRecord {
  return key === undefined ? record : { ...record, citationKey: key }
}
