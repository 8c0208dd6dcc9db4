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
  | { kind: 'asking'; text?: string; error?: string }
  | { kind: 'checking'; name: string }
  | { kind: 'checked'; name: string; checked: CheckedImport; restores: boolean }
  | { kind: 'running'; name: string; progress: ImportProgress; isStopping: boolean }

/** An import of a backup or of files of references: first what it would do, then, where the person wants it, the import itself. */
export interface ImportState {
  step: ImportStep
  /** True while files may be dropped: no other ones are being looked at or brought in. */
  takesFiles: boolean
  /** Asks for files or text. */
  ask(): void
  /** Checks files; a backup that `restores` is to bring back what is missing of the library. */
  choose(files: readonly File[], restores?: boolean): Promise<void>
  /** Checks text as a file; where it cannot be read, it is there to be mended. */
  paste(text: string): Promise<void>
  start(how: { bringBack: boolean }): Promise<void>
  /** Stops a running import and takes back what it has done, or puts the preview away. */
  cancel(): void
}

/** Imports files; the result, with a way to take it back, and every error go to the announcer. */
export function useImport(long: LongWork, onEnd: () => void): ImportState {
  const { check } = useWork()
  const { say, fail } = useAnnouncer()
  const tell = useAsk()
  const [step, setStep] = useState<ImportStep>({ kind: 'none' })
  /** Stops the check or the import that is under way. */
  const stop = useRef<AbortController | undefined>(undefined)

  const checkAll = async (
    files: readonly File[],
    restores: boolean,
    refused: (sentence: string) => void,
  ) => {
    stop.current?.abort()
    const { signal } = begun(stop)
    const name = files.map((file) => file.name).join(', ')
    setStep({ kind: 'checking', name })
    try {
      const checked = await check(files, signal)
      if (!signal.aborted) setStep({ kind: 'checked', name, checked, restores })
    } catch (error) {
      if (!signal.aborted) refused(errorText(error))
    }
  }
  const choose = (files: readonly File[], restores = false) =>
    checkAll(files, restores, (sentence) => {
      setStep({ kind: 'none' })
      fail(sentence)
    })
  const paste = (text: string) =>
    checkAll([new File([text], t('importPasted'))], false, (error) =>
      setStep({ kind: 'asking', text, error }),
    )
  const start = async (how: { bringBack: boolean }) => {
    if (step.kind !== 'checked') return
    const { name, checked, restores } = step
    const controller = begun(stop)
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
      await tell('library:changed', {})
      onEnd()
    }
  }
  const cancel = () => {
    stop.current?.abort()
    if (step.kind !== 'running') return setStep({ kind: 'none' })
    setStep({ ...step, isStopping: true })
  }
  const takesFiles = step.kind === 'none' || step.kind === 'asking'
  const show = () => setStep({ kind: 'asking' })
  return { step, takesFiles, ask: show, choose, paste, start, cancel }
}

function begun(stop: { current: AbortController | undefined }): AbortController {
  stop.current = new AbortController()
  return stop.current
}
