import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'puppeteer'

/** A file that a person would find among their downloads. */
export interface Downloaded {
  name: string
  text: string
}

/** Does what starts a download, waits until it is complete, and gives the file; throws after 20 s. */
export async function download(
  browser: Browser,
  start: () => Promise<unknown>,
): Promise<Downloaded> {
  const folder = await mkdtemp(join(tmpdir(), 'offprint-download-'))
  const session = await browser.target().createCDPSession()
  try {
    await session.send('Browser.setDownloadBehavior', {
      behavior: 'allowAndName',
      downloadPath: folder,
      eventsEnabled: true,
    })
    let name = ''
    const completed = new Promise<string>((resolve, reject) => {
      const late = setTimeout(() => reject(new Error('no download within 20 s')), 20_000)
      session.on('Browser.downloadWillBegin', (event) => {
        name = event.suggestedFilename
      })
      session.on('Browser.downloadProgress', ({ guid, state }) => {
        if (state === 'inProgress') return
        clearTimeout(late)
        if (state === 'completed') resolve(guid)
        else reject(new Error(`the download of ${name} was cancelled`))
      })
    })
    const [guid] = await Promise.all([completed, start()])
    return { name, text: await readFile(join(folder, guid), 'utf8') }
  } finally {
    await session.send('Browser.setDownloadBehavior', { behavior: 'default' })
    await session.detach()
    await rm(folder, { recursive: true, force: true })
  }
}
