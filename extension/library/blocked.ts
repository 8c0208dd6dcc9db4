/** Whether another page holds an older version of the library open, which keeps this one waiting. */
export interface Blocked {
  set(isBlocked: boolean): void
  /** Calls back at once and at each change, until the returned function is called. */
  listen(listener: (isBlocked: boolean) => void): () => void
}

/** Not blocked, at first. */
export function blocked(): Blocked {
  let now = false
  const listeners = new Set<(isBlocked: boolean) => void>()
  return {
    set(isBlocked) {
      now = isBlocked
      for (const listener of listeners) listener(now)
    },
    listen(listener) {
      listeners.add(listener)
      listener(now)
      return () => listeners.delete(listener)
    },
  }
}
