import type { Page } from 'puppeteer'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { stored } from '../../faults/support/desk.ts'
import { doiOf, invented } from '../../faults/support/invented.ts'
import { type Hand, hands } from './hands.ts'
import { savePaper, waitForCounts, waitForFocus } from './library-page.ts'
import { storedDocuments, storedRecord } from './stored-documents.ts'

/** The library page in a browser of its own, with nothing in the library. */
export interface OpenedLibrary {
  page: Page
  /** Looks at the page in all colours, where that can be done. */
  look(name: string): Promise<void>
  /** What went wrong in the background and on the page. */
  errors(): Promise<string[]>
  close(): Promise<void>
}

let library: OpenedLibrary | undefined
let page: Page

const twice = 'The slow return of herring to a northern harbour'
const titleOf = (n: number): string => `Tide number ${n} at the mole`

/** Defines the journeys on the library page, each by keyboard and by pointer, in the browser that `open` starts. */
export function libraryJourneys(open: () => Promise<OpenedLibrary>): void {
  afterEach(async () => {
    const errors = await library?.errors()
    await library?.close()
    library = undefined
    expect(errors ?? []).toEqual([])
  })

  journeys(open)
}

const journeys = (open: () => Promise<OpenedLibrary>) =>
  describe.each(hands)('on the library page, by $hand alone,', ({ hand: name, take }) => {
    let hand: Hand

    beforeEach(async () => {
      library = await open()
      page = library.page
      hand = take(page)
    })

    test('papers are searched, filtered, tagged all at once, and the tags taken back', async () => {
      for (const n of [1, 2, 3, 4, 5])
        await savePaper(page, invented(n), { tags: n === 3 ? [] : ['salt'] })
      await waitForCounts(page, { all: 5, tags: { salt: 4 } })
      await hand.write('searchbox', 'Search', 'year:1901-1904')
      await rowsAre(4, 3, 2, 1)
      await hand.press('salt')
      await rowsAre(4, 2, 1)
      await hand.tick(`Select ${titleOf(4)}`)
      await hand.press('Select all 3')
      await hand.tick(`Select ${titleOf(2)}`)
      await hand.press('Tag…')
      await waitForFocus(page, 'Tags')
      await hand.write('combobox', 'Tags', 'brine')
      await hand.press('Add')
      await hand.hears('Done: 2 papers changed.')
      await waitForFocus(page, 'Tag…')
      expect(await tagged('brine')).toEqual([1, 4])
      await rowsAre(4, 2, 1)
      await hand.press('Undo: Done: 2 papers changed.')
      await hand.hears('Undone')
      expect(await tagged('brine')).toEqual([])
      expect(await tagged('salt')).toEqual([1, 2, 4, 5])
      await waitForCounts(page, { all: 5, tags: { salt: 4 } })
      await rowsAre(4, 2, 1)
    })

    test('two records of one paper are made one, with a field of either, and two again', async () => {
      for (const n of [1, 2])
        await savePaper(page, sameAs(invented(1), n), { tags: [`from ${n}`], note: `Note ${n}.` })
      await savePaper(page, invented(3))
      await waitForCounts(page, { all: 3 })
      await hand.press('Possible duplicates')
      await page.waitForSelector('.pair')
      await hand.choose(`DOI ${doiOf(2)}`)
      await hand.choose('Volume 11')
      await hand.press('Make them one')
      await hand.hears('Made one paper of two')
      await waitForCounts(page, { all: 2, tags: { 'from 1': 1, 'from 2': 1 } })
      const [one, ...others] = await living()
      expect({ ...one, others }).toMatchObject({
        DOI: doiOf(2),
        volume: '11',
        'tag:from 1': true,
        'tag:from 2': true,
        others: [],
      })
      expect(String(one?.note).split('\n\n').toSorted()).toEqual(['Note 1.', 'Note 2.'])
      await hand.press('Undo: Made one paper of two')
      await hand.hears('Undone')
      await waitForCounts(page, { all: 3, tags: { 'from 1': 1, 'from 2': 1 } })
      expect((await living()).map(({ DOI, volume, note }) => ({ DOI, volume, note }))).toEqual([
        { DOI: doiOf(1), volume: '11', note: 'Note 1.' },
        { DOI: doiOf(2), volume: '12', note: 'Note 2.' },
      ])
      expect((await stored(page)).faults).toEqual([])

      /** The records of the paper that the library shows. */
      async function living() {
        const records = await storedDocuments(page, 'records')
        return records
          .filter(({ title, row, del }) => title === twice && row !== undefined && !del)
          .toSorted((a, b) => String(a.DOI).localeCompare(String(b.DOI)))
      }
    })

    test('keys are made as another program makes them; a tag is a project whose papers are decided in two passes', async () => {
      for (const n of [1, 2, 3])
        await savePaper(page, invented(n), { tags: n === 3 ? [] : ['salt'] })
      await waitForCounts(page, { all: 3, tags: { salt: 2 } })
      await hand.press('Settings')
      await hand.pick('Made as by', 'JabRef')
      await hand.press('Close')
      await hand.press(titleOf(2))
      await hand.press('Copy citation key')
      await hand.hears('Keeper21902 copied.')

      await hand.press('Review')
      await hand.pick('Papers to review', 'salt')
      await onScreen('0 of 2 reviewed')
      if (name === 'pointer') await library?.look('review')
      await hand.press('Include')
      await hand.hears('Included')
      await hand.press('Exclude')
      await hand.hears('Excluded')
      await onScreen('Every paper here is decided.')
      await hand.pick('Decide by', 'Full text')
      await onScreen('0 of 1 reviewed')
      await hand.write('combobox', 'Reason to exclude', 'wrong sea')
      await hand.press('Exclude')
      await onScreen('The full text of every paper here is assessed.')
      // Review goes on before the disk has the decision.
      await expect
        .poll(() => storedRecord(page, `doi:${doiOf(2)}`), { timeout: 10_000 })
        .toMatchObject({
          citationKey: 'Keeper21902',
          decision: 'exclude',
          reason: 'wrong sea',
          assessed: true,
        })
      await hand.press('Undo')
      await hand.hears('Undone')
      const again = await storedRecord(page, `doi:${doiOf(2)}`)
      expect(again).toMatchObject({ decision: 'include', assessed: null })
      await hand.press('Exclude')
      await onScreen('The full text of every paper here is assessed.')
      await hand.press('Overview')
      await onScreen('Full texts assessed (n = 1); Excluded (n = 1)', 'svg title')
      await hand.press('Review')
      await onScreen('The full text of every paper here is assessed.')
    })

    test('a paper is highlighted and remarked on, loses its highlight, is deleted, and is restored', async () => {
      for (const n of [1, 2]) await savePaper(page, invented(n))
      await waitForCounts(page, { all: 2 })
      await hand.press(titleOf(1))
      await page.waitForSelector('.section-text')
      const words = await hand.highlightLast(14)
      expect(words).toBe('could explain.')
      await hand.hears('Highlighted')
      await hand.write('textbox', 'Remark', 'Ask at the mole.')
      await hand.leave()
      await hand.hears('Changes saved')
      expect(await highlights()).toEqual([{ exact: words, remark: 'Ask at the mole.' }])
      await hand.press('Remove highlight')
      await hand.hears('The highlight was removed.')
      expect(await highlights()).toEqual([])
      await hand.press('Undo: The highlight was removed.')
      await hand.hears('Undone')
      expect(await highlights()).toEqual([{ exact: words, remark: 'Ask at the mole.' }])

      await hand.press('Delete')
      await hand.hears('Moved to the trash')
      await waitForCounts(page, { all: 1, trash: 1 })
      expect(await storedRecord(page, `doi:${doiOf(1)}`)).toMatchObject({ del: true })
      await hand.press('Trash')
      await hand.press('Restore')
      await hand.hears(`Restored “${titleOf(1)}”`)
      await waitForCounts(page, { all: 2, trash: 0 })
      expect((await stored(page)).shown.toSorted()).toEqual([doiOf(1), doiOf(2)])
      if (name === 'keyboard') await waitForFocus(page, 'Trash')
    })
  })

