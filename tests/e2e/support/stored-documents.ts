import type { Page } from 'puppeteer'

/** A record or a highlight as it lies in the database, field by field. */
export interface StoredDocument {
  [field: string]: unknown
}

/** All documents of a store, by a connection of its own, which is closed again. */
export function storedDocuments(
  page: Page,
  store: 'records' | 'highlights' | 'meta',
): Promise<StoredDocument[]> {
  return page.evaluate(
    (name) =>
      new Promise<StoredDocument[]>((resolve, reject) => {
        const opening = indexedDB.open('offprint')
        opening.onerror = () => reject(opening.error)
        opening.onsuccess = () => {
          const database = opening.result
          const all = database.transaction(name).objectStore(name).getAll()
          all.onerror = () => reject(all.error)
          all.onsuccess = () => {
            database.close()
            resolve(all.result)
          }
        }
      }),
    store,
  )
}

/** The record with this identifier (`doi:…`); undefined where there is none. */
export async function storedRecord(
  page: Page,
  identifier: string,
): Promise<StoredDocument | undefined> {
  const records = await storedDocuments(page, 'records')
  return records.find(({ ids }) => Array.isArray(ids) && ids.includes(identifier))
}
