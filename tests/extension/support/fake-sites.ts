/** A registered script as the browser keeps it. */
type Script = { id: string } & { [key: string]: unknown }

/** What stands for the browser's permissions and registered scripts: it grants or refuses as it is told. */
export function fakeSites(content_scripts: object[]) {
  const granted = new Set<string>()
  const registered = new Map<string, Script>()
  const listeners = { onAdded: new Set<() => void>(), onRemoved: new Set<() => void>() }
  const event = (name: keyof typeof listeners) => ({
    addListener: (listener: () => void) => void listeners[name].add(listener),
    removeListener: (listener: () => void) => void listeners[name].delete(listener),
  })
  const tell = (name: keyof typeof listeners) => {
    for (const listener of listeners[name]) listener()
  }
  const state = { refuses: false }
  const permissions = {
    onAdded: event('onAdded'),
    onRemoved: event('onRemoved'),
    contains: async ({ origins }: { origins: string[] }) =>
      origins.every((origin) => granted.has(origin)),
    request: async ({ origins }: { origins: string[] }) => {
      if (state.refuses) return false
      for (const origin of origins) granted.add(origin)
      tell('onAdded')
      return true
    },
    remove: async ({ origins }: { origins: string[] }) => {
      for (const origin of origins) granted.delete(origin)
      tell('onRemoved')
      return true
    },
  }
  const put = (script: Script, isNew: boolean) => {
    // As the browser says it where it is registered twice, or not at all.
    if (registered.has(script.id) === isNew) throw new Error(`script ID '${script.id}'`)
    registered.set(script.id, script)
  }
  const scripting = {
    getRegisteredContentScripts: async ({ ids }: { ids: string[] }) =>
      [...registered.values()].filter(({ id }) => ids.includes(id)),
    registerContentScripts: async (scripts: Script[]) => {
      for (const script of scripts) put(script, true)
    },
    updateContentScripts: async (scripts: Script[]) => {
      for (const script of scripts) put(script, false)
    },
    unregisterContentScripts: async ({ ids }: { ids: string[] }) => {
      for (const id of ids) registered.delete(id)
    },
  }
  const runtime = {
    getManifest: () => ({ content_scripts }),
    getURL: (_path: string) => 'moz-extension://ours/',
  }
  return { browser: { permissions, scripting, runtime }, granted, registered, state }
}
