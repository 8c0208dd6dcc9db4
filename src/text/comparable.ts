import { fold } from './fold.ts'
import { withoutInline } from './markup.ts'

/** What a character is in a comparable text, for each that was met: itself, its folded form, or nothing. */
const kept = new Map<string, string>()

/** The same for the first scripts (Latin to Cyrillic and beyond) by code, where it is one unit. */
const single = new Uint16Array(0x600)
const unknown = 0
const several = 0xffff
const dropped = 0xfffe
for (let code = 0; code < 128; code++) single[code] = dropped
for (let code = 48; code < 58; code++) single[code] = code
for (let code = 97; code < 123; code++) {
  single[code] = code
  single[code - 32] = code
}

let room = new Uint16Array(4096)

/** A text's folded letters and digits and nothing else: two copies of one text compare equal whatever their spacing. */
export function comparable(text: string): string {
  const plain = withoutInline(text)
  // A folded letter is seldom more than three: a ligature, a fraction.
  if (room.length < plain.length * 4) room = new Uint16Array(plain.length * 4 + 256)
  let length = 0
  for (let i = 0; i < plain.length; i++) {
    const code = plain.charCodeAt(i)
    const own = single[code] ?? several
    if (own === dropped) continue
    if (own !== unknown && own !== several) {
      room[length++] = own
      continue
    }
    // Letters beyond the first plane are two units.
    const isPair = (code & 0xfc00) === 0xd800 && (plain.charCodeAt(i + 1) & 0xfc00) === 0xdc00
    const sign = plain.slice(i, isPair ? i + 2 : i + 1)
    if (isPair) i++
    let folded = kept.get(sign)
    if (folded === undefined) {
      folded = fold(sign).replace(/[^\p{L}\p{N}]+/gu, '')
      if (kept.size < 5000) kept.set(sign, folded)
      if (own === unknown && !isPair) single[code] = unitOf(folded)
    }
    for (let k = 0; k < folded.length && length < room.length; k++)
      room[length++] = folded.charCodeAt(k)
  }
  return textDecoder.decode(room.subarray(0, length))
}

function unitOf(folded: string): number {
  return folded === '' ? dropped : folded.length === 1 ? folded.charCodeAt(0) : several
}

const textDecoder = new TextDecoder('utf-16le')

/**
 * True where a text compares equal to `words`, which `comparable` made. Texts that are too short or too long are
 * told by their length alone: a page has a thousand blocks, and folding each of them costs more than reading it.
 */
export function isComparable(text: string, words: string): boolean {
  return (
    text.length >= words.length &&
    text.length <= words.length * 3 + 40 &&
    comparable(text) === words
  )
}

/** How many letters tell one line from another well enough. */
const enough = 6

/**
 * The first letters and digits of a text as `comparable` would give them, read without folding: as many as there are
 * before the first sign that is not ASCII or may be markup, six at most. A look that spares folding a thousand lines.
 */
export function comparableOpening(text: string): string {
  let opening = ''
  for (let i = 0; i < text.length && opening.length < enough; i++) {
    const code = text.charCodeAt(i)
    // The name of a tag or of an entity (`<i>`, `&amp;`) is none of the words.
    if (code > 127 || code === 60 || code === 38) break
    const own = single[code] ?? dropped
    if (own !== dropped) opening += String.fromCharCode(own)
  }
  return opening
}
