import { Utf32 } from './utf-32.ts'

/** The encodings that files of references come in. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'utf-32le' | 'utf-32be' | 'windows-1252'

/** So many bytes decide where no mark at a file's beginning does. */
const enough = 4_096

/**
 * The text of a file whose bytes come in pieces, without a byte order mark. UTF-16 and UTF-32 are known by their
 * marks, or by the zero bytes of Latin letters.
 *
 * All else is UTF-8 as long as what has been seen is mostly that, and Windows-1252 (which has Latin-1 in it) where it is not:
 * each piece that has other characters than ASCII's is judged anew. A stray byte in UTF-8 is read as Windows-1252's.
 */
export async function* decode(
  bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): AsyncGenerator<string, void> {
  let decoder: { push(bytes: Uint8Array, isLast: boolean): string } | undefined
  let held = new Uint8Array(0)
  for await (const piece of bytes) {
    if (decoder) {
      const text = decoder.push(piece, false)
      if (text !== '') yield text
      continue
    }
    held = joined(held, piece)
    if (held.length < enough) continue
    decoder = decoderFor(held)
    yield decoder.push(held, false)
  }
  const last = decoder ? decoder.push(new Uint8Array(0), true) : decoderFor(held).push(held, true)
  if (last !== '') yield last
}

/** The encoding that the beginning of a file tells; `utf-8` may turn out to be Windows-1252 further on. */
export function encodingOf(start: Uint8Array): Encoding {
  const wide = utf32Of(start.subarray(0, enough))
  if (wide) return wide
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le'
  if (start[0] === 0xfe && start[1] === 0xff) return 'utf-16be'
  const seen = start.subarray(0, enough)
  const [even, odd] = [0, 0].map((_, from) =>
    seen.filter((byte, i) => i % 2 === from && byte === 0),
  )
  const half = seen.length / 2
  if ((odd?.length ?? 0) > half * 0.3 && (even?.length ?? 0) < half * 0.1) return 'utf-16le'
  if ((even?.length ?? 0) > half * 0.3 && (odd?.length ?? 0) < half * 0.1) return 'utf-16be'
  const { good, bad } = countOf(seen, true)
  return bad > good ? 'windows-1252' : 'utf-8'
}

/** UTF-32 by the two bytes of each character that are zero in nearly all languages, its mark's too. */
function utf32Of(seen: Uint8Array): Encoding | undefined {
  if (seen.length < 4) return undefined
  const whole = Math.floor(seen.length / 4)
  const zeros = [0, 0, 0, 0]
  for (let at = 0; at < whole * 4; at++)
    if (seen[at] === 0) zeros[at % 4] = (zeros[at % 4] ?? 0) + 1
  const areZero = (...places: number[]) =>
    places.every((place) => (zeros[place] ?? 0) > whole * 0.9)
  // A text of zero bytes alone is none.
  if (areZero(2, 3) && !areZero(0)) return 'utf-32le'
  return areZero(0, 1) && !areZero(3) ? 'utf-32be' : undefined
}

function decoderFor(start: Uint8Array): { push(bytes: Uint8Array, isLast: boolean): string } {
  const encoding = encodingOf(start)
  if (encoding === 'utf-8' || encoding === 'windows-1252') return new EightBit()
  if (encoding === 'utf-32le' || encoding === 'utf-32be') return new Utf32(encoding === 'utf-32le')
  const decoder = new TextDecoder(encoding)
  return { push: (bytes, isLast) => decoder.decode(bytes, { stream: !isLast }) }
}

/** UTF-8 and Windows-1252, as they come. */
class EightBit {
  #held = new Uint8Array(0)
  #good = 0
  #bad = 0
  #isFirst = true

  push(bytes: Uint8Array, isLast: boolean): string {
    const all = this.#held.length > 0 ? joined(this.#held, bytes) : bytes
    const end = isLast ? all.length : wholeEnd(all)
    this.#held = all.slice(end)
    const text = this.#text(all.subarray(0, end))
    if (text === '') return ''
    const isMarked = this.#isFirst && text.startsWith('\ufeff')
    this.#isFirst = false
    return isMarked ? text.slice(1) : text
  }

  #text(bytes: Uint8Array): string {
    if (this.#bad === 0) {
      try {
        const text = strict.decode(bytes)
        // Other than ASCII's characters take more bytes than they are.
        if (text.length < bytes.length) this.#good += bytes.length - text.length
        return text
      } catch {
        // The bytes are looked at one by one.
      }
    }
    const { good, bad } = countOf(bytes, false)
    this.#good += good
    this.#bad += bad
    return this.#bad > this.#good ? latin(bytes) : mixed(bytes)
  }
}

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** What Windows-1252 has from 0x80 to 0x9f (encoding.spec.whatwg.org); Node's decoder takes it for Latin-1, and has controls there. */
const upper = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'
const windows = new TextDecoder('windows-1252')

function latin(bytes: Uint8Array): string {
  return windows
    .decode(bytes)
    .replace(/[\u0080-\u009f]/g, (character) => upper.charAt(character.charCodeAt(0) - 0x80))
}

/** UTF-8 in which single bytes are Windows-1252's. */
function mixed(bytes: Uint8Array): string {
  let text = ''
  let start = 0
  for (let at = 0; at < bytes.length; ) {
    const length = sequenceAt(bytes, at)
    if (length === 0) {
      text += `${strict.decode(bytes.subarray(start, at))}${latin(bytes.subarray(at, at + 1))}`
      start = at + 1
    }
    at += length || 1
  }
  return text + strict.decode(bytes.subarray(start))
}

/** How many characters beyond ASCII are UTF-8's, and how many bytes are none of them; one that is cut off counts for neither. */
function countOf(bytes: Uint8Array, isCut: boolean): { good: number; bad: number } {
  let [good, bad] = [0, 0]
  const end = isCut ? wholeEnd(bytes) : bytes.length
  for (let at = 0; at < end; ) {
    const length = sequenceAt(bytes, at)
    if (length === 0) bad += 1
    else if (length > 1) good += 1
    at += length || 1
  }
  return { good, bad }
}

/** How many bytes the UTF-8 sequence at a place has (Unicode, table 3-7); 0 where there is none. */
function sequenceAt(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] ?? 0
  if (lead < 0x80) return 1
  const length =
    lead >= 0xc2 && lead <= 0xdf
      ? 2
      : lead >= 0xe0 && lead <= 0xef
        ? 3
        : lead >= 0xf0 && lead <= 0xf4
          ? 4
          : 0
  const second = bytes[at + 1] ?? 0
  if (length === 0 || at + length > bytes.length) return 0
  if (lead === 0xe0 && second < 0xa0) return 0
  if (lead === 0xed && second > 0x9f) return 0
  if (lead === 0xf0 && second < 0x90) return 0
  if (lead === 0xf4 && second > 0x8f) return 0
  for (let i = at + 1; i < at + length; i++) if (((bytes[i] ?? 0) & 0xc0) !== 0x80) return 0
  return length
}

/** Where the last whole sequence ends: up to three bytes may belong to one that goes on in the next piece. */
function wholeEnd(bytes: Uint8Array): number {
  for (let at = bytes.length - 1; at >= Math.max(0, bytes.length - 3); at--) {
    const byte = bytes[at] ?? 0
    if (byte < 0x80) return bytes.length
    if (byte >= 0xc0) {
      const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2
      return at + length > bytes.length ? at : bytes.length
    }
  }
  return bytes.length
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(a.length + b.length)
  whole.set(a)
  whole.set(b, a.length)
  return whole
}
