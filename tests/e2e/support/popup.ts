import type { Page } from 'puppeteer'
import { byRole } from './by-role.ts'

/** Waits until the status region of one of our pages says this, for so many ms at most. */
export async function waitForStatus(page: Page, text: string, patience = 30_000): Promise<void> {
  await page.waitForFunction(
    (wanted) =>
      [...document.querySelectorAll('[role=status]')].some((region) =>
        region.textContent?.includes(wanted),
      ),
    { timeout: patience },
    text,
  )
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
  await popup.waitForFunction(holdsNote, { timeout: 5_000, polling: 50 }, note)
}

/** True when a record in the library has this note; runs in one of our pages. */
function holdsNote(note: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('offprint')
    opening.onerror = () => reject(opening.error)
    opening.onsuccess = () => {
      const database = opening.result
      const all = database.transaction('records').objectStore('records').getAll()
      all.onsuccess = () => {
        database.close()
        resolve(all.result.some((record) => record.note === note))
      }
    }
  })
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