/** Waits until a text is on the page. */
async function onScreen(text: string, selector = 'main'): Promise<void> {
  const found = () => page.$$eval(selector, (all) => all.map((each) => each.textContent).join(' '))
  await expect.poll(async () => (await found()).includes(text), { timeout: 10_000 }).toBe(true)
}

/** Waits until the list shows the papers of these numbers, and no others. */
async function rowsAre(...numbers: number[]): Promise<void> {
  const shown = () => page.$$eval('.row-title', (all) => all.map((row) => row.textContent).sort())
  await expect.poll(shown, { timeout: 10_000 }).toEqual(numbers.map(titleOf).toSorted())
}

/** The numbers of the papers that have a tag. */
async function tagged(tag: string): Promise<number[]> {
  const { tags } = await stored(page)
  return [1, 2, 3, 4, 5].filter((n) => tags[doiOf(n)]?.includes(tag))
}

async function highlights() {
  const all = await storedDocuments(page, 'highlights')
  return all.filter(({ del }) => !del).map(({ exact, remark }) => ({ exact, remark }))
}

/** The same paper as another page has it: under another DOI and in another volume. */
function sameAs(capture: ReturnType<typeof invented>, n: number): ReturnType<typeof invented> {
  const url = `https://copies.example/${n}`
  return {
    ...capture,
    item: { ...capture.item, title: twice, DOI: doiOf(n), volume: String(10 + n) },
    identifiers: [`doi:${doiOf(n)}`, `url:${url}`],
    source: { ...capture.source, url },
  }
}
