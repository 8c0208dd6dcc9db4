import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import puppeteer, { type Browser, type Extension, type Target, type WebWorker } from 'puppeteer'
import { collectErrors } from './errors.ts'

/** The built extension in a running browser. */
export interface Running {
  browser: Browser
  extension: Extension
  /** The extension's id; it is made from the folder's path, so it stays over a restart. */
  id: string
  /** The browser's profile, where the library lies. */
  userDataDir: string
  /** What went wrong in the background so far. */
  workerErrors: string[]
  /** The background's service worker, once the extension's interface can be called in it. */
  worker(): Promise<WebWorker>
  /** Closes the browser and starts it again with the same profile; this `Running` is of no use then. */
  restart(): Promise<Running>
  /** Closes the browser and removes the profile, if `launch` made it. */
  close(): Promise<void>
}

/** How to start. */
export interface LaunchOptions {
  /** A profile to use and keep; without it a fresh one is made, and removed by `close`. */
  userDataDir?: string
  /** False shows a window. */
  headless?: boolean
  /** The extension's folder; `dist/chrome` without it. */
  folder?: string
  /** The browser's program, or one that starts it; $CHROMIUM_PATH without it. */
  executable?: string
  /** False leaves the worker to itself: one that was looked into does not start again once it is stopped. */
  watchWorker?: boolean
  /** Further arguments for the browser. */
  args?: readonly string[]
}

/** Starts Chromium (the one that $CHROMIUM_PATH names) with the built extension; throws when either is missing. */
export async function launch(options: LaunchOptions = {}): Promise<Running> {
  const executablePath = options.executable ?? process.env.CHROMIUM_PATH
  if (!executablePath || !existsSync(executablePath)) {
    throw new Error(
      'No browser: set CHROMIUM_PATH to a Chromium or Chrome, or run `npm test`, which finds one.',
    )
  }
  const folder = resolve(options.folder ?? 'dist/chrome')
  if (!existsSync(join(folder, 'manifest.json'))) {
    throw new Error(`${folder} holds no extension: run \`npm run build\` first.`)
  }
  const profile = options.userDataDir ?? (await mkdtemp(join(tmpdir(), 'offprint-')))
  return start({
    executablePath,
    folder,
    headless: options.headless ?? true,
    userDataDir: profile,
    ownProfile: options.userDataDir === undefined,
    watchWorker: options.watchWorker ?? true,
    args: options.args ?? [],
  })
}

interface Start {
  executablePath: string
  folder: string
  headless: boolean
  userDataDir: string
  ownProfile: boolean
  watchWorker: boolean
  args: readonly string[]
}

async function start(how: Start): Promise<Running> {
  const { executablePath, headless, userDataDir } = how
  const browser = await puppeteer.launch({
    executablePath,
    headless,
    pipe: true,
    enableExtensions: true,
    acceptInsecureCerts: true,
    userDataDir,
    defaultViewport: headless ? { width: 1000, height: 800 } : null,
    args: [...sandbox(headless), ...(headless ? [roomyScreen] : []), ...quiet, ...how.args],
  })
  try {
    return await install(browser, how)
  } catch (error) {
    await browser.close()
    throw error
  }
}

async function install(browser: Browser, how: Start): Promise<Running> {
  const { folder, userDataDir, ownProfile, watchWorker } = how
  const workerErrors: string[] = []
  const watched = new WeakSet<Target>()
  const id = await browser.installExtension(folder)
  const extension = (await browser.extensions()).get(id)
  if (!extension) throw new Error(`the browser did not take the extension in ${folder}`)
  const worker = async () => {
    const target = await workerTarget(browser, id)
    const ready = await readyWorker(target)
    if (!watched.has(target)) {
      // Two sessions that attach to a worker at once close each other, so this one waits until it is ready.
      watched.add(target)
      await collectErrors(await target.createCDPSession(), workerErrors)
    }
    return ready
  }
  if (watchWorker) await worker()
  const close = async () => {
    await browser.close()
    if (ownProfile) await rm(userDataDir, { recursive: true, force: true, maxRetries: 5 })
  }
  const restart = async () => {
    await browser.close()
    return start(how)
  }
  return { browser, extension, id, userDataDir, workerErrors, worker, restart, close }
}

function workerTarget(browser: Browser, id: string): Promise<Target> {
  return browser.waitForTarget(
    (each) =>
      each.type() === 'service_worker' && each.url().startsWith(`chrome-extension://${id}/`),
    { timeout: 20_000 },
  )
}

async function readyWorker(target: Target): Promise<WebWorker> {
  const worker = await target.worker()
  if (!worker) throw new Error('the service worker ended')
  // The worker is announced before the extension's interface stands in it.
  for (let tries = 0; tries < 200; tries++) {
    if (await worker.evaluate('typeof chrome === "object" && "action" in chrome')) return worker
    await new Promise((wake) => setTimeout(wake, 25))
  }
  throw new Error('the service worker never got the extension interface')
}

/** A browser of root cannot have a sandbox; in tests no page is loaded that was not written here. */
function sandbox(headless: boolean): string[] {
  return headless || process.getuid?.() === 0 ? ['--no-sandbox'] : []
}

/** The screen of a browser without one is 800 by 600 pixels, in which no popup gets its full size. */
const roomyScreen = '--screen-info={1600x1200}'

const quiet = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // An http address is to be served as it is written.
  '--disable-features=HttpsUpgrades,HttpsFirstBalancedModeAutoEnable',
]
