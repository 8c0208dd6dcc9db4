import { BlockWriter, entriesOf } from './block-writer.ts'
import type { Block, Postings } from './postings.ts'

/**
 * About how long a block is, in bytes: a word that is looked for costs a block of each segment, so small ones are read
 * sooner; a quarter of this would be no faster, and four times as many rows.
 */
const blockLength = 8_000

/** Cuts a rising run of words into blocks. */
export class BlocksWriter {
  readonly blocks: Block[] = []
  /** The first word of each block. */
  readonly first: string[] = []
  #open: BlockWriter | undefined

  add(word: string, postings: Postings): void {
    for (const [from, to] of entriesOf(postings)) {
      if (!this.#open) {
        this.#open = new BlockWriter()
        this.first.push(word)
      }
      this.#open.add(word, postings, from, to)
      if (this.#open.length >= blockLength) this.close()
    }
  }

  /** Ends the block that is being written. */
  close(): void {
    if (this.#open) this.blocks.push(this.#open.finish())
    this.#open = undefined
  }
}
