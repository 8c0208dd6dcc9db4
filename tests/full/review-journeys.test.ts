import type { KeyInput, Page } from 'puppeteer'
import { describe, expect, test } from 'vitest'
import { eachLibraryPage } from '../e2e/support/each-library-page.ts'
import { type Hand, hands } from '../e2e/support/hands.ts'
import {
  savePaper,
  waitForCount,
  waitForCounts,
  waitForNamed,
} from '../e2e/support/library-page.ts'
import { textOf } from '../e2e/support/popup.ts'
import { storedDocuments } from '../e2e/support/stored-documents.ts'
import { invented } from '../faults/support/invented.ts'

let page: Page

const decisions = ['include', 'maybe', 'exclude'] as const
type Decision = (typeof decisions)[number]

/** Each preset: its name in the settings, and the keys that it gives the acts. */
const presets: { preset: string; keys: { [A in Decision | 'undo']: KeyInput } }[] = [
  { preset: 'Offprint', keys: { include: 'i', maybe: 'm', exclude: 'x', undo: 'u' } },
  { preset: 'Rayyan', keys: { include: 'i', maybe: 'u', exclude: 'e', undo: 'z' } },
  { preset: 'ASReview', keys: { include: 'r', maybe: 'm', exclude: 'i', undo: 'u' } },
]
const names = { include: 'Include', maybe: 'Maybe', exclude: 'Exclude' }
const said = { include: 'Included', maybe: 'Put down as maybe', exclude: 'Excluded' }
const papers = 30

eachLibraryPage(async (opened) => {
  ;({ page } = opened)
  for (let n = 1; n <= papers; n++) await savePaper(page, invented(n))
  await waitForCounts(page, { all: papers })
})

const waysToDecide = [
  ...presets.map((preset) => ({ ...preset, by: 'its keys', hand: 'keyboard' })),
  ...presets.map((preset) => ({ ...preset, by: 'its buttons', hand: 'pointer' })),
]

describe.each(waysToDecide)('with the keys of $preset, by $by,', ({ preset, keys, hand: name }) => {
  let hand: Hand

  test('30 papers are decided, three taken back and decided otherwise', async () => {
    const taken = hands.find((each) => each.hand === name)
    if (!taken) throw new Error(`no hand ${name}`)
    hand = taken.take(page)
    await hand.press('Settings')
    await hand.pick('Keys in review', preset)
    await hand.press('Close')
    await hand.press('Review')
    await waitForNamed(page, 'button', 'Include')
    for (const decision of decisions)
      await page.waitForSelector(
        `.decision.${decision}[aria-keyshortcuts="${keys[decision].toUpperCase()}"]`,
      )
    for (let n = 0; n < papers; n++) await decide(decisions[n % 3] ?? 'maybe', n + 1)
    await page.waitForFunction(() =>
      document.body.innerText.includes('Every paper here is decided'),
    )
    expect(await decided()).toEqual({ include: 10, maybe: 10, exclude: 10 })
    for (let n = papers; n > papers - 3; n--) {
      if (name === 'keyboard') await page.keyboard.press(keys.undo)
      else await hand.press('Undo')
      await waitForReviewed(n - 1)
      await hand.hears('Undone')
    }
    expect(await decided()).toEqual({ include: 9, maybe: 9, exclude: 9 })
    for (let n = papers - 3; n < papers; n++) await decide('include', n + 1)
    expect(await decided()).toEqual({ include: 12, maybe: 9, exclude: 9 })
    const counts = { 'To review': 0, Included: 12, Maybe: 9, Excluded: 9 }
    for (const [status, count] of Object.entries(counts)) await waitForCount(page, status, count)
    await hand.press('Excluded')
    await page.waitForFunction(() => document.querySelectorAll('li.row').length === 9)
    expect(await textOf(page)).toContain('9 of 30')
  }, 240_000)

  /** Decides about the paper that is on; how many are decided then. */
  async function decide(decision: Decision, reviewed: number): Promise<void> {
    await page.waitForSelector('.review-paper')
    if (name === 'keyboard') await page.keyboard.press(keys[decision])
    else await hand.press(names[decision])
    await waitForReviewed(reviewed)
    await hand.hears(said[decision])
  }
})

/** How many records have each decision in the database. */
async function decided(): Promise<{ [decision: string]: number }> {
  const counts: { [decision: string]: number } = {}
  for (const { decision } of await storedDocuments(page, 'records'))
    if (typeof decision === 'string') counts[decision] = (counts[decision] ?? 0) + 1
  return counts
}

function waitForReviewed(count: number): Promise<unknown> {
  return page.waitForFunction(
    (wanted) => document.querySelector('.review-line')?.textContent?.startsWith(`${wanted} of`),
    { timeout: 30_000 },
    count,
  )
}
