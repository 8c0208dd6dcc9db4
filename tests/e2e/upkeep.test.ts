import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'puppeteer'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { UiToBackground } from '../../extension/messages.ts'
import type { Capture } from '../../src/capture/page-kind.ts'
import { send, stored } from '../faults/support/desk.ts'
import { doiOf, invented, inventedFrom } from '../faults/support/invented.ts'
import { download } from './support/download.ts'
import { type OpenedLibrary, openLibrary } from './support/each-library-page.ts'
import { type LaunchOptions, launch, type Running } from './support/launch.ts'
import {
  chooseBackup,
  look,
  openLibraryPage,
  savePaper,
  waitForCounts,
  waitForFocus,
  waitForNamed,
} from './support/library-page.ts'
import type { OwnPage } from './support/own-page.ts'
import { has, press, textOf, waitForStatus } from './support/popup.ts'

let opened: OpenedLibrary
let running: Running
let library: OwnPage
let page: Page

async function begin(how: LaunchOptions = {}): Promise<void> {
  opened = await openLibrary(how)
  ;({ running, library, page } = opened)
}

afterEach(() => opened.close())

const titleOf = (n: number): string => `Tide number ${n} at the mole`

describe('the trash', () => {
  test('has what was deleted, gives it back, and is emptied only when that is meant', async () => {
    await begin()
    for (const n of [1, 2, 3]) await savePaper(page, invented(n), { tags: ['salt'] })
    await waitForCounts(page, { all: 3, trash: 0, tags: { salt: 3 } })
    await press(page, 'Trash')
    await page.waitForFunction(() => document.body.innerText.includes('The trash is empty.'))
    await look(library, 'trash-empty')

    await deleted(1)
    await waitForCounts(page, { all: 2, trash: 1, tags: { salt: 2 } })
    await press(page, 'Undo: Moved to the trash.')
    await waitForStatus(page, 'Undone')
    await waitForCounts(page, { all: 3, trash: 0, tags: { salt: 3 } })

    for (const n of [1, 2]) await deleted(n)
    await press(page, 'Trash')
    await waitForNamed(page, 'listitem', titleOf(1))
    expect(await titles()).toEqual([titleOf(2), titleOf(1)])
    await look(library, 'trash')
    await restored(2)
    await waitForStatus(page, `Restored “${titleOf(2)}”`)
    await waitForCounts(page, { all: 2, trash: 1, tags: { salt: 2 } })
    // Nobody has to find the place again from the top of the page.
    await waitForFocus(page, titleOf(1))

    await press(page, 'Empty the trash (1)')
    await waitForNamed(page, 'dialog', 'Empty the trash')
    // Enter alone removes nothing.
    await waitForFocus(page, 'Cancel')
    await look(library, 'trash-empty-it')
    await press(page, 'Cancel')
    await waitForFocus(page, 'Empty the trash (1)')
    await waitForCounts(page, { trash: 1 })
    await press(page, 'Empty the trash (1)')
    await press(page, 'Remove for good')
    await waitForStatus(page, 'Removed 1 paper for good.')
    await waitForCounts(page, { all: 2, trash: 0 })
    expect((await stored(page)).dois.toSorted()).toEqual([doiOf(2), doiOf(3)])
    await waitForFocus(page, 'Trash')

    await press(page, 'Undo: Removed 1 paper for good.')
    await waitForStatus(page, 'Undone')
    await waitForCounts(page, { all: 2, trash: 1 })
    await restored(1)
    await waitForCounts(page, { all: 3, trash: 0, tags: { salt: 3 } })
    const { faults, shown } = await stored(page)
    expect({ faults, shown: shown.length }).toEqual({ faults: [], shown: 3 })

    await deleted(3)
    await press(page, 'Trash')
    await press(page, 'Empty the trash (1)')
    await press(page, 'Remove for good')
    await waitForCounts(page, { all: 2, trash: 0 })
    await page.reload()
    await waitForCounts(page, { all: 2, trash: 0, tags: { salt: 2 } })
    // What was thrown away is not missing.
    expect(await textOf(page)).not.toContain('missing')
  })

  async function deleted(n: number): Promise<void> {
    if (!(await has(page, 'button', titleOf(n)))) await page.locator('.side-item').click()
    await press(page, titleOf(n))
    await waitForNamed(page, 'heading', titleOf(n))
    await press(page, 'Delete')
    await waitForStatus(page, 'Moved to the trash')
  }

  async function restored(n: number): Promise<void> {
    const row = `ul[aria-label=Trash] li[aria-label="${titleOf(n)}"]`
    await page.locator(`${row} button`).click()
    await page.waitForSelector(row, { hidden: true })
  }

  function titles(): Promise<(string | null)[]> {
    return page.$$eval('ul[aria-label=Trash] > li', (items) =>
      items.map((item) => item.getAttribute('aria-label')),
    )
  }
})

