import { useState } from 'preact/hooks'

/** Records that were ticked, to be exported together. */
export interface Selection {
  ids: ReadonlySet<string>
  set(id: string, selected: boolean): void
  /** Ticks these too. */
  add(ids: readonly string[]): void
  clear(): void
}

/** A selection that starts empty. */
export function useSelection(): Selection {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set())
  return {
    ids,
    set: (id, selected) =>
      setIds((before) => {
        const next = new Set(before)
        if (selected) next.add(id)
        else next.delete(id)
        return next
      }),
    add: (more) => setIds((before) => new Set([...before, ...more])),
    clear: () => setIds(new Set()),
  }
}
