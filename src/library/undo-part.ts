import type { Inverse, StoredHighlight, StoredRecord, UndoPart } from './schema.ts'
import { clockSum, entriesOf, fieldNames, type StampedDocument, sameValue } from './versions.ts'

type Stored = StoredRecord | StoredHighlight

/** Documents as they were before a transaction and are now. */
export class Images {
  readonly #images = new Map<string, { before: Stored | undefined; after: Stored | undefined }>()

  /** A document was written, or removed (`after` is undefined then). */
  remember(id: string, before: Stored | undefined, after: Stored | undefined): void {
    const image = this.#images.get(id)
    if (image) image.after = after
    else this.#images.set(id, { before, after })
  }

  /**
   * What takes the transaction back. Of what the action itself has `made` in an earlier one the clocks are noted, so that
   * its own work on it does not count as somebody else's.
   */
  part(made: ReadonlySet<string> = new Set()): UndoPart {
    const part: UndoPart = { inverses: [], created: [], removed: [] }
    const again: [string, number][] = []
    for (const [id, { before, after }] of this.#images) {
      if (after && made.has(id)) again.push([id, clockSum(after)])
      if (before && after) {
        const inverse = inverseOf(id, before, after)
        if (inverse) part.inverses.push(inverse)
      } else if (after) part.created.push([id, clockSum(after)])
      else if (before) part.removed.push(before)
    }
    return again.length > 0 ? { ...part, again } : part
  }
}

/** How many records a part concerns. */
export function recordsIn({ inverses, created, removed }: UndoPart): number {
  const ids = [...inverses.map(({ id }) => id), ...created.map(([id]) => id)]
  return [...ids, ...removed.map(({ id }) => id)].filter((id) => !id.startsWith('a:')).length
}

function inverseOf(
  id: string,
  before: StampedDocument,
  after: StampedDocument,
): Inverse | undefined {
  const shown = (document: StampedDocument, field: string): unknown =>
    entriesOf(document, field)[0]?.[1] ?? null
  const names = new Set([...fieldNames(before), ...fieldNames(after)])
  const changed = [...names].filter((name) => !sameValue(shown(before, name), shown(after, name)))
  if (changed.length === 0) return undefined
  const values = (document: StampedDocument): { [field: string]: unknown } =>
    Object.fromEntries(changed.map((name) => [name, shown(document, name)]))
  return { id, was: values(before), became: values(after) }
}
