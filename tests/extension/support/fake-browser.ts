import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Sender } from '../../../extension/messaging.ts'
import { fakeArea } from './fake-area.ts'

type Listener = (message: unknown, sender: Sender) => unknown

const file = resolve(import.meta.dirname, '../../../extension/public/_locales/en/messages.json')

/** The English sentences, as `_locales` has them. */
export const messages: { [key: string]: { message: string } } = JSON.parse(
  readFileSync(file, 'utf8'),
)

const sentences = new Map(Object.entries(messages).map(([key, { message }]) => [key, message]))

/** The listeners that `runtime.onMessage` was given, in their order. */
export const listeners: Listener[] = []

/** What `storage.local` holds. */
export const stored = new Map<string, unknown>()

/** What stands for webextension-polyfill in tests: English sentences, one tab, an extension with the id `offprint`. */
export const fakeBrowser = {
  i18n: {
    getUILanguage: () => 'en',
    getMessage(key: string, fill: string | string[] = []): string {
      const filled = [fill].flat()
      return (sentences.get(key) ?? '').replace(
        /\$(\d)/g,
        (_all, n: string) => filled[Number(n) - 1] ?? '',
      )
    },
  },
  runtime: {
    id: 'offprint',
    getManifest: () => ({ version: '1.0.0' }),
    getURL: (path: string) => `chrome-extension://offprint/${path}`,
    onMessage: { addListener: (listener: Listener) => void listeners.push(listener) },
    sendMessage: async (_message: unknown): Promise<unknown> => undefined,
  },
  storage: { local: fakeArea(stored), session: fakeArea(new Map()) },
  tabs: { query: async () => [{ id: 7 }] },
}

export default fakeBrowser