describe('possible duplicates', () => {
  const same = 'The slow return of herring to a northern harbour'
  const preprint = 'Counting the knots of old ropes by sound alone'
  const cards = () => page.$$eval('.pair h3', (all) => all.map((each) => each.textContent))

  beforeEach(async () => {
    await begin()
    // Capitals, accents and marks are no difference between two titles.
    await savePaper(page, paper(1, same, 2019, { author: 'Søndergaard' }), {
      tags: ['herring', 'to read'],
      note: 'Read at the harbour.',
    })
    await savePaper(page, paper(2, `${same.toUpperCase()}.`, 2019, { author: 'Sondergaard' }), {
      tags: ['herring', 'north'],
      note: 'Cited by Ada.',
    })
    await savePaper(page, paper(3, preprint, 2020, { doi: '10.48550/arXiv.2001.00002' }))
    await savePaper(page, paper(4, preprint, 2021))
    for (const n of [5, 6]) await savePaper(page, invented(n))
  })

  test('are shown with what differs, made one with all that a reader added, made two again, and stay two if that is so', async () => {
    await waitForCounts(page, { all: 6, tags: { herring: 2, north: 1, 'to read': 1 } })
    await seenOnTheWay('Looking for papers that are here twice…')
    await press(page, 'Possible duplicates')
    await page.waitForFunction(() => document.querySelectorAll('.pair').length === 2)
    expect(await page.evaluate(() => Reflect.get(globalThis, 'seen'))).toEqual(['progressbar'])
    expect(await cards()).toEqual([preprint, same])
    const text = await textOf(page)
    expect(text).toContain('2 pairs')
    expect(text).toContain('Same title, year and first author.')
    expect(text).toContain('perhaps a preprint and what was published of it')
    await look(library, 'duplicates')

    // What was published is what a person wants of the two.
    expect(await page.$$eval('.pair:first-child input:checked + span', textsOf)).toEqual([
      '2021',
      doiOf(4),
      invented(4).item.abstract,
    ])
    await press(page, `DOI ${doiOf(2)}`, 'radio')
    await mergeOf(same).click()
    await waitForStatus(page, 'Made one paper of two')
    await waitForCounts(page, { all: 5, tags: { herring: 1, north: 1, 'to read': 1 } })
    expect(await cards()).toEqual([preprint])
    const one = await stored(page)
    expect(one.faults).toEqual([])
    expect(one.notes[doiOf(2)]?.split('\n\n').toSorted()).toEqual([
      'Cited by Ada.',
      'Read at the harbour.',
    ])
    expect(one.tags[doiOf(2)]?.toSorted()).toEqual(['herring', 'north', 'to read'])
    await look(library, 'duplicates-merged')

    await press(page, 'Undo: Made one paper of two')
    await waitForStatus(page, 'Undone')
    await waitForCounts(page, { all: 6, tags: { herring: 2, north: 1, 'to read': 1 } })
    await page.waitForFunction(() => document.querySelectorAll('.pair').length === 2)
    const two = await stored(page)
    expect(two.notes).toMatchObject({
      [doiOf(1)]: 'Read at the harbour.',
      [doiOf(2)]: 'Cited by Ada.',
    })
    expect(two.tags[doiOf(1)]?.toSorted()).toEqual(['herring', 'to read'])
    expect(two.tags[doiOf(2)]?.toSorted()).toEqual(['herring', 'north'])

    await keepApartOf(preprint).click()
    await waitForStatus(page, 'Kept as two papers')
    expect(await cards()).toEqual([same])
    await press(page, 'Undo: Kept as two papers')
    await page.waitForFunction(() => document.querySelectorAll('.pair').length === 2)
    for (const title of [preprint, same]) {
      await keepApartOf(title).click()
      await page.waitForFunction(
        (gone) => [...document.querySelectorAll('.pair h3')].every((h) => h.textContent !== gone),
        {},
        title,
      )
    }
    await page.reload()
    await press(page, 'Possible duplicates')
    await page.waitForFunction(() =>
      document.body.innerText.includes('No two papers look like one.'),
    )
    await look(library, 'duplicates-none')
    await waitForCounts(page, { all: 6 })
  })

  const textsOf = (elements: Element[]) => elements.map(({ textContent }) => textContent)
  const mergeOf = (title: string) => page.locator(`::-p-xpath(${inCard(title, 1)})`)
  const keepApartOf = (title: string) => page.locator(`::-p-xpath(${inCard(title, 2)})`)

  function inCard(title: string, nth: number): string {
    const lower = `translate(., 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'abcdefghijklmnopqrstuvwxyz')`
    return `//li[h3[starts-with(${lower}, '${title.toLowerCase()}')]]//button[${nth}]`
  }

  /** Notes in the page, as `seen`, that this stood there with its progress: in a small library that is too short to be waited for. */
  function seenOnTheWay(words: string): Promise<void> {
    return page.evaluate((wanted) => {
      const seen = new Set<string>()
      Reflect.set(globalThis, 'seen', [])
      new MutationObserver(() => {
        const bar = document.querySelector('main progress')
        if (bar?.getAttribute('aria-label') === wanted) seen.add('progressbar')
        Reflect.set(globalThis, 'seen', [...seen])
      }).observe(document.body, { childList: true, subtree: true })
    }, words)
  }
})

