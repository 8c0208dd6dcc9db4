import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { launch, type Running } from '../e2e/support/launch.ts'
import { openOwnPage, openPopup } from '../e2e/support/own-page.ts'
import { openFixture } from '../e2e/support/pages.ts'
import { textOf, typeNote, waitForStatus } from '../e2e/support/popup.ts'

const papers = [
  ['qxmd/bolverin', 'Mechanisms of Action of Bolverin in Coastal Fever'],
  ['pubmed/lighthouse', 'Evening light and sleep in lighthouse keepers'],
  ['arxiv/tides', 'Counting tides'],
  ['highwire-unknown-host/page', 'Salt on Slate Roofs'],
] as const

test('what was said to be saved is there after the browser was killed, each time', async () => {
  const userDataDir = await mkdtemp(join(tmpdir(), 'offprint-kill-'))
  let running: Running | undefined
  try {
    for (const [at, [name]] of papers.entries()) {
      running = await launch({ userDataDir })
      const page = await openFixture(running, name)
      const popup = await openPopup(running, page)
      await waitForStatus(popup.page, 'Saved to your library')
      if (at % 2 === 1) await typeNote(popup.page, `Note ${at}.`)
      running.browser.process()?.kill('SIGKILL')
      await running.browser.close().catch(() => undefined)
    }
    running = await launch({ userDataDir })
    const library = await openOwnPage(running, 'extension/library/index.html')
    await library.page.waitForFunction(() => document.querySelectorAll('li.row').length > 0)
    const text = await textOf(library.page)
    for (const [, title] of papers) expect(text).toContain(title)
    expect(text).toContain('4 papers')
  } finally {
    await running?.close()
    await rm(userDataDir, { recursive: true, force: true, maxRetries: 5 })
  }
}, 180_000)
