import browser from 'webextension-polyfill'
import { everySite } from '../every-site.ts'

const id = 'every-site'

let turn = Promise.resolve()

/**
 * Registers the detector for all sites where the browser lets us look at them, else takes it off. The browser keeps it when it
 * ends, but not over an update of the extension. The hosts that the manifest names have it from there: on none does it run twice.
 */
export function keepDetector(): Promise<void> {
  // Started up and given a permission at once, it would be registered twice, which is an error.
  turn = turn.catch(() => undefined).then(keep)
  return turn
}

async function keep(): Promise<void> {
  const isOn = await everySite.isOn()
  const [registered] = await browser.scripting.getRegisteredContentScripts({ ids: [id] })
  if (!isOn) {
    if (registered) await browser.scripting.unregisterContentScripts({ ids: [id] })
    return
  }
  const [detector] = browser.runtime.getManifest().content_scripts ?? []
  const script = {
    id,
    js: detector?.js ?? [],
    matches: ['https://*/*', 'http://*/*'],
    excludeMatches: detector?.matches ?? [],
    runAt: 'document_idle' as const,
    persistAcrossSessions: true,
  }
  // The hosts may be those of an earlier version.
  if (registered) await browser.scripting.updateContentScripts([script])
  else await browser.scripting.registerContentScripts([script])
}
