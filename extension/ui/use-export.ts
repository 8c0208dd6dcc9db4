import { useState } from 'preact/hooks'
import type { Format } from '../../src/formats/index.ts'
import { plural } from '../i18n.ts'
import { errorText } from './error-text.ts'
import { fileName } from './file-name.ts'
import { useShell } from './shell.ts'
import { useAnnouncer } from './use-announcer.ts'
import type { ExportParts } from './write-export.ts'

/** Which papers an export may take: a name for the person, how many, and how to get their ids. */
export interface ExportScope {
  key: 'this' | 'selected' | 'shown' | 'all'
  name: string
  count: number
  ids(): Promise<readonly string[]>
  /** True where the scope is the whole library, the trash included in a backup. */
  whole?: boolean
}

/** What a person has asked for. */
export interface ExportWish {
  format: Format
  scope: ExportScope
  parts: ExportParts
  /** What the file is to be called, as it was typed; empty for a name by itself. */
  name: string
}

/** Writes papers to a file that the browser downloads, or to the clipboard; `busy` while it does, `error` where the last try failed. */
export function useExport(): {
  busy: boolean
  error: string | undefined
  /** True where the file was handed to the browser. */
  download(wish: ExportWish): Promise<boolean>
  /** True where it is on the clipboard. */
  copy(wish: ExportWish): Promise<boolean>
} {
  const { call, write, download, copy, now } = useShell()
  const { tell } = useAnnouncer()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<string>()

  const written = async ({ format, scope, parts }: ExportWish) => {
    const ids = await scope.ids()
    // An export shows the keys, so they must be kept for good before it is read.
    const keys = await call('citation-keys:assign', { ids: [...ids] })
    // A backup can do without them: it is what helps where the library can write nothing any more.
    if (!keys.ok && format.id !== 'json') throw new Error(keys.error)
    const file = await write(format.id, scope.whole ? undefined : ids, parts)
    const [only] = ids
    const key = keys.ok && ids.length === 1 && only !== undefined ? keys.value[only] : undefined
    return { file, key, count: ids.length }
  }
  const toFile = async (wish: ExportWish) => {
    const { file, key, count } = await written(wish)
    // A key may have what no file's name can, as the one of `10.1145/1234`.
    const name =
      fileName(wish.name, file.ending) || fileName(key ?? '', file.ending) || defaultName(now())
    download(file, `${name}.${file.ending}`)
    tell(plural('exported', count))
  }
  const toClipboard = async (wish: ExportWish) => {
    const { file, count } = await written(wish)
    await copy(await file.blob.text())
    tell(plural('copiedPapers', count, wish.format.name))
  }
  const doing = (work: (wish: ExportWish) => Promise<void>) => async (wish: ExportWish) => {
    setBusy(true)
    setError(undefined)
    try {
      await work(wish)
      return true
    } catch (failure) {
      setError(errorText(failure))
      return false
    } finally {
      setBusy(false)
    }
  }
  return { busy, error, download: doing(toFile), copy: doing(toClipboard) }
}

/** The name of a file of many papers. */
export function defaultName(now: string): string {
  return `offprint-${now.slice(0, 10)}`
}
