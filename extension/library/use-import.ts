import { useRef, useState } from 'preact/hooks'
import { plural, t } from '../i18n.ts'
import { errorText } from '../ui/error-text.ts'
import type { CheckedImport, ImportProgress } from '../ui/transfer.ts'
import { useAnnouncer } from '../ui/use-announcer.ts'
import { useAsk } from '../ui/use-ask.ts'
import type { LongWork } from './use-long-work.ts'
import { useWork } from './work.ts'

/** Where an import stands. */
export type ImportStep =
  | { kind: 'none' }
  | { kind: 'checking'; name: string }
  | { kind: 'checked'; name: string; checked: CheckedImport; restores: boolean }
  | { kind: 'running'; name: string; progress: ImportProgress; isStopping: boolean }

/** An import of a backup file: first what it would do, then, where the person wants it, the import itself. */
export interface ImportState {
  step: ImportStep
  /** Checks a file; one that `restores` is to bring back what is missing of the library. */
  choose(file: File, restores: boolean): Promise<void>
  start(how: { bringBack: boolean }): Promise<void>
  /** Stops a running import and takes back what it has done, or puts the preview away. */
  cancel(): void
}

/** Imports files; the result, with a way to take it back, and every error go to the announcer. */
export function useImport(long: LongWork, onEnd: () => void): ImportState {
  const { check } = useWork()
  const { say, fail } = useAnnouncer()
  const ask = useAsk()
  const [step, setStep] = useState<ImportStep>({ kind: 'none' })
  /** The file whose check is awaited; another one once it was put away. */
  const chosen = useRef<File | undefined>(undefined)
  const stop = useRef<AbortController | undefined>(undefined)

  const choose = async (file: File, restores: boolean) => {
    chosen.current = file
    setStep({ kind: 'checking', name: file.name })
    try {
      const checked = await check(file)
      if (chosen.current === file) setStep({ kind: 'checked', name: file.name, checked, restores })
    } catch (error) {
      if (chosen.current !== file) return
      setStep({ kind: 'none' })
      fail(errorText(error))
    }
  }
  const start = async (how: { bringBack: boolean }) => {
    if (step.kind !== 'checked') return
    const { name, checked, restores } = step
    const controller = new AbortController()
    stop.current = controller
    const show = (progress: ImportProgress) =>
      setStep({ kind: 'running', name, progress, isStopping: controller.signal.aborted })
    show({ done: 0, of: checked.preview.documents })
    try {
      const { added, merged, finished, action } = await checked.run(controller.signal, show, {
        ...how,
        restores,
      })
      const result = `${plural('imported', added)} ${merged > 0 ? plural('importMerged', merged) : ''}`
      if (!finished) say(t('importStopped'))
      else say(result.trim(), action === undefined ? undefined : () => void long.undo(action))
    } catch (error) {
      fail(errorText(error))
    } finally {
      setStep({ kind: 'none' })
      // Badges follow what is in the library, however far the import came.
      await ask('library:changed', {})
      onEnd()
    }
  }
  const cancel = () => {
    chosen.current = undefined
    if (step.kind !== 'running') return setStep({ kind: 'none' })
    stop.current?.abort()
    setStep({ ...step, isStopping: true })
  }
  return { step, choose, start, cancel }
}
