import { writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ElementHandle, Page } from 'puppeteer'
import { expect } from 'vitest'
import { found, saved, waitForBadge } from './badge.ts'
import { byRole } from './by-role.ts'
import { download } from './download.ts'
import { launch, type Running } from './launch.ts'
import { type OwnPage, openOwnPage, openPopup } from './own-page.ts'
import { openFixture } from './pages.ts'
import { has, noteIn, press, textOf, typeNote, typeTags, waitForStatus } from './popup.ts'

/** A page that the main journey begins on. */
interface MainPaper {
  name: string
  title: string
  words: string
  /** True where the badge lights before anything is clicked: the paper is recognised at its own address. */
  lights: boolean
  /** True for one of each kind, which `npm test` goes by. */
  isFirst: boolean
}

export const mainPapers: readonly MainPaper[] = [
  {
    name: 'qxmd/bolverin',
    title: 'Mechanisms of Action of Bolverin in Coastal Fever',
    words: 'Coastal fever keeps a tenth of harbour workers',
    lights: true,
    isFirst: true,
  },
  {
    name: 'pubmed/lighthouse',
    title: 'Evening light and sleep in lighthouse keepers: a randomized trial',
    words: 'Amber glasses lengthen sleep',
    lights: true,
    isFirst: false,
  },
  {
    name: 'arxiv/tides',
    title: 'Counting tides in $O(n \\log n)$ time',
    words: 'We count the tides of a harbour',
    lights: true,
    isFirst: false,
  },
  {
    name: 'plain-text/page',
    title: 'Mechanisms of Action of Bolverin in Coastal Fever',
    words: 'Coastal fever keeps a tenth of harbour workers',
    lights: true,
    isFirst: false,
  },
  {
    name: 'highwire-unknown-host/page',
    title: 'Salt on Slate Roofs: Forty Years of Measurements',
    words: 'Salt was measured on 1,204 slates',
    lights: false,
    isFirst: true,
  },
]

/** A paper is saved by a click, tagged, noted, found again after a restart, exported, imported into another browser and taken away. */
export async function mainJourney({ name, title, words, lights }: MainPaper): Promise<void> {
  let running = await launch()
  try {
    let page = await openFixture(running, name)
    if (lights) await waitForBadge(running, page, found)

    const first = await openPopup(running, page)
    await waitForStatus(first.page, 'Saved to your library')
    expect(await has(first.page, 'button', 'Undo')).toBe(true)
    expect(await headingOf(first.page)).toBe(title)
    expect(await regionText(first.page, 'Abstract')).toContain(words)
    await waitForBadge(running, page, saved)
    await typeTags(first.page, 'harbour', 'to read')
    await typeNote(first.page, 'Why this one matters.')
    first.assertNoErrors()

    running = await running.restart()
    page = await openFixture(running, name)
    if (lights) await waitForBadge(running, page, saved)
    const again = await openPopup(running, page)
    await again.page.waitForSelector(byRole('textbox', 'Note'))
    expect(await headingOf(again.page)).toBe(title)
    expect(await textOf(again.page)).toMatch(/saved/i)
    expect(await has(again.page, 'button', 'Save')).toBe(false)
    expect(await noteIn(again.page)).toBe('Why this one matters.')
    for (const tag of ['harbour', 'to read']) expect(await textOf(again.page)).toContain(tag)
    await waitForBadge(running, page, saved)

    const bibtex = await exported(running, again, 'BibTeX')
    expect(bibtex.name).toMatch(/\.bib$/)
    expect(bibtex.text).toMatch(/^@\w+\{[a-z0-9:_-]+,/m)
    expect(bibtex.text).toContain('Why this one matters.')
    const json = await exported(running, again, 'JSON')
    expect(json.name).toMatch(/\.json$/)
    const backup = JSON.parse(json.text)
    expect(backup).toMatchObject({ format: 'offprint', schema: 1, highlights: [] })
    expect(backup.records).toHaveLength(1)
    expect(backup.records[0]).toMatchObject({
      tags: ['harbour', 'to read'],
      note: 'Why this one matters.',
    })
    again.assertNoErrors()

    const { records, highlights, counts } = await importedElsewhere(json.text)
    expect({ records, highlights, counts }).toEqual({
      records: backup.records,
      highlights: backup.highlights,
      counts: backup.counts,
    })

    await press(again.page, 'Delete')
    await waitForBadge(running, page, lights ? found : (badge) => !saved(badge))
    again.assertNoErrors()
    expect(running.workerErrors).toEqual([])
  } finally {
    await running.close()
  }
}

async function headingOf(popup: Page): Promise<string> {
  const heading = await popup.waitForSelector('h2')
  return (await heading?.evaluate((element) => element.textContent?.trim())) ?? ''
}

/** What a region of the popup says. */
export async function regionText(popup: Page, name: string): Promise<string> {
  const region = await popup.waitForSelector(byRole('region', name))
  return (await region?.evaluate((element) => element.textContent)) ?? ''
}

async function exported(
  from: Running,
  popup: OwnPage,
  format: string,
): Promise<{ name: string; text: string }> {
  await press(popup.page, 'Export…')
  await popup.page.waitForSelector(byRole('button', 'Download'))
  await press(popup.page, format, 'radio')
  const file = await download(from.browser, () => press(popup.page, 'Download'))
  await popup.page.waitForFunction(() => document.querySelector('dialog[open]') === null)
  return file
}

/** Imports a backup into a new profile and exports it from there. */
async function importedElsewhere(text: string): Promise<Record<string, unknown>> {
  const other = await launch()
  try {
    const file = join(tmpdir(), `offprint-import-${process.pid}.json`)
    await writeFile(file, text)
    const library = await openOwnPage(other, 'extension/library/index.html')
    const chooser = library.page.waitForFileChooser()
    await press(library.page, 'Import…')
    await (await chooser).accept([file])
    const start: ElementHandle | null = await library.page.waitForSelector(
      byRole('button', 'Import'),
    )
    await start?.click()
    await waitForStatus(library.page, 'mported')
    const back = await exported(other, library, 'JSON')
    library.assertNoErrors()
    expect(other.workerErrors).toEqual([])
    return JSON.parse(back.text)
  } finally {
    await other.close()
  }
}
