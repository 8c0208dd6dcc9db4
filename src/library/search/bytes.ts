/** Bytes that are written one behind the other. */
export class Bytes {
  #bytes = new Uint8Array(1024)
  length = 0

  /** Begins anew, in the same room. */
  clear(): void {
    this.length = 0
  }

  byte(value: number): void {
    if (this.length === this.#bytes.length) this.#grow(1)
    this.#bytes[this.length++] = value
  }

  /** A number of variable length: seven bits a byte, the lowest first. */
  number(value: number): void {
    let rest = value
    // A number may have more than the 32 bits that shifts know.
    for (; rest > 0x7fffffff; rest = Math.floor(rest / 128)) this.byte((rest % 128) | 128)
    for (; rest > 127; rest >>>= 7) this.byte((rest & 127) | 128)
    this.byte(rest)
  }

  append(bytes: Uint8Array): void {
    if (this.length + bytes.length > this.#bytes.length) this.#grow(bytes.length)
    this.#bytes.set(bytes, this.length)
    this.length += bytes.length
  }

  /** What was written; good until more is. */
  view(): Uint8Array {
    return this.#bytes.subarray(0, this.length)
  }

  #grow(by: number): void {
    const larger = new Uint8Array(this.#bytes.length * 2 + by)
    larger.set(this.#bytes)
    this.#bytes = larger
  }
}
