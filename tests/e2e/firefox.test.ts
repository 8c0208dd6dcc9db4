import { afterEach, expect, test } from 'vitest'
import { waitUntil } from '../faults/support/wait.ts'
import { found, saved } from './support/badge.ts'
import { waitForFirefoxBadge } from './support/firefox/badge.ts'
import { downloadInFirefox } from './support/firefox/downloaded.ts'
import { errorsInFirefox } from './support/firefox/errors.ts'
import { hasFirefox, launchFirefox, type RunningFirefox } from './support/firefox/launch.ts'
import { type FirefoxPopup, openFirefoxPopup } from './support/firefox/popup.ts'
import { openInTab } from './support/pages.ts'
import { storedRecord } from './support/stored-documents.ts'

let running: RunningFirefox | undefined

afterEach(async () => {
  await running?.close()
  running = undefined
})

const note = 'Why this one matters.'
const paper = 'pmid:99000101'
const tags = ['harbour', 'to read']

// The popup is opened by the extension itself, which gives no `activeTab`: on a portal's host what the manifest names is enough.
test.skipIf(!hasFirefox)(
  'in Firefox a paper is saved by one click, tagged, noted, decided, exported, and all of it is there after a restart',
  async () => {
    running = await launchFirefox()
    let page = await openInTab(running.browser, 'qxmd/bolverin')
    await waitForFirefoxBadge(running, page, found)
    const popup = await openFirefoxPopup(running, page)
    await popup.hears('Saved to your library')
    await waitForFirefoxBadge(running, page, saved)
    for (const tag of tags) {
      await popup.write('combobox', 'Tags', tag, { enter: true })
      await popup.waitFor('button', `Remove tag ${tag}`)
    }
    await popup.write('textbox', 'Note', note)
    await popup.press('Review', 'tab')
    await popup.press('Include')
    await popup.hears('Included')
    const { desk } = running
    await waitUntil(async () => (await storedRecord(desk, paper))?.decision === 'include', 30_000)
    await popup.close()
    expect(await errorsInFirefox(running)).toEqual([])

    running = await running.restart()
    page = await openInTab(running.browser, 'qxmd/bolverin')
    await waitForFirefoxBadge(running, page, saved)
    const again = await openFirefoxPopup(running, page)
    for (const tag of tags) await again.waitFor('button', `Remove tag ${tag}`)
    expect(await again.text('textbox', 'Note')).toBe(note)
    expect(await again.has('button', 'Undo')).toBe(false)

    const bibtex = await exported(running, again, 'BibTeX')
    expect(bibtex.name).toMatch(/\.bib$/)
    expect(bibtex.text).toContain(note)
    const json = await exported(running, again, 'JSON')
    expect(json.name).toMatch(/\.json$/)
    const { records } = JSON.parse(json.text)
    expect(records).toMatchObject([{ tags, note, decision: 'include' }])
    expect(await errorsInFirefox(running)).toEqual([])
  },
  300_000,
)

async function exported(from: RunningFirefox, popup: FirefoxPopup, format: string) {
  await popup.press('Export…')
  await popup.press(format, 'radio')
  const file = await downloadInFirefox(from, () => popup.press('Download'))
  await popup.waitFor('button', 'Export…')
  return file
}
