/** What went wrong with the library, for the shell to say in a person's language. */
export const libraryTroubles = [
  /** Another page holds an older version open and did not close it in time. */
  'blocked',
  /** A newer Offprint wrote the database. */
  'newer',
  /** The disk or the browser's share of it is full. */
  'full',
  /** The database cannot be read or written, even after opening it again. */
  'unreadable',
  /** This library was closed by its owner. */
  'closed',
  /** No record has this id. */
  'no-record',
  /** A highlight was removed. */
  'no-highlight',
  /** Another record has the citation key. */
  'key-taken',
  /** An action is not remembered any more, or was taken back already. */
  'no-action',
  /** A value is not of its field's kind. */
  'wrong-value',
  /** A tag's name has no letters, or more than the number. */
  'wrong-tag',
  /** More was written than a field holds; the number is what it does. */
  'too-long',
  /** More of an abstract was selected than can be marked. */
  'long-passage',
  /** It concerns so many records that the library page has to do it. */
  'many',
  /** Other work on many records is under way. */
  'busy',
] as const

export type LibraryTrouble = (typeof libraryTroubles)[number]

/** An error of the library that a person may be told; its message says what happened and what is safe. */
export class LibraryError extends Error {
  override name = 'LibraryError'
  readonly trouble: LibraryTrouble
  /** What stands in the sentence: a number, or a citation key. */
  readonly fill: readonly (string | number)[]

  constructor(
    trouble: LibraryTrouble,
    message: string,
    { cause, fill = [] }: { cause?: unknown; fill?: readonly (string | number)[] } = {},
  ) {
    super(message, { cause })
    this.trouble = trouble
    this.fill = fill
  }
}

/** The browser's error in the library's words; an error of another kind comes back as it is. */
export function libraryError(error: unknown): unknown {
  switch (errorName(error)) {
    case 'QuotaExceededError':
      return new LibraryError(
        'full',
        'There is no room left for the library. Nothing of this change was written; everything saved before is safe. Free some disk space and try again.',
        { cause: error },
      )
    case 'VersionError':
      return new LibraryError(
        'newer',
        'A newer version of Offprint wrote this library. Nothing was changed. Update Offprint to open it.',
        { cause: error },
      )
    case 'UnknownError':
    case 'InvalidStateError':
    case 'AbortError':
      return new LibraryError(
        'unreadable',
        'The browser could not read or write the library. Nothing of this change was written; what was saved before is untouched. The disk may be full, or the browser may need a restart.',
        { cause: error },
      )
    default:
      return error
  }
}

/** True for the errors after which a connection is worth opening once more (disk full, backing store lost, closed under us). */
export function isLostConnection(error: unknown): boolean {
  return ['UnknownError', 'InvalidStateError', 'AbortError'].includes(errorName(error) ?? '')
}

/** Chromium's QuotaExceededError is no longer a DOMException, so only the name is asked. */
function errorName(error: unknown): string | undefined {
  return error instanceof Error || error instanceof DOMException ? error.name : undefined
}
