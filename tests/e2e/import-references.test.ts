import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'puppeteer'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { stored } from '../faults/support/desk.ts'
import { doiOf, invented } from '../faults/support/invented.ts'
import type { Hand } from './support/hands.ts'
import { keyboardHand } from './support/keyboard-hand.ts'
import { launch, type Running } from './support/launch.ts'
import {
  look,
  openLibraryPage,
  savePaper,
  waitForCounts,
  waitForFocus,
  waitForNamed,
} from './support/library-page.ts'
import type { OwnPage } from './support/own-page.ts'
import { textOf } from './support/popup.ts'

let running: Running
let library: OwnPage
let page: Page
let hand: Hand
let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'offprint-references-'))
  running = await launch()
  library = await openLibraryPage(running)
  page = library.page
  hand = keyboardHand(page)
  await savePaper(page, invented(1), { tags: ['salt'], note: 'Mine.' })
  await waitForCounts(page, { all: 1, tags: { salt: 1 } })
})

afterEach(async () => {
  const errors = [...running.workerErrors, ...library.errors]
  await running.close()
  await rm(folder, { recursive: true, force: true })
  expect(errors).toEqual([])
})

const bibtex = `@article{keeper1901, title = {Tide number 1 at the mole}, doi = {${doiOf(1)}},
  journal = {Journal of Tides}, keywords = {salt, mole}, annote = {Theirs.}}
@article{torn, title = {A page that was torn off
@article{reed2020, author = {Møller, Åse}, title = {Reeds in the wind}, year = 2020, doi = {10.5555/reeds.1}}
`

/** Presses Import… and has a file chosen, or the browser's own dialog put away. */
async function imports(file: string | undefined): Promise<void> {
  const chooser = page.waitForFileChooser()
  await hand.press('Import…')
  if (file === undefined) await (await chooser).cancel()
  else await (await chooser).accept([file])
}

describe('files of references', () => {
  test('are counted first, imported, and taken back by one undo, with the keyboard alone', async () => {
    const file = join(folder, 'refs.bib')
    await writeFile(file, bibtex)
    await imports(file)
    await waitForNamed(page, 'button', 'Import')
    const dialog = await textOf(page)
    for (const line of [
      'Recognised as BibTeX',
      '1 paper is new.',
      '1 paper is here already and gains something from the file.',
      '1 entry cannot be read and will be left out.',
      'Journal: 1',
      'Tags: 1',
      'Note: 1',
      'Line 3: ',
    ])
      expect(dialog).toContain(line)
    await look(library, 'import-references')
    expect((await stored(page)).dois).toEqual([doiOf(1)])

    await hand.press('Import')
    const said = 'Imported 1 new paper. 1 was here already and was completed.'
    await hand.hears(said)
    await waitForFocus(page, 'Import…')
    await waitForCounts(page, { all: 2, trash: 0, tags: { salt: 1, mole: 1 } })
    await hand.press('Tide number 1 at the mole')
    await page.waitForFunction(() => document.body.innerText.includes('Journal of Tides'))
    const note = () => page.$eval('textarea[aria-label=Note], textarea', ({ value }) => value)
    expect(await note()).toBe('Mine.\n\nTheirs.')

    await hand.press(`Undo: ${said}`)
    await hand.hears('Undone')
    await waitForCounts(page, { all: 1, trash: 0, tags: { salt: 1 } })
    const { dois, faults } = await stored(page)
    expect({ dois, faults }).toEqual({ dois: [doiOf(1)], faults: [] })
  })

  test('can be pasted, and dropped; what is none of them stays to be mended', async () => {
    await imports(undefined)
    await waitForNamed(page, 'textbox', 'Or paste references')
    await look(library, 'import-asks')
    await hand.write('textbox', 'Or paste references', 'Dear Ada')
    await hand.press('Read the text')
    await page.waitForFunction(() => document.querySelector('dialog [role=alert]'))
    await look(library, 'import-refused')
    await hand.rewrite('textbox', 'Or paste references', '@misc{a, title = {Pasted reeds}}')
    await hand.press('Read the text')
    await waitForNamed(page, 'button', 'Import')
    await hand.press('Import')
    await hand.hears('Imported 1 new paper.')

    await page.evaluate(drop, 'TY  - JOUR\nTI  - Dropped reeds\nER  - \n', 'reeds.ris')
    await waitForNamed(page, 'button', 'Import')
    expect(await textOf(page)).toContain('Recognised as RIS')
    await hand.press('Import')
    await waitForCounts(page, { all: 3 })
  })
})

/** Drops a file onto the page; runs in it. */
function drop(text: string, name: string): void {
  const dataTransfer = new DataTransfer()
  dataTransfer.items.add(new File([text], name))
  for (const type of ['dragover', 'drop'])
    document.body.dispatchEvent(
      new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer }),
    )
}
