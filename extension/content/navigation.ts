/**
 * Calls back when a page has changed its address without a load or come back (zotero-connectors#625: a stale paper is saved
 * under the new address). Browsers without the Navigation API tell it by the window's title, which such
 * pages change with the address.
 */
export function onNavigation(callback: () => void): void {
  let seen = location.href
  const look = (): void => {
    if (location.href === seen) return
    seen = location.href
    callback()
  }
  const navigation: EventTarget | undefined = Reflect.get(globalThis, 'navigation')
  if (navigation) navigation.addEventListener('navigatesuccess', look)
  addEventListener('popstate', look)
  // A page that comes back from the back/forward cache has lost its badge, not its address.
  addEventListener('pageshow', ({ persisted }) => persisted && callback())
  const title = document.querySelector('title')
  if (title && !navigation) new MutationObserver(look).observe(title, { childList: true })
}
