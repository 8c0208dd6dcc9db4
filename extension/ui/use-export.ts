import { useState } from 'preact/hooks'
import type { Format } from '../../src/formats/index.ts'
import { plural } from '../i18n.ts'
import { errorText } from './error-text.ts'
import { useShell } from './shell.ts'
import { useAnnouncer } from './use-announcer.ts'
import { useAsk } from './use-ask.ts'

/** Which papers an export may take: a name for the person, how many, and how to get their ids. */
export interface ExportScope {
  key: 'this' | 'selected' | 'shown' | 'all'
  name: string
  count: number
  ids(): Promise<readonly string[]>
  /** True where the scope is the whole library, the trash included in a backup. */
  whole?: boolean
}

/** Writes papers to a file that the browser downloads; `busy` while it does. */
export function useExport(): {
  busy: boolean
  /** True where the file was handed to the browser. */
  start(format: Format['id'], scope: ExportScope): Promise<boolean>
} {
  const { write, download, now } = useShell()
  const { say, fail } = useAnnouncer()
  const ask = useAsk()
  const [busy, setBusy] = useState(false)

  const exported = async (format: Format['id'], scope: ExportScope): Promise<boolean> => {
    const ids = await scope.ids()
    // An export shows the keys, so they must be kept for good before it is read.
    const keys = await ask('citation-keys:assign', { ids: [...ids] })
    if (!keys.ok) return false
    const file = await write(format, scope.whole ? undefined : ids)
    const [only] = ids
    const key = ids.length === 1 && only !== undefined ? keys.value[only] : undefined
    download(file, `${key ?? `offprint-${now().slice(0, 10)}`}.${file.ending}`)
    say(plural('exported', ids.length))
    return true
  }
  const start = async (format: Format['id'], scope: ExportScope) => {
    setBusy(true)
    try {
      return await exported(format, scope)
    } catch (error) {
      fail(errorText(error))
      return false
    } finally {
      setBusy(false)
    }
  }
  return { busy, start }
}
