/**
 * Asks the browser never to throw the library away where its disk is full. Firefox does not spare extensions by itself, and gives it
 * without a question; Chromium's worker cannot ask, and needs not to: there `unlimitedStorage` is enough.
 */
export async function keepStorage(): Promise<void> {
  const { storage } = navigator
  if (!('persist' in storage) || (await storage.persisted())) return
  if (!(await storage.persist())) console.warn('The browser may throw the library away')
}
