/** The text of UTF-32, which browsers have no decoder for; four bytes are a character, and one that is none becomes U+FFFD. */
export class Utf32 {
  readonly #isLittle: boolean
  #held = new Uint8Array(0)
  #isFirst = true

  constructor(isLittle: boolean) {
    this.#isLittle = isLittle
  }

  push(bytes: Uint8Array, isLast: boolean): string {
    const all = new Uint8Array(this.#held.length + bytes.length)
    all.set(this.#held)
    all.set(bytes, this.#held.length)
    const end = all.length - (all.length % 4)
    this.#held = all.slice(end)
    const view = new DataView(all.buffer)
    let text = ''
    for (let at = 0; at < end; at += 4) text += characterOf(view.getUint32(at, this.#isLittle))
    if (isLast && this.#held.length > 0) text += characterOf(-1)
    const isMarked = this.#isFirst && text.startsWith('\ufeff')
    this.#isFirst &&= text === ''
    return isMarked ? text.slice(1) : text
  }
}

function characterOf(code: number): string {
  const isNone = code < 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)
  return String.fromCodePoint(isNone ? 0xfffd : code)
}
