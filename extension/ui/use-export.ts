import { useState } from 'preact/hooks'
import type { Format } from '../../src/formats/index.ts'
import { plural } from '../i18n.ts'
import { errorText } from './error-text.ts'
import { useShell } from './shell.ts'
import { useAnnouncer } from './use-announcer.ts'

/** Which papers an export may take: a name for the person, how many, and how to get their ids. */
export interface ExportScope {
  key: 'this' | 'selected' | 'shown' | 'all'
  name: string
  count: number
  ids(): Promise<readonly string[]>
  /** True where the scope is the whole library, the trash included in a backup. */
  whole?: boolean
}

/** Writes papers to a file that the browser downloads; `busy` while it does, `error` where the last try failed. */
export function useExport(): {
  busy: boolean
  error: string | undefined
  /** True where the file was handed to the browser. */
  start(format: Format['id'], scope: ExportScope): Promise<boolean>
} {
  const { call, write, download, now } = useShell()
  const { say } = useAnnouncer()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<string>()

  const exported = async (format: Format['id'], scope: ExportScope): Promise<void> => {
    const ids = await scope.ids()
    // An export shows the keys, so they must be kept for good before it is read.
    const keys = await call('citation-keys:assign', { ids: [...ids] })
    // A backup can do without them: it is what helps where the library can write nothing any more.
    if (!keys.ok && format !== 'json') throw new Error(keys.error)
    const file = await write(format, scope.whole ? undefined : ids)
    const [only] = ids
    const key = keys.ok && ids.length === 1 && only !== undefined ? keys.value[only] : undefined
    download(file, `${key ?? `offprint-${now().slice(0, 10)}`}.${file.ending}`)
    say(plural('exported', ids.length))
  }
  const start = async (format: Format['id'], scope: ExportScope) => {
    setBusy(true)
    setError(undefined)
    try {
      await exported(format, scope)
      return true
    } catch (failure) {
      setError(errorText(failure))
      return false
    } finally {
      setBusy(false)
    }
  }
  return { busy, error, start }
}
