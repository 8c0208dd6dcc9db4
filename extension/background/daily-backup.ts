import browser from 'webextension-polyfill'
import { isObject } from '../../src/item/parse-value.ts'
import { backupStatus, noteBackup, noteFailure } from '../backup-state.ts'
import { t } from '../i18n.ts'
import { isScheduled } from '../schedule.ts'
import { errorText } from '../ui/error-text.ts'
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

/**
 * Backs the library up into the downloads folder where that is switched on and something has changed; the oldest beyond the last
 * seven go. While papers are missing nothing is written: in seven days the backups that have them would be gone.
 */
export async function backUpByItself(): Promise<void> {
  if (!(await isScheduled())) return
  if (await library.damage()) return
  const counts = await library.counts()
  if ((await backupStatus(counts, Date.now())).changes === 0) return
  const at = new Date().toISOString()
  const name = `${folder}/offprint-${at.slice(0, 10)}.json`
  try {
    const id = await downloaded(name)
    await noteBackup(counts, { at, name })
    await forgetOld({ id, documents: counts.documents })
  } catch (error) {
    // Nobody is there to be told: the library page says it.
    await noteFailure(counts, errorText(error))
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
  // One that a worker left behind when it was stopped would be in the way.
  await offscreen.closeDocument().catch(() => undefined)
  await offscreen.createDocument({
    url: 'extension/offscreen/index.html',
    reasons: ['BLOBS'],
    justification: 'Writes the daily backup to a file.',
  })
  const done = () => offscreen.closeDocument()
  try {
    const reply: unknown = await browser.runtime.sendMessage({ name: 'offscreen:backup', body: {} })
    if (typeof reply !== 'string') throw new Error(t('errorNoAnswer'))
    return { url: reply, done }
  } catch (error) {
    await done()
    throw error
  }
}

function isComplete(id: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const settle = (state: string | undefined, error: string | undefined) => {
      if (state === 'complete') resolve()
      else if (state === 'interrupted') reject(new Error(t('downloadStopped', error ?? '')))
      else return
      browser.downloads.onChanged.removeListener(listener)
    }
    const listener = (change: browser.Downloads.OnChangedDownloadDeltaType) => {
      if (change.id === id) settle(change.state?.current, change.error?.current)
    }
    browser.downloads.onChanged.addListener(listener)
    // It may have ended before anybody listened.
    browser.downloads.search({ id }).then(([found]) => settle(found?.state, found?.error), reject)
  })
}

/** A daily backup that is kept, by its download. */
interface KeptBackup {
  id: number
  /** Documents in the library when it was written. */
  documents: number
}

/**
 * Removes our own daily backups but the last seven; what a person downloaded is never touched. One that has more than twice as much
 * as there is now stays for good and is counted no longer: it may be all that is left of papers that went unnoticed.
 */
async function forgetOld(newest: KeptBackup): Promise<void> {
  const value: unknown = (await browser.storage.local.get(key))[key]
  const backups = [...(Array.isArray(value) ? value.filter(isKept) : []), newest]
  for (const { id, documents } of backups.slice(0, -kept)) {
    if (documents > newest.documents * 2) continue
    // The person may have moved or removed it.
    await browser.downloads.removeFile(id).catch(() => undefined)
    await browser.downloads.erase({ id })
  }
  await browser.storage.local.set({ [key]: backups.slice(-kept) })
}

function isKept(value: unknown): value is KeptBackup {
  return isObject(value) && typeof value.id === 'number' && typeof value.documents === 'number'
}
