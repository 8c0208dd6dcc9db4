import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'puppeteer'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Capture } from '../../src/capture/page-kind.ts'
import { launch, type Running } from '../e2e/support/launch.ts'
import { openOwnPage } from '../e2e/support/own-page.ts'
import { waitForStatus } from '../e2e/support/popup.ts'
import { backupFile, doiInBackup, startImport } from './support/backup-file.ts'
import { openDesk, send, stored } from './support/desk.ts'
import { doiOf, invented, inventedFrom } from './support/invented.ts'
import { rounds } from './support/rounds.ts'

let running: Running

beforeEach(async () => {
  running = await launch()
})

afterEach(() => running.close())

const papers = 200

test(`two pages that save the same ${papers} papers at once make ${papers} records`, async () => {
  const [one, other] = [await openDesk(running), await openDesk(running)]
  for (let turn = 0; turn < rounds({ once: 1, full: 4 }); turn++) {
    const captures = inventedFrom(turn * papers, papers)
    const replies = await Promise.all([saveAll(one, captures), saveAll(other, captures)])
    expect(replies.flat().filter((ok) => !ok)).toEqual([])
    const found = await stored(one)
    expect(found.faults).toEqual([])
    expect(found.dois.toSorted()).toEqual([...new Set(found.dois)].toSorted())
    expect(found.dois).toHaveLength((turn + 1) * papers)
  }
}, 120_000)

test('a page that writes by its own connection while the background saves the same papers makes one record of each', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'offprint-two-'))
  try {
    const file = await backupFile(folder, papers)
    const desk = await openDesk(running)
    const library = await openOwnPage(running, 'extension/library/index.html')
    const captures = Array.from({ length: papers }, (_, n) => withDoi(invented(n), doiInBackup(n)))
    await library.page.bringToFront()
    const [replies] = await Promise.all([
      saveAll(desk, captures),
      startImport(library.page, file).then(() => waitForStatus(library.page, 'Imported')),
    ])
    expect(replies.filter((ok) => !ok)).toEqual([])
    const found = await stored(desk)
    expect(found.faults).toEqual([])
    expect(found.shown).toHaveLength(papers)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}, 120_000)

test('two pages that change different fields of one record at once both have their way', async () => {
  const [one, other] = [await openDesk(running), await openDesk(running)]
  const saved = await send(one, 'record:save', { capture: invented(1) })
  if (!saved.ok) throw new Error(saved.error)
  const { id } = saved.value.record
  for (let turn = 0; turn < rounds({ once: 10, full: 200 }); turn++) {
    const replies = await Promise.all([
      send(one, 'record:edit', { id, edit: { note: `Note ${turn}` } }),
      send(other, 'record:edit', { id, edit: { addTags: [`tag ${turn}`] } }),
    ])
    expect(replies.map(({ ok }) => ok)).toEqual([true, true])
    const { notes, tags } = await stored(one)
    expect(notes[doiOf(1)]).toBe(`Note ${turn}`)
    expect(tags[doiOf(1)]).toContain(`tag ${turn}`)
  }
}, 120_000)

function withDoi(capture: Capture, doi: string): Capture {
  return {
    ...capture,
    item: { ...capture.item, DOI: doi },
    identifiers: [`doi:${doi}`, ...capture.identifiers.slice(1)],
  }
}

/** Saves papers, all at once; for each whether it was said to be saved. */
function saveAll(desk: Page, captures: Capture[]): Promise<boolean[]> {
  return desk.evaluate((all) => {
    const { chrome } = globalThis as unknown as {
      chrome: { runtime: { sendMessage(message: unknown): Promise<{ ok: boolean }> } }
    }
    return Promise.all(
      all.map(
        async (capture) =>
          (await chrome.runtime.sendMessage({ name: 'record:save', body: { capture } })).ok,
      ),
    )
  }, captures)
}
