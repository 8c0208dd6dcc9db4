import browser from 'webextension-polyfill'

/**
 * Shows what Offprint is for, once, after it was installed from a store. Who loads it out of a folder installs it again and again,
 * and finds the page in the settings.
 */
export async function welcome(reason: string): Promise<void> {
  if (reason !== 'install') return
  const { installType } = await browser.management.getSelf()
  if (installType === 'development') return
  await browser.tabs.create({ url: browser.runtime.getURL('extension/welcome/index.html') })
}
