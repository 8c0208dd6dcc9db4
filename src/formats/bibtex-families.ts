import { inheritable, withParent } from './bibtex-inherit.ts'
import type { RawFields } from './bibtex-record.ts'

/** An entry with its macros resolved, before it is read as a paper. */
export interface RawEntry {
  type: string
  key: string | undefined
  fields: RawFields
  /** From 1. */
  line: number
}

/** An entry with what it inherits; `orphanOf` is a parent that did not come. */
export type ReadyEntry<E extends RawEntry = RawEntry> = E & { orphanOf?: string }

interface Parent {
  type: string
  given: [name: string, tex: string][]
  parents: string[]
  size: number
}

/** Kinds of entries from which others inherit; these are remembered, of others only those that somebody waited for. */
const wholes: ReadonlySet<string> = new Set(
  'xdata proceedings mvproceedings book mvbook collection mvcollection reference mvreference periodical booklet'.split(
    ' ',
  ),
)

/** Entries that wait at once, and characters that parents and they have in all. */
const mostWaiting = 20_000
const mostCharacters = 20_000_000

/** A volume of a series of volumes has a parent's parent; more is a ring or a trap. */
const deepest = 4
const mostParents = 20
const mostAncestors = 100

/** Parents give so many characters in all, and ten for each that was read: a long one has many children. */
const mostGiven = 10_000_000
const mostPerCharacter = 10

/**
 * Gives each entry the fields that it inherits by `crossref` and `xdata`, in one pass over a file of any length.
 *
 * BibTeX wants a parent behind its children, biber takes it anywhere. So what may be a parent is remembered, its fields
 * without abstracts and the like; and a child whose parent has not come waits for it and goes on right before it. Both are
 * bounded: of parents the oldest are forgotten, of children the oldest go on without. Whoever waits in vain goes on at the
 * end of the file as it is, and says for whom it waited. Entries that wait for none keep their order; those that do come
 * later than they stand in the file, with the line where they stand.
 */
export class Families<E extends RawEntry> {
  readonly #parents = new Map<string, Parent>()
  readonly #waiting = new Map<string, Set<E>>()
  /** Who waits for whom, the longest first. */
  readonly #waitsFor = new Map<E, string>()
  #characters = 0
  #given = 0
  #read = 0

  /** Takes the next entry of a file; gives those that are ready now. */
  take(entry: E): ReadyEntry<E>[] {
    const key = entry.key?.toLowerCase()
    const children = key === undefined ? undefined : this.#waiting.get(key)
    const parents = parentsOf(entry.fields)
    this.#read += sizeOf(entry.fields)
    if (key !== undefined && (children || wholes.has(entry.type)))
      this.#remember(key, entry, parents)
    const ready: ReadyEntry<E>[] = []
    for (const child of children ?? []) {
      this.#leave(child)
      ready.push(...this.#placed(child))
    }
    if (entry.type !== 'xdata') ready.push(...this.#placed(entry))
    while (this.#waitsFor.size > mostWaiting || this.#characters > mostCharacters) {
      const oldest = this.#oldest()
      if (!oldest) break
      ready.push(oldest)
    }
    return ready
  }

  /** At the end of a file: those that waited in vain. */
  *rest(): Generator<ReadyEntry<E>> {
    for (let oldest = this.#oldest(); oldest; oldest = this.#oldest()) yield oldest
  }

  /** The entry with what it inherits, or nothing where it has to wait. */
  #placed(entry: E): ReadyEntry<E>[] {
    const parents = parentsOf(entry.fields)
    if (parents.length === 0) return [entry]
    const missing = this.#missing(parents, new Set([entry.key?.toLowerCase() ?? '']), 0)
    if (missing === undefined) return [this.#inherited(entry)]
    // A copy: a piece of a long text would keep all of that text in memory.
    const held = structuredClone(entry)
    this.#waitsFor.set(held, missing)
    const others = this.#waiting.get(missing)
    if (others) others.add(held)
    else this.#waiting.set(missing, new Set([held]))
    this.#characters += sizeOf(entry.fields)
    return []
  }

  /** The first parent, or parent's parent, that has not come. */
  #missing(keys: readonly string[], seen: Set<string>, depth: number): string | undefined {
    for (const key of keys) {
      if (seen.has(key) || seen.size > mostAncestors) continue
      seen.add(key)
      const parent = this.#parents.get(key)
      if (!parent) return key
      const above = depth < deepest ? this.#missing(parent.parents, seen, depth + 1) : undefined
      if (above !== undefined) return above
    }
    return undefined
  }

  /** With the fields of all ancestors that are here, the nearest first; `orphanOf` where that would be too much. */
  #inherited(entry: E, orphanOf?: string): ReadyEntry<E> {
    let { fields } = entry
    const seen = new Set([entry.key?.toLowerCase() ?? ''])
    let keys = parentsOf(fields)
    for (let depth = 0; depth <= deepest && keys.length > 0; depth++) {
      const above: string[] = []
      for (const key of keys) {
        const parent = seen.has(key) ? undefined : this.#parents.get(key)
        seen.add(key)
        if (!parent) continue
        this.#given += parent.size
        if (this.#given > mostGiven + this.#read * mostPerCharacter)
          return { ...entry, orphanOf: key }
        fields = withParent({ type: entry.type, fields }, parent)
        above.push(...parent.parents)
      }
      keys = above.slice(0, mostParents)
    }
    return { ...entry, fields, ...(orphanOf !== undefined && { orphanOf }) }
  }

  #remember(key: string, entry: E, parents: string[]): void {
    // The first of a key counts, as for BibTeX.
    if (this.#parents.has(key)) return
    const given = inheritable(entry.fields)
    const size = sizeOf(given)
    this.#parents.set(key, { type: entry.type, given, parents, size })
    this.#characters += size
    for (const [oldest, parent] of this.#parents) {
      if (this.#characters <= mostCharacters || oldest === key) break
      this.#parents.delete(oldest)
      this.#characters -= parent.size
    }
  }

  #leave(child: E): void {
    const key = this.#waitsFor.get(child)
    if (key === undefined) return
    this.#waitsFor.delete(child)
    this.#characters -= sizeOf(child.fields)
    const others = this.#waiting.get(key)
    others?.delete(child)
    if (others?.size === 0) this.#waiting.delete(key)
  }

  /** The one that has waited longest, which waits no more. */
  #oldest(): ReadyEntry<E> | undefined {
    for (const [child, key] of this.#waitsFor) {
      this.#leave(child)
      return this.#inherited(child, key)
    }
    return undefined
  }
}

/** The keys of an entry's parents; keys that differ in case alone are the same for BibTeX. */
function parentsOf(fields: RawFields): string[] {
  const [crossref, xdata] = [fields.get('crossref'), fields.get('xdata')]
  if (crossref === undefined && xdata === undefined) return []
  const keys = [crossref ?? '', ...(xdata ?? '').split(',', mostParents)]
  return keys.map((key) => key.trim().toLowerCase().normalize('NFC')).filter((key) => key !== '')
}

function sizeOf(fields: Iterable<readonly [name: string, tex: string]>): number {
  let size = 100
  for (const [name, tex] of fields) size += name.length + tex.length
  return size
}
