import { type BibtexBlock, BlockScanner } from './bibtex-block-scanner.ts'

export type { BibtexBlock } from './bibtex-block-scanner.ts'

/** Pieces are joined to as many characters before they are looked at. */
const worthLooking = 65_536

/**
 * The blocks of a .bib file whose text comes in pieces, one after the other in the room of the longest. What stands between
 * them is a comment (btxdoc), and so is an `@` behind a `%` or inside a word.
 *
 * A block ends where its bracket closes; braces count behind a backslash and in quotation marks too, as they do for
 * BibTeX. One that does not close, or that goes on after its end, runs to the next line that begins with `@word{`.
 */
export async function* bibtexBlocks(
  pieces: AsyncIterable<string> | Iterable<string>,
): AsyncGenerator<BibtexBlock, void> {
  const scanner = new BlockScanner()
  const lines = new LineEnds()
  let waiting: string[] = []
  let length = 0
  for await (const piece of pieces) {
    waiting.push(piece)
    length += piece.length
    if (length < worthLooking) continue
    yield* scanner.feed(lines.next(waiting.join('')), false)
    waiting = []
    length = 0
  }
  yield* scanner.feed(lines.next(waiting.join('')) + lines.rest(), true)
}

/** Line ends of old Macs and of Windows as `\n`, which the scanner counts and looks behind. */
class LineEnds {
  /** A return at the end of a piece: what it is the next piece says. */
  #open = false

  next(piece: string): string {
    const text = this.#open ? `\r${piece}` : piece
    this.#open = text.endsWith('\r')
    if (!text.includes('\r')) return text
    return (this.#open ? text.slice(0, -1) : text).replace(/\r\n?/g, '\n')
  }

  rest(): string {
    return this.#open ? '\n' : ''
  }
}
