import browser from 'webextension-polyfill'
import type { SentinelPlace } from '../src/library/sentinel.ts'

const key = 'sentinel'

/** The sentinel's place: `storage.local`, whose files are not the database's. */
export const sentinelPlace: SentinelPlace = {
  read: async () => (await browser.storage.local.get(key))[key],
  write: (sentinel) => browser.storage.local.set({ [key]: sentinel }),
}
