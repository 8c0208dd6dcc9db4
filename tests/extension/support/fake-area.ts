/** A storage area of the browser's, over a map. */
export function fakeArea(items: Map<string, unknown>) {
  return {
    get: async (wanted: string | string[] | null) =>
      wanted === null
        ? Object.fromEntries(items)
        : Object.fromEntries([wanted].flat().map((key) => [key, items.get(key)])),
    remove: async (keys: string | string[]) => {
      for (const key of [keys].flat()) items.delete(key)
    },
    set: async (values: object) => {
      for (const [key, value] of Object.entries(values)) items.set(key, structuredClone(value))
    },
  }
}
