import { existsSync, readFileSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import puppeteer, { type Browser, type Page } from 'puppeteer'
// @ts-expect-error: the scripts have no types.
import { zipFolder } from '../../../../scripts/zip.mjs'
import { host } from './address.ts'
import { openCockpit } from './cockpit.ts'
import { openFirefoxPage } from './own-page.ts'

/** The built extension in a running Firefox. */
export interface RunningFirefox {
  browser: Browser
  /** A page of ours that does nothing by itself: to send messages from, to look into the database, and to reach the popup. */
  desk: Page
  /** A page of Firefox's own, from which Firefox itself can be asked. */
  cockpit: Page
  /** Where downloads go. */
  downloads: string
  /** Closes the browser and starts it again with the same profile; this one is of no use then. */
  restart(): Promise<RunningFirefox>
  /** Closes the browser and removes the profile. */
  close(): Promise<void>
}

/** How to start. */
export interface FirefoxOptions {
  /** Preferences beside those that tests need. */
  preferences?: { [name: string]: string | number | boolean }
}

/** False where there is no Firefox to test in: scripts/test.mjs looks for one, and its tests are skipped where it finds none. */
export const hasFirefox = Boolean(process.env.FIREFOX_PATH)

/** Starts Firefox (the one that $FIREFOX_PATH names) with the built extension; throws when either is missing. */
export async function launchFirefox({
  preferences = {},
}: FirefoxOptions = {}): Promise<RunningFirefox> {
  const executablePath = process.env.FIREFOX_PATH
  if (!executablePath || !existsSync(executablePath))
    throw new Error(
      'No Firefox: set FIREFOX_PATH to a Firefox ESR, or run `npm test`, which finds one.',
    )
  const folder = resolve('dist/firefox')
  const manifest = join(folder, 'manifest.json')
  if (!existsSync(manifest))
    throw new Error(`${folder} holds no extension: run \`npm run build\` first.`)
  const { id } = JSON.parse(readFileSync(manifest, 'utf8')).browser_specific_settings.gecko
  const home = await mkdtemp(join(tmpdir(), 'offprint-firefox-'))
  const userDataDir = join(home, 'profile')
  const downloads = join(home, 'downloads')
  await mkdir(join(userDataDir, 'extensions'), { recursive: true })
  await mkdir(downloads)
  // Installed as for a person, for good: one that is installed for the moment has gone when the browser starts again.
  await writeFile(join(userDataDir, 'extensions', `${id}.xpi`), zipFolder(folder))
  return start({
    executablePath,
    home,
    userDataDir,
    downloads,
    preferences: {
      'extensions.webextensions.uuids': JSON.stringify({ [id]: host }),
      // What lies in the profile is taken without a question, and without Mozilla's signature, as Firefox ESR may be told to.
      'extensions.autoDisableScopes': 0,
      'xpinstall.signatures.required': false,
      'extensions.openPopupWithoutUserGesture.enabled': true,
      'browser.download.folderList': 2,
      'browser.download.dir': downloads,
      'browser.download.alwaysOpenPanel': false,
      ...preferences,
    },
  })
}

interface Start {
  executablePath: string
  home: string
  userDataDir: string
  downloads: string
  preferences: Record<string, string | number | boolean>
}

async function start(how: Start): Promise<RunningFirefox> {
  const { executablePath, home, userDataDir, downloads, preferences } = how
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath,
    headless: true,
    userDataDir,
    // Firefox 140 does not know how to set one: pages have the window's size.
    defaultViewport: null,
    extraPrefsFirefox: preferences,
    // Without it neither our pages nor Firefox's own may be looked into.
    args: ['--remote-allow-system-access', '--width=1240', '--height=1000'],
    timeout: 90_000,
  })
  try {
    const cockpit = await openCockpit(browser)
    const desk = await openFirefoxPage(browser, 'extension/offscreen/index.html')
    const close = async () => {
      await browser.close()
      await rm(home, { recursive: true, force: true, maxRetries: 5 })
    }
    const restart = async () => {
      await browser.close()
      return start(how)
    }
    return { browser, desk, cockpit, downloads, restart, close }
  } catch (error) {
    await browser.close()
    await rm(home, { recursive: true, force: true, maxRetries: 5 })
    throw error
  }
}
