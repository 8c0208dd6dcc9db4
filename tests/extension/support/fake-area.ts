/** A storage area of the browser's, over a map. */
export function fakeArea(items: Map<string, unknown>) {
  return {
    get: async (key: string | null) =>
      key === null ? Object.fromEntries(items) : { [key]: items.get(key) },
    remove: async (keys: string | string[]) => {
      for (const key of [keys].flat()) items.delete(key)
    },
    set: async (values: object) => {
      for (const [key, value] of Object.entries(values)) items.set(key, structuredClone(value))
    },
  }
}