describe('tags over the whole library', () => {
  test('are renamed, made one and taken off, and each of it is taken back', async () => {
    await begin()
    const tagged = [['harbour'], ['harbour', 'tides'], ['tides'], ['tides', 'salt'], []]
    for (const [n, tags] of tagged.entries()) await savePaper(page, invented(n + 1), { tags })
    const before = { harbour: 2, tides: 3, salt: 1 }
    await waitForCounts(page, { all: 5, tags: before })
    await press(page, 'Manage tags')
    await look(library, 'tags')
    await press(page, 'Rename harbour')
    await look(library, 'tags-rename')
    await press(page, 'Cancel')
    await waitForFocus(page, 'Rename harbour')

    await renamed('harbour', 'port', 'Rename')
    await waitForStatus(page, 'Renamed “harbour” to “port” on 2 papers.')
    await waitForCounts(page, { tags: { port: 2, tides: 3, salt: 1 } })
    await waitForFocus(page, 'Manage tags')
    await undone('Renamed “harbour” to “port” on 2 papers.', before)

    // One paper has both: it is counted once.
    await press(page, 'Manage tags')
    await renamed('harbour', 'tides', 'Make them one tag')
    await waitForStatus(page, 'Renamed “harbour” to “tides” on 2 papers.')
    await waitForCounts(page, { tags: { tides: 4, salt: 1 } })
    await undone('Renamed “harbour” to “tides” on 2 papers.', before)

    await press(page, 'Manage tags')
    await press(page, 'Delete the tag tides')
    await waitForStatus(page, 'Took “tides” off 3 papers.')
    await waitForCounts(page, { all: 5, tags: { harbour: 2, salt: 1 } })
    await undone('Took “tides” off 3 papers.', before)
    expect((await stored(page)).faults).toEqual([])

    await press(page, 'Manage tags')
    await waitForNamed(page, 'dialog', 'Manage tags')
    await page.keyboard.press('Escape')
    await waitForFocus(page, 'Manage tags')
    await press(page, 'Manage tags')
    await press(page, 'Close')
    await waitForFocus(page, 'Manage tags')
  })

  /** In the list of tags gives one another name; the button's name says what that will be. */
  async function renamed(tag: string, to: string, button: string): Promise<void> {
    await press(page, `Rename ${tag}`)
    const box = await page.waitForSelector(`input[aria-label="New name for ${tag}"]`)
    await box?.evaluate((input) => Reflect.get(input, 'select').call(input))
    await box?.type(to)
    await waitForNamed(page, 'button', button)
    await page.keyboard.press('Enter')
  }

  async function undone(sentence: string, tags: { [tag: string]: number }): Promise<void> {
    await press(page, `Undo: ${sentence}`)
    await waitForStatus(page, 'Undone')
    await waitForCounts(page, { tags })
    // The same words twice are said twice only where something else was said between them.
    await waitForFocus(page, 'Manage tags')
  }
})

