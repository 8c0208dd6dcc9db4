import type { Page } from 'puppeteer'
import { waitUntil } from '../../../faults/support/wait.ts'
import { type Deed, inPopup } from './in-popup.ts'
import type { RunningFirefox } from './launch.ts'

/** The popup of Firefox's, which no driver sees: what is done in it is done by another page of ours, which the browser gives it to. */
export interface FirefoxPopup {
  /** Waits until something of this role and name is there; throws after 30 s. */
  waitFor(role: string, name: string): Promise<void>
  /** Waits until this is in it; throws after 30 s. */
  waitForText(text: string): Promise<void>
  /** Waits until the status region says this; throws after 30 s. */
  hears(text: string): Promise<void>
  has(role: string, name: string): Promise<boolean>
  /** The text of something, or of the whole popup. */
  text(role?: string, name?: string): Promise<string>
  /** Waits for something of this role and name, and clicks on it. */
  press(name: string, role?: string): Promise<void>
  /** Waits for a box, puts this into it in place of what stands there, and leaves it or, with `enter`, presses Enter in it. */
  write(role: string, name: string, text: string, how?: { enter: boolean }): Promise<void>
  /** Closes it as Escape does. */
  close(): Promise<void>
}

/** Brings a tab to the front, opens the popup over it, and gives it. The tab's `activeTab` is not given: nobody has clicked. */
export async function openFirefoxPopup(running: RunningFirefox, page: Page): Promise<FirefoxPopup> {
  await page.bringToFront()
  await running.desk.evaluate(() => Reflect.get(globalThis, 'browser').action.openPopup())
  return popupOf(running)
}

/** The popup that is open, or is about to. */
export async function popupOf({ desk }: RunningFirefox): Promise<FirefoxPopup> {
  const ask = (deed: Deed, role = '', name = '', text = '') =>
    desk.evaluate(inPopup, deed, role, name, text)
  const shown = async () => (await ask('text').catch(() => undefined)) ?? 'no popup'
  const until = (isSo: () => Promise<boolean>, what: string) =>
    waitUntil(isSo, 30_000).catch(async () => {
      throw new Error(`${what} is not in the popup, which shows: ${await shown()}`)
    })
  const waitFor = (role: string, name: string) =>
    until(async () => (await ask('find', role, name)) !== undefined, `the ${role} “${name}”`)
  await until(async () => (await ask('text')) !== undefined, 'anything')
  return {
    waitFor,
    waitForText: (text) =>
      until(async () => (await ask('text'))?.includes(text) ?? false, `“${text}”`),
    hears: (text) => until(async () => (await ask('status'))?.includes(text) ?? false, `“${text}”`),
    has: async (role, name) => (await ask('find', role, name)) !== undefined,
    async text(role, name) {
      if (role !== undefined && name !== undefined) await waitFor(role, name)
      return (await ask('text', role, name)) ?? ''
    },
    async press(name, role = 'button') {
      await waitFor(role, name)
      await ask('press', role, name)
    },
    async write(role, name, text, { enter } = { enter: false }) {
      await waitFor(role, name)
      await ask(enter ? 'enter' : 'write', role, name, text)
    },
    async close() {
      await ask('close')
      await until(async () => (await ask('text')) === undefined, 'nothing')
    },
  }
}
