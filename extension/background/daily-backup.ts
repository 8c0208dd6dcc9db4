import browser from 'webextension-polyfill'
import { backupStatus, noteBackup, noteFailure } from '../backup-state.ts'
import { isScheduled } from '../schedule.ts'
import { writeExport } from '../ui/write-export.ts'
import { library } from './library.ts'

/** Backups that are kept. */
const kept = 7

const folder = 'Offprint backups'
const key = 'dailyBackups'

/** Chromium's part that the polyfill does not know: a page without a window, for what a worker cannot do. */
interface Offscreen {
  createDocument(how: { url: string; reasons: string[]; justification: string }): Promise<void>
  closeDocument(): Promise<void>
}

/** Backs the library up into the downloads folder where that is switched on and something has changed; the oldest beyond the last seven go. */
export async function backUpByItself(): Promise<void> {
  if (!(await isScheduled())) return
  const counts = await library.counts()
  if ((await backupStatus(counts, Date.now())).changes === 0) return
  const at = new Date().toISOString()
  const name = `${folder}/offprint-${at.slice(0, 10)}.json`
  try {
    const id = await downloaded(name)
    await noteBackup(counts, { at, name })
    await forgetOld(id)
  } catch (error) {
    // Nobody is there to be told: the library page says it.
    await noteFailure(counts, error)
    throw error
  }
}

/** Downloads a full backup; the download's id, once it is complete. */
async function downloaded(filename: string): Promise<number> {
  const { url, done } = await fileAddress()
  try {
    const id = await browser.downloads.download({
      url,
      filename,
      conflictAction: 'uniquify',
      saveAs: false,
    })
    await isComplete(id)
    return id
  } finally {
    await done()
  }
}

/** The address of a backup, and what to call when it is no longer needed. */
async function fileAddress(): Promise<{ url: string; done(): Promise<void> }> {
  // A service worker has no addresses for blobs.
  const offscreen: Offscreen | undefined = Reflect.get(
    Reflect.get(globalThis, 'chrome') ?? {},
    'offscreen',
  )
  if (typeof URL.createObjectURL === 'function' || !offscreen) {
    const { blob } = await writeExport(library, 'json', undefined)
    const url = URL.createObjectURL(blob)
    return { url, done: async () => URL.revokeObjectURL(url) }
  }
  await offscreen.createDocument({
    url: 'extension/offscreen/index.html',
    reasons: ['BLOBS'],
    justification: 'Writes the daily backup to a file.',
  })
  const reply: unknown = await browser.runtime.sendMessage({ name: 'offscreen:backup', body: {} })
  if (typeof reply !== 'string') throw new Error('the page that writes backups did not answer')
  return { url: reply, done: () => offscreen.closeDocument() }
}

function isComplete(id: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const listener = (change: browser.Downloads.OnChangedDownloadDeltaType) => {
      if (change.id !== id) return
      if (change.state?.current === 'complete') resolve()
      else if (change.state?.current === 'interrupted')
        reject(new Error(`the backup was not written: ${change.error?.current}`))
      else return
      browser.downloads.onChanged.removeListener(listener)
    }
    browser.downloads.onChanged.addListener(listener)
  })
}

/** Removes our own daily backups but the last seven; what a person downloaded is never touched. */
async function forgetOld(newest: number): Promise<void> {
  const value: unknown = (await browser.storage.local.get(key))[key]
  const before = Array.isArray(value) ? value.filter((id) => typeof id === 'number') : []
  const ids = [...before, newest]
  for (const id of ids.slice(0, -kept)) {
    // The person may have moved or removed it.
    await browser.downloads.removeFile(id).catch(() => undefined)
    await browser.downloads.erase({ id })
  }
  await browser.storage.local.set({ [key]: ids.slice(-kept) })
}
