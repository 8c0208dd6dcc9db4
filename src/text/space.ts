/** Every run of white space, no-break and ideographic spaces and line ends included, as one space; trimmed. */
export function collapse(text: string): string {
  // Most texts are clean already, and looking costs a tenth of writing.
  return (/\s\s|[^\S ]/.test(text) ? text.replace(/\s+/g, ' ') : text).trim()
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
 * Text in NFC without controls, lone surrogates, bidirectional overrides and invisible word-splitters; line ends are
 * `\n`. A soft hyphen at a line's end cut a word, which is whole again.
 */
export function tidy(text: string): string {
  // Nothing of all this is in text of letters, digits, marks, line feeds and tabs, which most of it is.
  if (!/[^\t\n -~]/.test(text)) return text
  return text
    .replace(/\r\n?|[\u000c\u0085\u2028\u2029]/g, '\n')
    .replace(/\u00ad[^\S\n]*\n\s*/g, '')
    .replace(unwanted, '')
    .normalize('NFC')
}
