import { readFileSync } from 'node:fs'
import type { Plugin } from 'vite'

const wanted = /^(.*messages\.json)\?sentence=(\w+)$/

/** True for the module that a plugin below makes. */
export const isOneSentence = (id: string): boolean => wanted.test(id)

/** Makes `import text from './messages.json?sentence=KEY'` that one sentence: a script that needs no other carries no other. */
export function oneSentence(): Plugin {
  return {
    name: 'offprint:one-sentence',
    enforce: 'pre',
    load(id) {
      const [, path, key] = wanted.exec(id) ?? []
      if (path === undefined || key === undefined) return undefined
      const message: unknown = JSON.parse(readFileSync(path, 'utf8'))[key]?.message
      if (typeof message !== 'string') throw new Error(`${path} has no sentence ${key}`)
      return { code: `export default ${JSON.stringify(message)}`, moduleType: 'js' }
    },
  }
}
