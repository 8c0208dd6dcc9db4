import type { Page } from 'puppeteer'
import { expect } from 'vitest'
import { byRole } from './by-role.ts'
import { storedDocuments } from './stored-documents.ts'
import { waitInPage } from './wait-in-page.ts'

/** Waits until the status region of one of our pages says this, for so many ms at most. */
export async function waitForStatus(page: Page, text: string, patience = 30_000): Promise<void> {
  const isSaid = (wanted: string) =>
    [...document.querySelectorAll('[role=status]')].some((region) =>
      region.textContent?.includes(wanted),
    )
  await waitInPage(page, isSaid, [text], patience).catch(() => {
    throw new Error(`no status region of ${page.url()} said “${text}”`)
  })
}

/** Types tags into the `Tags` box, Enter after each. */
export async function typeTags(popup: Page, ...tags: string[]): Promise<void> {
  const box = await popup.waitForSelector(byRole('combobox', 'Tags'))
  for (const tag of tags) {
    await box?.type(tag)
    await popup.keyboard.press('Enter')
    await popup.waitForFunction((name) => document.body.textContent?.includes(name), {}, tag)
  }
}

/** Types into the `Note` box, leaves it, and waits until the note is in the library: a message takes a moment. */
export async function typeNote(popup: Page, note: string): Promise<void> {
  const box = await popup.waitForSelector(byRole('textbox', 'Note'))
  await box?.type(note)
  await popup.keyboard.press('Tab')
  const notes = async () => (await storedDocuments(popup, 'records')).map((record) => record.note)
  await expect.poll(notes, { timeout: 5_000 }).toContain(note)
}

/** The text of the `Note` box. */
export async function noteIn(popup: Page): Promise<string> {
  const box = await popup.waitForSelector(byRole('textbox', 'Note'))
  return (await box?.evaluate((element) => Reflect.get(element, 'value'))) ?? ''
}

/** The page's visible text. */
export async function textOf(page: Page): Promise<string> {
  return page.evaluate(() => document.body.innerText)
}

/** Presses a button by its name. */
export async function press(page: Page, name: string, role = 'button'): Promise<void> {
  await page.locator(byRole(role, name)).click()
}

/** True when something of this role and name is there. */
export async function has(page: Page, role: string, name: string): Promise<boolean> {
  return (await page.$(byRole(role, name))) !== null
}
