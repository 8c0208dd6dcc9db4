import type { Page } from 'puppeteer'
import type { Browser } from 'webextension-polyfill'
import type { Reply, UiToBackground } from '../../../extension/messages.ts'
import type { Running } from '../../e2e/support/launch.ts'
import { openOwnPage } from '../../e2e/support/own-page.ts'
import { storedDocuments } from '../../e2e/support/stored-documents.ts'

/** As it stands in the page, where the functions below run. */
declare const chrome: Browser

/** Opens a page of ours that by itself does nothing with the library: to send messages from, and to look into the database. */
export async function openDesk(running: Running): Promise<Page> {
  const { page } = await openOwnPage(running, 'extension/offscreen/index.html')
  return page
}

/** Sends one message to the background, as our pages do; a sending that fails is an error reply too. */
export function send<N extends keyof UiToBackground>(
  page: Page,
  name: N,
  body: Parameters<UiToBackground[N]>[0],
): Promise<Reply<ReturnType<UiToBackground[N]>>> {
  return page.evaluate(
    async (message) => {
      try {
        return await chrome.runtime.sendMessage(message)
      } catch (error) {
        return { ok: false, error: `not sent: ${error}` }
      }
    },
    { name, body },
  ) as Promise<Reply<ReturnType<UiToBackground[N]>>>
}

/** The library's database as it lies there. */
export interface Stored {
  version: number
  /** The records' first DOI each, those in the trash and those that were taken back too. */
  dois: string[]
  /** The DOIs of those that the library shows. */
  shown: string[]
  /** The notes and tags of the records, by DOI. */
  notes: { [doi: string]: string }
  tags: { [doi: string]: string[] }
  /** What does not agree: counters, rows, records. */
  faults: string[]
}

/** Looks into the library's database by a connection of its own, which is closed again. */
export function stored(page: Page): Promise<Stored> {
  return page.evaluate(async () => {
    const answer = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error)
      })
    // A worker that was stopped before it began has made none; opening it here would make one that is empty.
    const all = await indexedDB.databases()
    if (!all.some(({ name }) => name === 'offprint'))
      return { version: 0, dois: [], shown: [], notes: {}, tags: {}, faults: [] }
    const database = await answer(indexedDB.open('offprint'))
    try {
      const on = database.transaction(['records', 'rows', 'meta'])
      const [records, rows, [state]] = await Promise.all([
        answer(on.objectStore('records').getAll()),
        answer(on.objectStore('rows').getAll()),
        answer(on.objectStore('meta').getAll()),
      ])
      const doiOf = (record: { ids: string[] }) =>
        record.ids.find((id) => id.startsWith('doi:'))?.slice(4) ?? ''
      const faults: string[] = []
      const expectEqual = (what: string, is: number, wanted: number) => {
        if (is !== wanted) faults.push(`${what}: ${is}, not ${wanted}`)
      }
      if (state) {
        expectEqual('documents', state.documents, records.length)
        expectEqual('visible', state.visible, rows.filter((row) => 'order' in row).length)
        expectEqual('trashed', state.trashed, rows.filter((row) => 'trash' in row).length)
      }
      const inLibrary = new Set(rows.filter((row) => 'order' in row).map((row) => row.n))
      const byNumber = new Map(rows.map((row) => [row.n, row.id]))
      for (const record of records) {
        if (record.row !== undefined && byNumber.get(record.row) !== record.id)
          faults.push(`${record.id} has no row`)
      }
      expectEqual('rows', rows.length, records.filter(({ row }) => row !== undefined).length)
      return {
        version: database.version,
        dois: records.map(doiOf),
        shown: records.filter(({ row }) => inLibrary.has(row)).map(doiOf),
        notes: Object.fromEntries(records.map((each) => [doiOf(each), each.note ?? ''])),
        tags: Object.fromEntries(
          records.map((each) => [
            doiOf(each),
            Object.keys(each)
              .filter((field) => field.startsWith('tag:') && each[field])
              .map((field) => field.slice(4)),
          ]),
        ),
        faults,
      }
    } finally {
      database.close()
    }
  })
}

/** How many rows the search index does not have yet. */
export async function rowsNotIndexed(page: Page): Promise<number> {
  const [state] = await storedDocuments(page, 'meta')
  const { waiting = [] } = (state?.search ?? {}) as { waiting?: [from: number, to: number][] }
  return waiting.reduce((sum, [from, to]) => sum + to - from + 1, 0)
}
