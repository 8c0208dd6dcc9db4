import type { Page } from 'puppeteer'

/** As it stands in the page, where the functions below run. */
declare global {
  var released: boolean
}

/**
 * Keeps everybody from writing to the library, by a transaction of a page's own, until the function that it gives is called: what
 * others write waits meanwhile in the middle of its way. The database must be there.
 */
export async function holdWrites(page: Page): Promise<() => Promise<void>> {
  await page.evaluate(
    () =>
      new Promise<void>((holds, fail) => {
        globalThis.released = false
        const opening = indexedDB.open('offprint')
        opening.onerror = () => fail(opening.error)
        opening.onsuccess = () => {
          const database = opening.result
          const transaction = database.transaction('records', 'readwrite')
          const store = transaction.objectStore('records')
          // A transaction lives as long as it is asked something.
          const ask = () => {
            const asked = store.count()
            asked.onsuccess = () => {
              holds()
              if (!globalThis.released) ask()
            }
          }
          ask()
          transaction.oncomplete = () => database.close()
        }
      }),
  )
  return () =>
    page.evaluate(() => {
      globalThis.released = true
    })
}
