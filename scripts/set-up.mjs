// Sets up what a fresh clone lacks: Node's version is checked, packages are installed, a browser is found.
// It uses Node's own modules only, so that it runs before anything is installed.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { delimiter, dirname, join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

/** The project's folder. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)))

// Standard output belongs to the script that sets up: `capture` prints nothing but JSON on it.
const toStderr = ['ignore', 2, 2]

/** Says a line about what is set up. */
export const say = (line) => process.stderr.write(`set-up: ${line}\n`)

/** Throws when Node is older than the floor in package.json (`engines`), which the packages need. */
export function checkNode(version = process.versions.node) {
  const floor = [20, 19]
  const [major = 0, minor = 0] = version.split('.').map(Number)
  if (major < floor[0] || (major === floor[0] && minor < floor[1])) {
    throw new Error(`Node ${floor.join('.')} or newer is needed; this is Node ${version}.`)
  }
}

/** True when node_modules holds every package of package-lock.json in its version. */
export function packagesAreCurrent(folder = root) {
  try {
    const wanted = JSON.parse(readFileSync(join(folder, 'package-lock.json'), 'utf8')).packages
    const found = JSON.parse(
      readFileSync(join(folder, 'node_modules/.package-lock.json'), 'utf8'),
    ).packages
    // A package for another platform is optional and stays away.
    return Object.entries(wanted).every(
      ([path, { version, optional }]) =>
        path === '' || optional || found[path]?.version === version,
    )
  } catch {
    return false
  }
}

/** Runs `npm ci --ignore-scripts` unless the packages are there; throws when it fails. */
export function ensurePackages() {
  if (packagesAreCurrent()) return
  say('installing the packages of package-lock.json (npm ci --ignore-scripts)')
  if (!npm(['ci', '--ignore-scripts', '--no-audit', '--no-fund'])) {
    throw new Error(
      "npm ci failed (its message is above). Check the network and npm's registry setting, then try again.",
    )
  }
}

/**
 * Finds a Chromium or Chrome, or installs one, and returns its path.
 *
 * In this order: $CHROMIUM_PATH, PATH and the usual places, the one that puppeteer keeps, apt-get where this
 * is root or sudo asks for no password, puppeteer's download. Needs the packages; throws when all fail.
 */
export async function findBrowser() {
  const named = namedBrowser('CHROMIUM_PATH')
  if (named) return named
  const found = installedBrowser() ?? (await puppeteersBrowser())
  if (found) return found
  if (aptInstall(['chromium', 'fonts-dejavu-core'])) {
    const path = installedBrowser()
    if (path) return path
  }
  say('downloading Chrome for Testing (puppeteer browsers install chrome)')
  const puppeteer = commandFile('puppeteer')
  spawnSync(process.execPath, [puppeteer, 'browsers', 'install', 'chrome'], { stdio: toStderr })
  const downloaded = await puppeteersBrowser()
  if (downloaded) return downloaded
  throw new Error(
    'No Chromium or Chrome was found, and none could be installed. ' +
      'Install Chromium or Chrome, or set CHROMIUM_PATH to its program file, then try again.',
  )
}

/** Does all of it; returns where the browser is. Firefox, which only tests need, is find-firefox.mjs's. */
export async function setUp() {
  checkNode()
  ensurePackages()
  return { browser: await findBrowser() }
}

