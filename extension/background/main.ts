import browser from 'webextension-polyfill'
import { identifiersAt } from '../../src/capture/identifiers-at.ts'
import { canonicalUrl } from '../../src/item/identifier.ts'
import type { UndoneAction } from '../../src/library/undo.ts'
import { matchPortal } from '../../src/portals/match.ts'
import { withoutProxy } from '../../src/portals/proxy.ts'
import { t } from '../i18n.ts'
import type { PageToBackground, UiToBackground } from '../messages.ts'
import { answer, fromOurPages, fromOurScripts } from '../messaging.ts'
import { backupAlarm, keepAlarm } from '../schedule.ts'
import { snapshotKeeper } from '../snapshot.ts'
import { repaintAll, repaintTab } from './badge.ts'
import { backUpByItself } from './daily-backup.ts'
import { commitDraft, commitSession, dropDraft, putDraft } from './drafts.ts'
import { keepDetector } from './every-site.ts'
import { keepStorage } from './keep-storage.ts'
import { keyMaker } from './key-maker.ts'
import { followLanguage } from './language.ts'
import { library, onCommit } from './library.ts'
import { makeMenus, onMenu, onSaveCommand } from './menus.ts'
import { parseCapture } from './read-page.ts'
import { openPage, saveCapture } from './save.ts'
import { keepIndex } from './search-index.ts'
import { forgetPage, pageOf, rememberPage, rememberUndone } from './tab-page.ts'
import { welcome } from './welcome.ts'

// Every listener is registered here, while the worker starts: one that comes later misses the event that woke it.

answer<PageToBackground>(
  {
    'page:detected': async ({ evidence, identifiers, url: shown }, { tab, url: loaded }) => {
      const tabId = tab?.id
      const address = canonicalUrl(addressOf(loaded, shown) ?? '')
      if (tabId === undefined || address === undefined) return
      const known = matchPortal(withoutProxy(new URL(address))) !== undefined
      const found = strings(evidence).some((kind) => kind !== 'path')
      if (known || found)
        await rememberPage(tabId, {
          url: address,
          identifiers: identifiersAt(address, strings(identifiers)),
        })
      else await forgetPage(tabId)
      await repaintTab(tabId)
    },
  },
  fromOurScripts,
)

answer<UiToBackground>(
  {
    'page:open': ({ tabId }) => openPage(tabId),
    'record:save': ({ capture, tabId }) => {
      const parsed = parseCapture(capture)
      if (!parsed) throw new Error(t('errorUnexpected'))
      return saveCapture(parsed, tabId)
    },
    'record:edit': ({ id, edit }) => library.edit(id, edit),
    'record:delete': async ({ ids }) => ({ deleted: await library.remove(ids) }),
    'record:restore': async ({ ids }) => ({ restored: await library.restore(ids) }),
    'record:merge': ({ ids, fields }) => library.merge(ids, fields),
    'highlight:add': ({ recordId, selector }) => library.highlights.add(recordId, selector),
    'highlight:remove': ({ id, removed }) => library.highlights.setRemoved(id, removed),
    'record:keep-apart': ({ ids }) => library.keepApart(ids),
    undo: async ({ id, tabId, action }) => {
      const undone = (await library.undo({ id, action })) ?? (await takeBack(id, action))
      const page = tabId === undefined ? undefined : await pageOf(tabId)
      if (!undone) return undefined
      const { action: name, ids, kept, merged = [] } = undone
      if (name === 'save' && merged.length === 0 && tabId !== undefined && page)
        await rememberUndone(tabId, page.identifiers)
      return { action: name, records: ids.length, kept, merged: merged.length }
    },
    'draft:put': putDraft,
    'draft:commit': ({ key }) => commitDraft(key),
    'draft:drop': ({ key }) => dropDraft(key),
    'citation-keys:assign': async ({ ids }) => library.assignCitationKeys(ids, await keyMaker()),
    'library:changed': () => {
      keepIndex()
      keepSnapshot()
      return repaintAll()
    },
  },
  fromOurPages,
)

const keepSnapshot = snapshotKeeper(library)

keepStorage().catch(console.error)

onCommit(() => {
  void repaintAll().catch(console.error)
  keepIndex()
  keepSnapshot()
})

followLanguage(() => {
  void makeMenus().catch(console.error)
  void repaintAll().catch(console.error)
})

browser.runtime.onInstalled.addListener(({ reason }) => {
  void makeMenus().catch(console.error)
  // An update takes off what was registered before it.
  void keepDetector().catch(console.error)
  void welcome(reason).catch(console.error)
  keepIndex()
})
browser.runtime.onStartup.addListener(() => {
  keepIndex()
  void keepAlarm().catch(console.error)
  void keepDetector().catch(console.error)
})
// Given in our settings, or given and taken back on the browser's own page.
browser.permissions.onAdded.addListener(() => void keepDetector().catch(console.error))
browser.permissions.onRemoved.addListener(() => void keepDetector().catch(console.error))
browser.alarms.onAlarm.addListener(({ name }) => {
  if (name === backupAlarm) void backUpByItself().catch(console.error)
})
browser.contextMenus.onClicked.addListener((info, tab) => void onMenu(info, tab))
browser.commands.onCommand.addListener((command, tab) => {
  if (command === 'save-page' && tab?.id !== undefined) void onSaveCommand(tab.id)
})
browser.tabs.onRemoved.addListener((tabId) => void forgetPage(tabId).catch(console.error))
browser.runtime.onConnect.addListener((port) => {
  const session = /^session:(.+)$/.exec(port.name)?.[1]
  if (session === undefined || !port.sender || !fromOurPages(port.sender)) return
  port.onDisconnect.addListener(() => void commitSession(session).catch(console.error))
})

/**
 * The address that a tab shows. The browser tells the one that was loaded, the script the one that stands there now;
 * the script is believed as far as the site goes that was loaded.
 */
function addressOf(loaded: string | undefined, shown: unknown): string | undefined {
  if (loaded === undefined || typeof shown !== 'string' || !URL.canParse(shown)) return loaded
  return new URL(shown).origin === new URL(loaded).origin ? shown : loaded
}

/** Takes a save back whose entry in the log of the last 50 actions has gone. */
async function takeBack(
  id: string | undefined,
  action: string | undefined,
): Promise<UndoneAction | undefined> {
  if (id === undefined || action !== 'save' || (await library.remove([id])) === 0) return undefined
  return { action, ids: [id], kept: 0 }
}

function strings(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string').slice(0, 50) : []
}
