import { useRef, useState } from 'preact/hooks'
import type { Task } from '../../src/library/task.ts'
import type { TaskResult } from '../../src/library/tasks.ts'
import { plural, t } from '../i18n.ts'
import { errorText } from '../ui/error-text.ts'
import { undoneSentence } from '../ui/undone-sentence.ts'
import { useAnnouncer } from '../ui/use-announcer.ts'
import { useAsk } from '../ui/use-ask.ts'
import type { Retagged } from './use-retagged.ts'
import { useWork } from './work.ts'

/** Long work that is under way. */
export interface Running {
  /** What is being done, for the person. */
  name: string
  done: number
  of: number
  /** True once it was told to stop, until it has. */
  isStopping: boolean
}

/** Work on many papers, one at a time, with its progress. */
export interface LongWork {
  running: Running | undefined
  /** Does a task, or goes on with the unfinished one; `said` makes the sentence for its result. True where it was done. */
  run(task: Task | undefined, name: string, said: (result: TaskResult) => string): Promise<boolean>
  /** Takes an action on many papers back. */
  undo(action: number): Promise<void>
  /** Does other long work, with a name and progress of its own. */
  watch<T>(
    name: string,
    work: (told: (done: number, of: number) => void, signal: AbortSignal) => Promise<T>,
  ): Promise<T | undefined>
  stop(): void
}

/**
 * Does long work; its result, with a way to take it back, and every error go to the announcer. `follow` is told of tags that were
 * renamed or deleted, and gives what is to be done where that is taken back.
 */
export function useLongWork(follow?: Retagged['follow']): LongWork {
  const work = useWork()
  const ask = useAsk()
  const { say, fail } = useAnnouncer()
  const [running, setRunning] = useState<Running>()
  const controller = useRef<AbortController | undefined>(undefined)

  const watch: LongWork['watch'] = async (name, doWork) => {
    const stopping = new AbortController()
    controller.current = stopping
    const told = (done: number, of: number) =>
      setRunning({ name, done, of, isStopping: stopping.signal.aborted })
    told(0, 0)
    try {
      return await doWork(told, stopping.signal)
    } catch (error) {
      if (!stopping.signal.aborted) fail(errorText(error))
    } finally {
      setRunning(undefined)
    }
  }
  const undo = async (action: number, unfollow?: () => Promise<void>) => {
    const result = await watch(t('undoing'), (told, signal) =>
      work.run({ kind: 'undo', action }, signal, told),
    )
    await ask('library:changed', {})
    if (result) await unfollow?.()
    if (result) say(undoneSentence(result.kept))
  }
  const run: LongWork['run'] = async (task, name, said) => {
    const doing = task ?? (follow && (await work.unfinished())?.task)
    const result = await watch(name, (told, signal) => work.run(task, signal, told))
    await ask('library:changed', {})
    if (!result) return false
    // This work's own: the newest may be what somebody has saved in the meantime.
    const { action } = result
    const unfollow = doing?.kind === 'retag' && !result.stopped ? await follow?.(doing) : undefined
    const takeBack = action === undefined ? undefined : () => void undo(action, unfollow)
    const sentence = result.stopped ? plural('stoppedAfter', result.changed) : said(result)
    say(sentence, takeBack)
    return !result.stopped
  }
  const stop = () => {
    controller.current?.abort()
    setRunning((now) => now && { ...now, isStopping: true })
  }
  return { running, run, undo: (action) => undo(action), watch, stop }
}
