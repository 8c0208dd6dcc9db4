/** Every run of white space, no-break and ideographic spaces and line ends included, as one space; trimmed. */
export function collapse(text: string): string {
  // Most texts are clean already, and looking costs a tenth of writing.
  return (/[^\S ]| {2}/.test(text) ? text.replace(/\s+/g, ' ') : text).trim()
}

/**
 * What no text of ours holds: C0 and C1 controls (tab and line feed stay), lone surrogates, the bidirectional
 * embeddings, overrides and isolates that can make a line read otherwise than it is stored, and characters
 * without width that split words for a search (soft hyphen, zero-width space, word joiner, byte order mark).
 * ZWJ, ZWNJ and the directional marks stay: Persian, Indic scripts and emoji need them.
 */
const unwanted =
  /[\u0000-\u0008\u000b\u000e-\u001f\u007f-\u009f\u00ad\u200b\u2060\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]|\p{Cs}/gu

/**
 * Other than text of these characters may have to be put right: ASCII's, Latin letters with their accents, Greek, Cyrillic,
 * dashes, quotation marks, arrows and signs of mathematics, kana, Han and Hangul, each of which is in NFC whatever stands
 * beside it.
 */
const other =
  /[^\t\n -~\u00a0-\u00ac\u00ae-\u02ff\u0391-\u03a1\u03a3-\u03ce\u0400-\u0482\u048a-\u052f\u2010-\u2027\u2030-\u205e\u2070-\u2094\u20a0-\u20bf\u2190-\u22ff\u3001-\u3029\u3041-\u3096\u30a1-\u30ff\u4e00-\u9fff\uac00-\ud7a3\uff01-\uff9d]/

/** True for a UTF-16 unit that `tidy` leaves as it is in any text; some that it leaves in most texts are none. */
export function isTidyUnit(unit: number): boolean {
  let known = units.get(unit)
  if (known === undefined) {
    known = !other.test(String.fromCharCode(unit))
    units.set(unit, known)
  }
  return known
}

const units = new Map<number, boolean>()

/**
 * Text in NFC without controls, lone surrogates, bidirectional overrides and invisible word-splitters; line ends are
 * `\n`. A soft hyphen at a line's end cut a word, which is whole again.
 */
export function tidy(text: string): string {
  // The second look costs fifteen times the first.
  if (!/[^\t\n -~]/.test(text) || !other.test(text)) return text
  return text
    .replace(/\r\n?|[\u000c\u0085\u2028\u2029]/g, '\n')
    .replace(/\u00ad[^\S\n]*\n\s*/g, '')
    .replace(unwanted, '')
    .normalize('NFC')
}
