/** What an import of a backup file would do, found without writing anything. */
export interface ImportPreview {
  /** Papers that are not in the library yet. */
  added: number
  /** Papers that are in it and would gain something from the file. */
  merged: number
  /** Papers that are in it just so. */
  unchanged: number
  /** What cannot be read, and why. */
  broken: readonly { name: string; why: string }[]
}

/** How far an import has come. */
export interface ImportProgress {
  done: number
  of: number
}

/** A file that was read and checked, and may be imported. */
export interface CheckedImport {
  preview: ImportPreview
  /** Imports it, telling its progress; rejects with an error in plain words. `finished` is false where `signal` stopped it. */
  run(
    signal: AbortSignal,
    onProgress: (progress: ImportProgress) => void,
  ): Promise<{
    added: number
    merged: number
    finished: boolean
  }>
}

/** Reads and checks a backup file; rejects with an error in plain words where it is none. */
export type CheckImport = (file: Blob) => Promise<CheckedImport>
