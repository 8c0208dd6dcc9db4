// Finds the Firefox that tests run in.
import { existsSync } from 'node:fs'
import { aptInstall, namedBrowser, onPath, say, versionOf } from './set-up.mjs'

/**
 * True where what `--version` prints is a Firefox that the extension can be tested in: `Mozilla Firefox 140.12.0esr`. It has to be
 * one that the manifest lets it into (140), and an ESR: all others insist on Mozilla's signature.
 */
export function isFirefoxForTests(version) {
  const [, major, rest = ''] = /Firefox (\d+)\.(\S*)/.exec(version) ?? []
  return Number(major) >= 140 && rest.endsWith('esr')
}

/**
 * Finds a Firefox ESR, or installs one, and returns its path; undefined where there is none: its tests are skipped then.
 *
 * In this order: $FIREFOX_PATH, PATH and the usual places, apt-get where this is root or sudo asks for no password. Throws where
 * $FIREFOX_PATH names something that does not start.
 */
export function findFirefox() {
  const found = namedBrowser('FIREFOX_PATH') ?? installed()
  if (found) return found
  if (aptInstall(['firefox-esr', 'fonts-dejavu-core'])) {
    const path = installed()
    if (path) return path
  }
  say(
    'no Firefox ESR was found or could be installed, so its tests are skipped (FIREFOX_PATH names one)',
  )
  return undefined
}

function installed() {
  const usual =
    process.platform === 'darwin' ? ['/Applications/Firefox.app/Contents/MacOS/firefox'] : []
  return [...onPath(['firefox-esr', 'firefox']), ...usual].find(
    (path) => existsSync(path) && isFirefoxForTests(versionOf(path).stdout ?? ''),
  )
}
