import type { Decision } from '../item/record.ts'

/** Work on many records, as it is kept until it is done. */
export type Task =
  /** Each of these tags becomes another on every record that has one, or is taken off where `to` is absent. */
  | { kind: 'retag'; from: string[]; to?: string }
  /** These records get tags or lose them, or get a decision (null takes it back). */
  | {
      kind: 'mark'
      ids: string[]
      addTags?: string[]
      removeTags?: string[]
      decision?: Decision | null
    }
  /** These records go into the trash. */
  | { kind: 'delete'; ids: string[] }
  /** These records come back from the trash. */
  | { kind: 'restore'; ids: string[] }
  /** What is in the trash goes for good: nothing but its id and its stamps is left. */
  | { kind: 'purge' }
  /** An action on many records is taken back. */
  | { kind: 'undo'; action: number }

/** How far a task has come. */
export interface Progress {
  /** The action's number in the undo log, once anything is done. */
  action?: number
  /** Where to go on: a row's number, or a place in the list of ids. */
  next: number
  /** Records that were looked at, and how many there are to be. */
  done: number
  of: number
  /** Records that were changed, and fields that were left because they had been changed since. */
  changed: number
  kept: number
}

/** An import that is under way, as it is kept until it is done. */
export interface ImportJob {
  /** The file's name. */
  name: string
  /** Documents of the file that were brought in, or were there. */
  done: number
  /** The newest action of the undo log when it began: its own is the first import behind it. */
  since: number
}
