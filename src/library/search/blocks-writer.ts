import { BlockWriter, type PostingsView } from './postings.ts'

/**
 * About how long a block is, in bytes: a word that is looked for costs a block of each part, so small ones are read
 * sooner; a quarter of this would be no faster, and twice as many rows.
 */
const blockLength = 8_000

/** Cuts a rising run of words into blocks. */
export class BlocksWriter {
  readonly #blocks: Uint8Array[] = []
  readonly #first: string[] = []
  #open: BlockWriter | undefined

  add(word: string, postings: PostingsView): void {
    if (!this.#open) {
      this.#open = new BlockWriter()
      this.#first.push(word)
    }
    this.#open.add(word, postings)
    if (this.#open.length >= blockLength) this.#close()
  }

  finish(): { blocks: Uint8Array[]; first: string[] } {
    this.#close()
    return { blocks: this.#blocks, first: this.#first }
  }

  #close(): void {
    if (this.#open) this.#blocks.push(this.#open.finish())
    this.#open = undefined
  }
}
