import type { Item } from '../item/item.ts'
import type { LibraryRecord, NewRecord } from '../item/record.ts'
import { findAlike, type Likeness } from './alike.ts'
import { toRecord } from './document.ts'
import { findDocument, findHolders } from './find.ts'
import { identifiedId } from './identity.ts'
import type { Store } from './store.ts'

/** The ways to find a paper in the library, the trash left out. */
export interface Finding {
  /**
   * The record that has one of these identifiers; with the `paper` that has them, none that has them by a reader's typing alone and
   * is another paper by its words.
   */
  find(
    identifiers: readonly string[],
    paper?: Pick<NewRecord, 'item' | 'source' | 'identifiers'>,
  ): Promise<LibraryRecord | undefined>
  /** Every record that has one of these identifiers (addresses left out), and whether a reader typed it there. */
  holders(identifiers: readonly string[]): Promise<{ record: LibraryRecord; isTyped: boolean }[]>
  /** Records that may be the same paper, the likest first: same title, first author, and year or nearly. */
  findAlike(item: Item): Promise<{ record: LibraryRecord; likeness: Likeness }[]>
}

/** Finds papers in a store. */
export function findingIn(store: Store): Finding {
  return {
    async find(identifiers, paper) {
      const id = await identifiedId(identifiers)
      const found = await store.read((transaction) =>
        findDocument(transaction, identifiers, id, paper),
      )
      return found && found.del !== true ? toRecord(found) : undefined
    },
    async holders(identifiers) {
      const found = await store.read((transaction) => findHolders(transaction, identifiers))
      return found.map(({ document, isTyped }) => ({ record: toRecord(document), isTyped }))
    },
    async findAlike(item) {
      const found = await store.read((transaction) => findAlike(transaction, item))
      return found.map(({ document, likeness }) => ({ record: toRecord(document), likeness }))
    },
  }
}