/** Runs a script's main function; an error becomes one line on stderr and exit code 1. */
export async function run(main) {
  try {
    await main()
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`)
    if (process.env.DEBUG && error instanceof Error) process.stderr.write(`${error.stack}\n`)
    process.exitCode = 1
  }
}

/** A path that was typed on the command line, from the folder it was typed in: npm changes into the project's. */
export function typedPath(path) {
  return resolve(process.env.INIT_CWD ?? '.', path)
}

/** The program file of a package's command, for `node FILE`: npm's own shims differ between systems. */
export function commandFile(name, command = name) {
  const folder = join(root, 'node_modules', name)
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  return join(folder, typeof bin === 'string' ? bin : bin[command])
}

/** The program that a variable of the environment names; undefined where it is not set, an error where that does not start. */
export function namedBrowser(variable) {
  const named = process.env[variable]
  if (!named) return undefined
  const path = resolve(named)
  const trouble = whyNot(path)
  if (trouble) throw new Error(`${variable} is ${named}, which does not start: ${trouble}`)
  return path
}

/** Where programs of these names may be, in the order of PATH. */
export function onPath(names) {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .filter(Boolean)
    .flatMap((folder) => names.map((name) => join(folder, name)))
}

function installedBrowser() {
  const names = [
    'chromium',
    'chromium-browser',
    'google-chrome',
    'google-chrome-stable',
    'chrome',
    'chrome.exe',
  ]
  const usual = {
    darwin: [
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
    ],
    win32: [process.env.ProgramFiles, process.env['ProgramFiles(x86)'], process.env.LOCALAPPDATA]
      .filter(Boolean)
      .map((folder) => join(folder, 'Google/Chrome/Application/chrome.exe')),
  }
  return [...onPath(names), ...(usual[process.platform] ?? [])].find(
    (path) => existsSync(path) && !whyNot(path),
  )
}

/** Why a browser does not start (Ubuntu's chromium-browser is only a hint to install a snap), or undefined. */
export function whyNot(path) {
  if (!existsSync(path)) return 'there is no such file'
  if (process.platform === 'win32') return undefined // There --version opens a window.
  const { status, error, stderr } = versionOf(path)
  if (status === 0) return undefined
  return error?.message ?? (stderr.trim() || `it stopped with exit code ${status}`)
}

/** Runs a browser with --version. */
export function versionOf(path) {
  return spawnSync(path, ['--version'], { encoding: 'utf8', timeout: 30_000 })
}

async function puppeteersBrowser() {
  try {
    const { default: puppeteer } = await import('puppeteer')
    const path = await puppeteer.executablePath()
    return existsSync(path) && !whyNot(path) ? path : undefined
  } catch {
    return undefined
  }
}

/** Installs packages of Debian's with apt-get where this is root or sudo asks for no password; true where that went well. */
export function aptInstall(packages) {
  if (process.platform !== 'linux' || !succeeds('apt-get', ['--version'])) return false
  const asRoot = process.getuid?.() === 0 ? [] : ['sudo', '-n']
  if (asRoot.length > 0 && !succeeds('sudo', ['-n', 'true'])) return false
  say(`installing ${packages.join(', ')} with apt-get`)
  const apt = (...args) => {
    const [program, ...rest] = [
      ...asRoot,
      'env',
      'DEBIAN_FRONTEND=noninteractive',
      'apt-get',
      '-o',
      'DPkg::Lock::Timeout=600',
      ...args,
    ]
    return spawnSync(program, rest, { stdio: toStderr }).status === 0
  }
  const install = () => apt('install', '-y', '--no-install-recommends', ...packages)
  // A fresh system has no package lists, an old one stale ones.
  return install() || (apt('update') && install())
}

function succeeds(program, args) {
  return spawnSync(program, args, { stdio: 'ignore' }).status === 0
}

function npm(args) {
  const own = process.env.npm_execpath
  const { status } =
    own && /\.c?js$/.test(own)
      ? spawnSync(process.execPath, [own, ...args], { cwd: root, stdio: toStderr })
      : spawnSync('npm', args, {
          cwd: root,
          stdio: toStderr,
          shell: process.platform === 'win32',
        })
  return status === 0
}

if (process.argv[1] && import.meta.url === pathToFileURL(resolve(process.argv[1])).href) {
  await run(async () => {
    const { browser } = await setUp()
    process.stdout.write(`Ready. Browser: ${browser}\n`)
  })
}
