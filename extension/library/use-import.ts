import { useRef, useState } from 'preact/hooks'
import { plural, t } from '../i18n.ts'
import { errorText } from '../ui/error-text.ts'
import type { CheckedImport, CheckImport, ImportProgress } from '../ui/transfer.ts'
import { useAnnouncer } from '../ui/use-announcer.ts'
import { useAsk } from '../ui/use-ask.ts'

/** Where an import stands. */
export type ImportStep =
  | { kind: 'none' }
  | { kind: 'checking'; name: string }
  | { kind: 'checked'; name: string; checked: CheckedImport }
  | { kind: 'running'; name: string; progress: ImportProgress }

/** An import of a backup file: first what it would do, then, where the person wants it, the import itself. */
export interface ImportState {
  step: ImportStep
  choose(file: File): Promise<void>
  start(): Promise<void>
  /** Stops a running import after the part that is being written, or puts the preview away. */
  cancel(): void
}

/** Imports through `check`; the result and every error go to the announcer. */
export function useImport(check: CheckImport): ImportState {
  const { say, fail } = useAnnouncer()
  const ask = useAsk()
  const [step, setStep] = useState<ImportStep>({ kind: 'none' })
  /** The file whose check is awaited; another one once it was put away. */
  const chosen = useRef<File | undefined>(undefined)
  const stop = useRef<AbortController | undefined>(undefined)

  const choose = async (file: File) => {
    chosen.current = file
    setStep({ kind: 'checking', name: file.name })
    try {
      const checked = await check(file)
      if (chosen.current === file) setStep({ kind: 'checked', name: file.name, checked })
    } catch (error) {
      if (chosen.current !== file) return
      setStep({ kind: 'none' })
      fail(errorText(error))
    }
  }
  const start = async () => {
    if (step.kind !== 'checked') return
    const { name, checked } = step
    const controller = new AbortController()
    stop.current = controller
    const show = (progress: ImportProgress) => setStep({ kind: 'running', name, progress })
    show({ done: 0, of: checked.preview.added + checked.preview.merged })
    try {
      const { added, merged, finished } = await checked.run(controller.signal, show)
      const result = `${plural('imported', added)} ${plural('importMerged', merged)}`
      say(finished ? result : `${t('importStopped')} ${result}`)
    } catch (error) {
      fail(errorText(error))
    } finally {
      setStep({ kind: 'none' })
      // Badges follow what is in the library, however far the import came.
      await ask('library:changed', {})
    }
  }
  const cancel = () => {
    chosen.current = undefined
    if (step.kind === 'running') stop.current?.abort()
    else setStep({ kind: 'none' })
  }
  return { step, choose, start, cancel }
}
