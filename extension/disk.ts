import browser from 'webextension-polyfill'
import type { Disk } from '../src/library/safe-writing.ts'

const key = 'log-is-fresh'

const inChromium = browser.runtime.getURL('').startsWith('chrome-extension:')

/**
 * The disk under Chromium's database, whose writes can tear its log; other browsers' databases mend themselves. The mark stands in
 * `storage.session`, which is in memory: the browser's end takes it away.
 */
export const disk: Disk | undefined = inChromium
  ? {
      async room() {
        const { quota = Number.POSITIVE_INFINITY, usage = 0 } = await navigator.storage.estimate()
        return quota - usage
      },
      isLogFresh: async () => (await browser.storage.session.get(key))[key] === true,
      setLogFresh: (fresh) => browser.storage.session.set({ [key]: fresh }),
    }
  : undefined
