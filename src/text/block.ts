/** A paragraph, heading, list item, table cell or line, as a person reads it. */
export interface Block {
  /**
   * One line of text with CSL's inline tags (`<i> <sub> <sup>`), each formula once, furniture passed over; empty where
   * all of it was. Read on demand.
   */
  readonly text: string
  /** The same in a rush: no tags, nothing passed over; for finding one's way in a page. Never empty. */
  readonly plain: string
  /** The same as it stands in the page's source, spaces and line ends and all: for a look that costs nothing. */
  readonly raw: string
  /** How long `raw` is, in characters: `plain` is never longer. */
  readonly size: number
  /** The run that begins the block in bold, italics or a label's class: `Background:` in `<b>Background:</b> We …`. */
  readonly lead?: string | undefined
  /** The short runs inside it that are set off by bold, italics or a class, in order. */
  readonly runs?: readonly string[] | undefined
  /** The nearest block-level element around the text; none for a text that is no element's. */
  readonly element?: Element | undefined
  /** True when only a `<br>` parts it from the block before. */
  readonly afterBreak: boolean
  /** What was passed over in it or just before it, with the reason that `skip` gave. */
  readonly skipped?: readonly Skipped[] | undefined
}

/** Text that was passed over. */
export interface Skipped {
  reason: string
  text: string
}

/** A block that is no element's: a line of a text file, a metadata value. */
export function lineBlock(text: string): Block {
  return { text, plain: text, raw: text, size: text.length, afterBreak: false }
}
