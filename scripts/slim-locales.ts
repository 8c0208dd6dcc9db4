import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'

interface Messages {
  [key: string]: { message: string; description?: string; placeholders?: unknown }
}

/**
 * Takes out of a built package's sentences what is for translators and for the eye: a quarter of them. Of those that our scripts load,
 * where no browser asks for its form, nothing is left but the words, and the placeholders of what has some.
 */
export function slimLocales(): Plugin {
  return {
    name: 'offprint:slim-locales',
    apply: 'build',
    enforce: 'pre',
    transform(code, id) {
      if (!/\/_locales\/\w+\/messages\.json$/.test(id)) return undefined
      const messages: Messages = JSON.parse(code)
      const words = Object.entries(messages).map(([key, { message, placeholders }]) => [
        key,
        placeholders ? { message, placeholders } : message,
      ])
      return { code: JSON.stringify(Object.fromEntries(words)), map: null }
    },
    writeBundle: {
      order: 'post',
      sequential: true,
      handler({ dir }) {
        if (!dir) throw new Error('the build has no folder')
        for (const locale of readdirSync(join(dir, '_locales'))) {
          const path = join(dir, '_locales', locale, 'messages.json')
          const messages: Messages = JSON.parse(readFileSync(path, 'utf8'))
          const slim = Object.entries(messages).map(([key, { description: _, ...rest }]) => [
            key,
            rest,
          ])
          writeFileSync(path, JSON.stringify(Object.fromEntries(slim)))
        }
      },
    },
  }
}