describe('a backup', () => {
  test('is asked for after fifty changes, and no longer once it is made', async () => {
    await begin()
    const id = await savePaper(page, invented(1))
    const notes = Array.from({ length: 48 }, (_, n) => ({ id, edit: { note: `Note ${n}` } }))
    await askAll(page, 'record:edit', notes)
    await page.waitForFunction(() =>
      document.body.innerText.includes('49 changes are in no backup yet'),
    )
    expect(await has(page, 'button', 'Back up now')).toBe(false)
    await savePaper(page, invented(2))
    await waitForNamed(page, 'button', 'Back up now')
    expect(await textOf(page)).toContain('50 changes are in no backup yet. A backup is one file')
    await look(library, 'backup-due')

    await press(page, 'Back up now')
    await waitForNamed(page, 'dialog', 'Backup')
    await look(library, 'backup-dialog')
    await page.keyboard.press('Escape')
    await waitForFocus(page, 'Back up now')
    const { name, text } = await backedUp()
    expect(name).toMatch(/^offprint-\d{4}-\d\d-\d\d\.json$/)
    expect(JSON.parse(text).records).toHaveLength(2)
    await waitForStatus(page, `Backed up as ${name}`)
    await page.waitForFunction(() => !document.body.innerText.includes('in no backup yet'))
    await waitForFocus(page, 'Backup')
    await press(page, 'Backup')
    await waitForNamed(page, 'dialog', 'Backup')
    expect(await textOf(page)).toContain(`All changes are in a backup. The last one is ${name}`)
    await press(page, 'Close')
    await waitForFocus(page, 'Backup')
  })

  test('of two weeks ago is said to be old, and work that was cut off goes on', async () => {
    await begin()
    for (const n of [1, 2]) await savePaper(page, invented(n), { tags: ['salt'] })
    await waitForCounts(page, { all: 2, tags: { salt: 2 } })
    await longAgo(page, 15)
    await cutOff(page, ['salt'], 'brine')
    await page.reload()
    await waitForNamed(page, 'button', 'Go on')
    const text = await textOf(page)
    expect(text).toContain('4 changes are in no backup yet. A backup is one file')
    expect(text).toContain('This was cut off before it was done: Renaming “salt” to “brine”.')
    await look(library, 'banners')
    await press(page, 'Go on')
    await waitForStatus(page, 'Done: 2 papers changed.')
    await waitForCounts(page, { tags: { brine: 2 } })
    expect(await has(page, 'button', 'Go on')).toBe(false)

    await cutOff(page, ['brine'], 'pickle')
    await page.reload()
    await press(page, 'Leave it as it is')
    await page.waitForFunction(() => !document.body.innerText.includes('cut off'))
    await waitForCounts(page, { tags: { brine: 2 } })
  })

  test('of another machine is looked at first, imported, taken back, and brings back what was deleted', async () => {
    await begin()
    const folder = await mkdtemp(join(tmpdir(), 'offprint-upkeep-'))
    const other = await launch()
    try {
      await askAll(
        page,
        'record:save',
        inventedFrom(1, 12).map((capture) => ({ capture })),
      )
      await waitForCounts(page, { all: 12 })
      const first = join(folder, 'first.json')
      await writeFile(first, (await backedUp()).text)
      const second = join(folder, 'second.json')
      await writeFile(second, await changedElsewhere(other, first))

      await page.bringToFront()
      const [a, b] = await Promise.all([1, 2].map((n) => savePaper(page, invented(n))))
      await send(page, 'record:delete', { ids: [a ?? '', b ?? ''] })
      await waitForCounts(page, { all: 10, trash: 2 })
      await chooseBackup(page, second)
      const dialog = await textOf(page)
      for (const line of [
        '4 papers are new.',
        '3 papers are here already and gain something from the file.',
        '7 papers are here already, just as in the file.',
        '2 papers were deleted here since and stay so.',
      ])
        expect(dialog).toContain(line)
      await look(library, 'import-preview')
      await press(page, 'Cancel')
      await waitForFocus(page, 'Import…')
      await waitForCounts(page, { all: 10, trash: 2 })

      await chooseBackup(page, second)
      await press(page, 'Import')
      const said = 'Imported 4 new papers. 3 were here already and were completed.'
      await waitForStatus(page, said)
      await waitForCounts(page, { all: 14, trash: 2, tags: { elsewhere: 3 } })
      await look(library, 'imported')
      await press(page, `Undo: ${said}`)
      await waitForStatus(page, 'Undone')
      await waitForCounts(page, { all: 10, trash: 2, tags: {} })

      await chooseBackup(page, second)
      await press(page, 'Bring back what was deleted since', 'checkbox')
      await press(page, 'Import')
      await waitForStatus(page, 'Imported 4 new papers.')
      await waitForCounts(page, { all: 16, trash: 0 })
      await send(page, 'record:delete', { ids: [a ?? ''] })
      await chooseBackup(page, second)
      // What was wanted once is not wanted for good.
      expect(await page.$eval('dialog input', (box) => Reflect.get(box, 'checked'))).toBe(false)
      await press(page, 'Bring back what was deleted since', 'checkbox')
      await whileNobodyImports(page, async () => {
        await press(page, 'Import')
        await waitForNamed(page, 'progressbar', 'Import progress')
        // The second one Chromium takes as an order; the dialog stays all the same until the import is taken back.
        for (let times = 0; times < 2; times++) await page.keyboard.press('Escape')
        await waitForNamed(page, 'button', 'Taking back what was imported…')
      })
      await waitForStatus(page, 'The import was stopped')
      await waitForCounts(page, { all: 15, trash: 1 })
      await waitForFocus(page, 'Import…')
      expect((await stored(page)).faults).toEqual([])

      await writeFile(first, '{"format": "other", "records": []}')
      const chooser = page.waitForFileChooser()
      await press(page, 'Import…')
      await (await chooser).accept([first])
      await waitForNamed(page, 'button', 'Dismiss')
      expect(await textOf(page)).toContain('Nothing was changed.')
      await look(library, 'import-no-backup')
      expect(other.workerErrors).toEqual([])
    } finally {
      await other.close()
      await rm(folder, { recursive: true, force: true })
    }
  })

  /** Brings a backup into another machine's library, changes three papers there, saves four; that one's backup. */
  async function changedElsewhere(other: Running, file: string): Promise<string> {
    const { page: there, assertNoErrors } = await openLibraryPage(other)
    await chooseBackup(there, file)
    await press(there, 'Import')
    await waitForStatus(there, 'Imported 12 new papers.')
    for (const n of [3, 4, 5]) await savePaper(there, invented(n), { tags: ['elsewhere'] })
    for (const n of [21, 22, 23, 24]) await savePaper(there, invented(n))
    await waitForCounts(there, { all: 16, tags: { elsewhere: 3 } })
    const { text } = await download(other.browser, async () => {
      await press(there, 'Backup')
      await press(there, 'Back up now')
    })
    await waitForStatus(there, 'Backed up as')
    assertNoErrors()
    return text
  }

  function backedUp(): Promise<{ name: string; text: string }> {
    return download(running.browser, async () => {
      await press(page, 'Backup')
      await page.locator('dialog button.primary').click()
    })
  }
})

