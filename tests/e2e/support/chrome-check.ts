import type { Page } from 'puppeteer'
import type { Running } from './launch.ts'

/** What Chromium's own page of extensions says of one. */
export interface ChromeCheck {
  /** What it finds wrong or does not know in the manifest, and errors at run time, as sentences. */
  complaints: string[]
  /** What it tells a person before the extension is installed, the hosts aside. */
  warnings: string[]
  /** The hosts that it tells a person about. */
  hosts: string[]
}

/** What `chrome.developerPrivate.getExtensionInfo` gives, as far as it is looked at (Chromium's developer_private.idl). */
interface ExtensionInfo {
  installWarnings: string[]
  manifestErrors: { message: string }[]
  runtimeErrors: { message: string }[]
  permissions: {
    simplePermissions: { message: string; submessages: string[] }[]
    runtimeHostPermissions?: { hosts: { host: string }[] }
  }
}

/** Opens Chromium's page of extensions as a developer, and reads what it says of ours. */
export async function chromeCheck(running: Running): Promise<ChromeCheck> {
  const page = await running.browser.newPage()
  try {
    await page.goto('chrome://extensions')
    const info = await extensionInfo(page, running.id)
    const { simplePermissions, runtimeHostPermissions } = info.permissions
    return {
      complaints: [
        ...info.installWarnings,
        ...[...info.manifestErrors, ...info.runtimeErrors].map(({ message }) => message),
      ],
      warnings: simplePermissions.map(({ message }) => message),
      hosts: (runtimeHostPermissions?.hosts ?? []).map(({ host }) => host),
    }
  } finally {
    await page.close()
  }
}

function extensionInfo(page: Page, id: string): Promise<ExtensionInfo> {
  return page.evaluate(async (extensionId) => {
    const { developerPrivate } = Reflect.get(globalThis, 'chrome')
    // Errors are collected for developers only.
    await developerPrivate.updateProfileConfiguration({ inDeveloperMode: true })
    return developerPrivate.getExtensionInfo(extensionId)
  }, id)
}
