/** A line that is longer is cut: no field of a reference has a million characters. */
const longestLine = 1_000_000

/**
 * Cuts text that comes in chunks into lines, whatever ends them (`\r\n`, `\n`, `\r`) and wherever the chunks are cut;
 * a byte order mark at the beginning is dropped. Each piece is looked at once, so a file without line ends is no trap.
 */
export class LineCutter {
  /** The pieces of the line that has not ended yet, and their length together. */
  #pieces: string[] = []
  #length = 0
  #isFirst = true
  /** True where the last chunk ended with `\r`: a `\n` that follows belongs to it. */
  #endedWithReturn = false

  /** The lines that end in this chunk, without their line ends. */
  feed(chunk: string): string[] {
    let text = chunk
    if (text === '') return []
    if (this.#isFirst) text = text.replace(/^\ufeff/, '')
    this.#isFirst = false
    if (this.#endedWithReturn && text.startsWith('\n')) text = text.slice(1)
    if (text === '') return []
    this.#endedWithReturn = text.endsWith('\r')
    const lines = text.split(/\r\n|[\n\r]/)
    const rest = lines.pop() ?? ''
    if (lines.length > 0) lines[0] = this.#taken(lines[0] ?? '')
    this.#keep(rest)
    return lines
  }

  /** The last line, where the text did not end with a line end. */
  end(): string[] {
    const line = this.#taken('')
    return line === '' ? [] : [line]
  }

  #keep(piece: string): void {
    if (piece === '' || this.#length >= longestLine) return
    this.#pieces.push(piece)
    this.#length += piece.length
  }

  #taken(end: string): string {
    this.#keep(end)
    const line = this.#pieces.join('').slice(0, longestLine)
    this.#pieces = []
    this.#length = 0
    return line
  }
}