/** An invented paper with a title, year and first author of its own. */
function paper(
  n: number,
  title: string,
  year: number,
  { author = 'Keeper', doi = doiOf(n) }: { author?: string; doi?: string } = {},
): Capture {
  const capture = invented(n)
  return {
    ...capture,
    item: {
      ...capture.item,
      title,
      author: [{ family: author, given: 'Ada' }],
      issued: { 'date-parts': [[year]] },
      'container-title': 'Journal of Tides',
      DOI: doi,
    },
    identifiers: [`doi:${doi.toLowerCase()}`, ...capture.identifiers.slice(1)],
  }
}

/** Sends many messages of one name, as fast as the background takes them. */
async function askAll<N extends keyof UiToBackground>(
  from: Page,
  name: N,
  bodies: Parameters<UiToBackground[N]>[0][],
): Promise<void> {
  const replies = await from.evaluate(
    (messages) => {
      const { runtime } = Reflect.get(globalThis, 'chrome')
      return Promise.all(messages.map((message) => runtime.sendMessage(message)))
    },
    bodies.map((body) => ({ name, body })),
  )
  expect(replies.filter(({ ok }) => !ok)).toEqual([])
}

/** Keeps every import waiting meanwhile, as another page does that is at it: in a small library an import is too short to be stopped. */
async function whileNobodyImports(from: Page, doIt: () => Promise<void>): Promise<void> {
  await from.evaluate(
    () =>
      new Promise<void>((held) => {
        void navigator.locks.request('offprint-index', () => {
          held()
          return new Promise((release) => Reflect.set(globalThis, 'release', release))
        })
      }),
  )
  await doIt()
  await from.evaluate(() => Reflect.get(globalThis, 'release')())
}

/** Moves the time since which something is in no backup so many days back. */
function longAgo(from: Page, days: number): Promise<void> {
  return from.evaluate(async (ms) => {
    const { local } = Reflect.get(globalThis, 'chrome').storage
    const { backup } = await local.get('backup')
    const since = new Date(Date.now() - ms).toISOString()
    await local.set({ backup: { ...backup, since } })
  }, days * 86_400_000)
}

/** Leaves a renaming in the database as a browser does that ends at its beginning. */
function cutOff(from: Page, tags: string[], to: string): Promise<void> {
  return from.evaluate(
    (given, name) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('offprint')
        opening.onerror = () => reject(opening.error)
        opening.onsuccess = () => {
          const database = opening.result
          const writing = database.transaction('jobs', 'readwrite')
          const jobs = writing.objectStore('jobs')
          const of = 1000
          jobs.put({ kind: 'retag', from: given, to: name }, 'task')
          jobs.put({ next: 0, done: 0, of, changed: 0, kept: 0 }, 'progress')
          writing.oncomplete = () => {
            database.close()
            resolve()
          }
        }
      }),
    tags,
    to,
  )
}
