/** What an import of a backup or of files of references would do, found without writing anything. */
export interface ImportPreview {
  /** Papers that are not in the library yet. */
  added: number
  /** Papers that are in it and would gain something from the file. */
  merged: number
  /** Papers that are in it just so. */
  unchanged: number
  /** Papers that were deleted here since, and come back only where that is wanted. */
  deleted: number
  /** Entries that repeat another one of the file. */
  repeated: number
  /** What papers that are in the library would gain, by the record's field, and how many would; of a backup that is not told. */
  gains: readonly { field: string; papers: number }[]
  /** The names of the formats of files of references; absent for a backup. */
  formats?: readonly string[]
  /** Highlights in the file. */
  highlights: number
  /** What cannot be read, and of the first ones where it stands and why. */
  broken: number
  reasons: readonly { name: string; why: string }[]
  /** What papers say that will not be kept, and of the first where it stands and what it is; absent for a backup. */
  lost?: number
  losses?: readonly { name: string; why: string }[]
  /** How much there is in the file, highlights and all. */
  documents: number
  /** ISO 8601, where the file says it. */
  writtenAt?: string
  /** What tells against the file: it was changed since it was written, or has not as much as it says. */
  doubts: readonly ('changed' | 'counts')[]
}

/** How far an import has come. */
export interface ImportProgress {
  done: number
  of: number
}

/** A file that was read and checked, and may be imported. */
export interface CheckedImport {
  preview: ImportPreview
  /**
   * Imports it, telling its progress; rejects with an error in plain words. `finished` is false where `signal` stopped it: then
   * everything is as it was. `action` is its number in the undo log, where anything has changed. What it
   * `restores` is no longer told of as missing.
   */
  run(
    signal: AbortSignal,
    onProgress: (progress: ImportProgress) => void,
    how: { bringBack: boolean; restores: boolean },
  ): Promise<{
    added: number
    merged: number
    finished: boolean
    action: number | undefined
  }>
}

/** Reads and checks a backup file, or files of references; rejects with an error in plain words where one is neither. */
export type CheckImport = (files: readonly File[], signal: AbortSignal) => Promise<CheckedImport>
