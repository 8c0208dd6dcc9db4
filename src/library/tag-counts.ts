import type { Transaction } from './open.ts'
import type { StoredRow, StoredTag } from './schema.ts'
import { foldTag } from './tags.ts'

/** How many records have each tag, kept in step in one transaction. */
export interface TagCounts {
  /** A record is shown by another row than before. */
  move(before: StoredRow | undefined, after: StoredRow | undefined): void
  /** The spelling under which a tag is in use already, else the tag itself. */
  spelling(tag: string): Promise<string>
  /** Gives a tag that is in use another spelling. */
  respell(tag: string): void
  /** Writes the counts that have changed; the tags in use that got another spelling, as they were and became. */
  write(): Promise<[was: string, became: string][]>
}

/** The tag counts in a transaction: a thousand records with one tag are one write. */
export function countTags(transaction: Transaction<'readwrite'>): TagCounts {
  const store = transaction.objectStore('tags')
  const changes = new Map<string, { name: string; by: number; renamed?: true }>()

  function add(row: StoredRow | undefined, by: 1 | -1): void {
    if (row?.order === undefined) return
    for (const name of row.tags) {
      const key = foldTag(name)
      const change = changes.get(key)
      if (change) change.by += by
      else changes.set(key, { name, by })
    }
  }

  return {
    move(before, after) {
      add(before, -1)
      add(after, 1)
    },
    async spelling(tag) {
      const key = foldTag(tag)
      return (await store.get(key))?.name ?? changes.get(key)?.name ?? tag
    },
    respell(tag) {
      const known = changes.get(foldTag(tag))
      changes.set(foldTag(tag), { name: tag, by: known?.by ?? 0, renamed: true })
    },
    async write() {
      const moved = [...changes].filter(([, { by, renamed }]) => by !== 0 || renamed)
      const known = await Promise.all(moved.map(([key]) => store.get(key)))
      const written = moved.map(([key, { name, by, renamed }], i) => {
        const records = (known[i]?.records ?? 0) + by
        const tag: StoredTag = { key, name: renamed ? name : (known[i]?.name ?? name), records }
        return records > 0 ? store.put(tag) : store.delete(key)
      })
      await Promise.all(written)
      return moved.flatMap(([, { name, renamed }], i): [string, string][] => {
        const was = known[i]?.name
        return renamed && was !== undefined && was !== name ? [[was, name]] : []
      })
    },
  }
}

/** A tag and how many records of the library have it. */
export interface TagCount {
  tag: string
  records: number
}
