import browser from 'webextension-polyfill'

/** What is known of the paper that a tab shows; kept while the browser runs, because the worker does not. */
export interface TabPage {
  url: string
  /** Normalised identifiers, the address's own included. */
  identifiers: string[]
}

const prefix = 'tab:'

/** Notes what a tab shows. One entry a tab, so that two tabs that report at once do not overwrite each other. */
export async function rememberPage(tabId: number, page: TabPage): Promise<void> {
  await browser.storage.session.set({ [`${prefix}${tabId}`]: page })
}

/** Forgets what a tab showed. */
export async function forgetPage(tabId: number): Promise<void> {
  await browser.storage.session.remove([`${prefix}${tabId}`, undoneKey(tabId)])
}

/** What a tab shows, as far as it was noted. */
export async function pageOf(tabId: number): Promise<TabPage | undefined> {
  const key = `${prefix}${tabId}`
  return asPage((await browser.storage.session.get(key))[key])
}

/** Every tab of which something was noted. */
export async function pagesOfTabs(): Promise<[tabId: number, page: TabPage][]> {
  const all = await browser.storage.session.get(null)
  return Object.entries(all).flatMap(([key, value]): [number, TabPage][] => {
    const page = key.startsWith(prefix) ? asPage(value) : undefined
    return page ? [[Number(key.slice(prefix.length)), page]] : []
  })
}

/** Notes that the save of a tab's paper was undone, so that the next click does not save it again by itself. */
export async function rememberUndone(tabId: number, identifiers: readonly string[]): Promise<void> {
  await browser.storage.session.set({ [undoneKey(tabId)]: [...identifiers] })
}

/** Forgets that a save was undone in a tab, now that its paper was saved after all. */
export async function forgetUndone(tabId: number): Promise<void> {
  await browser.storage.session.remove(undoneKey(tabId))
}

/** True where the save of a paper with one of these identifiers was undone in this tab. */
export async function wasUndone(tabId: number, identifiers: readonly string[]): Promise<boolean> {
  const key = undoneKey(tabId)
  const undone: unknown = (await browser.storage.session.get(key))[key]
  return Array.isArray(undone) && undone.some((identifier) => identifiers.includes(identifier))
}

function undoneKey(tabId: number): string {
  return `undone:${tabId}`
}

function asPage(value: unknown): TabPage | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  if (!('url' in value) || typeof value.url !== 'string') return undefined
  if (!('identifiers' in value) || !Array.isArray(value.identifiers)) return undefined
  return { url: value.url, identifiers: value.identifiers.filter((one) => typeof one === 'string') }
}
