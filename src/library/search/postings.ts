/** The fields in which a word was found, as bits: what a hit in one is worth is told by it. */
export const inTitle = 1
export const inAbstract = 2
export const inAuthors = 4
export const inJournal = 8
export const inNote = 16
export const inTags = 32

/** One word in a segment: which records have it, where, and at which places. Typed arrays have this form too. */
export interface Postings {
  /** The places of records, rising. */
  readonly places: ArrayLike<number>
  /** The fields of each record in which the word stands, as bits. */
  readonly fields: ArrayLike<number>
  /** Where each record's positions begin in `positions`, and behind the last where they end. */
  readonly starts: ArrayLike<number>
  /** Which words of each record it is, rising within a record: words that follow each other in a text have positions that do. */
  readonly positions: ArrayLike<number>
}

/** Words in bytes, and where in the records they stand, which few searches need. */
export interface Block {
  words: Uint8Array
  positions: Uint8Array
}
