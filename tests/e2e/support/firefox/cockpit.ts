import type { Browser, Page } from 'puppeteer'
import { waitUntil } from '../../../faults/support/wait.ts'
import { host } from './address.ts'
import type { RunningFirefox } from './launch.ts'
import { openPrivileged } from './own-page.ts'

/**
 * Opens a page of Firefox's own that runs with Firefox's own rights, so that a function that is evaluated in it can do what no page may:
 * look at the toolbar, answer a question of the browser's, open a private window.
 */
export function openCockpit(browser: Browser): Promise<Page> {
  return openPrivileged(browser, 'about:support')
}

/** As it stands in the cockpit, where the functions below run: Firefox's own interface, as far as it is used here. */
interface Inside {
  Services: { wm: { getMostRecentWindow(type: string): BrowserWindow } }
  WebExtensionPolicy: {
    getByHostname(host: string): { id: string; extension: { backgroundState: string } }
  }
}
interface BrowserWindow extends Window {
  CustomizableUI: { addWidgetToArea(widget: string, area: string): void }
  OpenBrowserWindow(options: { private: boolean }): BrowserWindow
  openTrustedLinkIn(url: string, where: 'tab'): void
}

/** Whether the background runs at this moment: `running`, `stopped`, or on the way there. */
export function backgroundState({ cockpit }: RunningFirefox): Promise<string> {
  return cockpit.evaluate((ours) => {
    const { WebExtensionPolicy } = globalThis as unknown as Inside
    return WebExtensionPolicy.getByHostname(ours).extension.backgroundState
  }, host)
}

/** Brings a tab to the front and clicks on the toolbar button, as a person does: the tab's `activeTab` is given, and the popup opens. */
export async function clickToolbarButton({ cockpit }: RunningFirefox, page: Page): Promise<void> {
  await page.bringToFront()
  await cockpit.evaluate((ours) => {
    const { Services, WebExtensionPolicy } = globalThis as unknown as Inside
    const { id } = WebExtensionPolicy.getByHostname(ours)
    const widget = `${id.replace(/\W/g, '_')}-browser-action`
    // Firefox shows it in a menu until a person puts it on the toolbar.
    const { CustomizableUI, document } = Services.wm.getMostRecentWindow('navigator:browser')
    CustomizableUI.addWidgetToArea(widget, 'nav-bar')
    const button = document.querySelector<HTMLElement>(`#${widget} toolbarbutton`)
    if (!button) throw new Error('there is no button of ours on the toolbar')
    button.click()
  }, host)
}

/** Opens a private window, opens one of our pages in it, and gives that. */
export async function openInPrivateWindow(running: RunningFirefox, path: string): Promise<Page> {
  const { cockpit } = running
  await cockpit.evaluate(() => {
    const { Services } = globalThis as unknown as Inside
    Services.wm.getMostRecentWindow('navigator:browser').OpenBrowserWindow({ private: true })
  })
  // Until the window shows its own first page, that would come over ours.
  await tabAt(running, 'about:privatebrowsing')
  const url = `moz-extension://${host}/${path}`
  await cockpit.evaluate((wanted) => {
    const { Services } = globalThis as unknown as Inside
    Services.wm.getMostRecentWindow('navigator:browser').openTrustedLinkIn(wanted, 'tab')
  }, url)
  return tabAt(running, url)
}

/** The tab that shows this address, once there is one. The driver does not know where such a page is; the page does. */
async function tabAt({ browser }: RunningFirefox, url: string): Promise<Page> {
  let found: Page | undefined
  await waitUntil(async () => {
    for (const page of await browser.pages()) {
      const at = await page.evaluate(() => location.href).catch(() => '')
      if (at === url) found = page
    }
    return found !== undefined
  }, 30_000)
  if (!found) throw new Error(`no tab shows ${url}`)
  return found
}
