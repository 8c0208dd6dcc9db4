import type { Page } from 'puppeteer'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Hand, hands } from './support/hands.ts'
import { launch, type Running } from './support/launch.ts'
import { waitForFocus } from './support/library-page.ts'
import { type OwnPage, openPopup } from './support/own-page.ts'
import { openFixture } from './support/pages.ts'
import { has, noteIn } from './support/popup.ts'
import { storedRecord } from './support/stored-documents.ts'

const title = 'Evening light and sleep in lighthouse keepers: a randomized trial'

let running: Running
let popup: OwnPage
let page: Page

afterEach(async () => {
  const errors = [...running.workerErrors, ...popup.errors]
  await running.close()
  expect(errors).toEqual([])
})

describe.each(hands)('in the popup, by $hand alone, a paper', ({ take }) => {
  let hand: Hand

  beforeEach(async () => {
    running = await launch()
    popup = await openPopup(running, await openFixture(running, 'pubmed/lighthouse'))
    page = popup.page
    hand = take(page)
    await hand.hears('Saved to your library')
    await waitForFocus(page, 'Tags')
  })

  test('is taken back, saved again, tagged and noted', async () => {
    await hand.press('Undo')
    await hand.hears('Undone')
    // What was saved can be saved again by the next key.
    await waitForFocus(page, 'Save')
    expect(await paper()).toMatchObject({ del: true })
    expect(await has(page, 'button', 'Undo')).toBe(false)
    await hand.press('Save')
    await hand.hears('Saved to your library')
    await waitForFocus(page, 'Tags')
    await hand.write('combobox', 'Tags', 'light')
    await hand.leave()
    await hand.hears('Tagged light')
    await hand.write('textbox', 'Note', 'Compare the doses.')
    await hand.leave()
    await hand.hears('Changes saved')
    expect(await noteIn(page)).toBe('Compare the doses.')
    expect(await paper()).toMatchObject({
      del: false,
      note: 'Compare the doses.',
      'tag:light': true,
    })
    await hand.press('Remove tag light')
    await hand.hears('Removed the tag light')
    await waitForFocus(page, 'Tags')
    await hand.press('Undo: Removed the tag light.')
    await hand.hears('Undone')
    expect(await paper()).toMatchObject({ 'tag:light': true })
  })

  test('is put right by hand and by what else the page says, deleted and brought back, here and in the list', async () => {
    await hand.press('Edit')
    await waitForFocus(page, 'Title')
    await hand.rewrite('textbox', 'Volume', '13')
    await hand.leave()
    await hand.hears('Changes saved')
    await hand.press('Done')
    await waitForFocus(page, 'Edit')
    expect(await paper()).toMatchObject({ volume: '13' })

    await hand.press('Where each field came from')
    await hand.press('Use this for Volume: 12')
    await hand.hears('Volume changed')
    expect(await paper()).toMatchObject({ volume: '12' })
    await hand.press('Use this for Date: 2021')
    await hand.hears('Date changed')
    expect(await paper()).toMatchObject({ issued: { 'date-parts': [[2021]] } })
    await hand.press('Undo: Date changed.')
    await hand.hears('Undone')
    expect(await paper()).toMatchObject({ issued: { 'date-parts': [[2021, 3]] }, volume: '12' })

    await hand.press('Delete')
    await hand.hears('Moved to the trash')
    await waitForFocus(page, 'Undo')
    expect(await paper()).toMatchObject({ del: true })
    await hand.press('Undo')
    await hand.hears('Undone')
    expect(await paper()).toMatchObject({ del: null })

    await hand.press('Library', 'tab')
    await hand.write('searchbox', 'Search', 'keepers')
    await hand.press(title)
    await waitForFocus(page, 'Back')
    await hand.press('Delete')
    await hand.hears('Moved to the trash')
    expect(await paper()).toMatchObject({ del: true })
    await hand.press('Undo: Moved to the trash.')
    await hand.hears('Undone')
    await hand.press(title)
    await waitForFocus(page, 'Back')
    expect(await paper()).toMatchObject({ del: null })
  })
})

const paper = () => storedRecord(page, 'doi:10.5555/jicm.2021.0412')
