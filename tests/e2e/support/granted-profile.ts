import { createHash } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'

/**
 * Makes a profile in a folder in which the built extension was once allowed these permissions and hosts that it may ask for: when it asks
 * again, Chromium gives them without its question, which nobody could answer here (it is no page, and there is no switch for it).
 * Until it asks it has none of them. Downloads go to `downloads`, which a person would have chosen in the settings: what
 * puppeteer sets instead takes no folder within it.
 */
export async function grantedProfile(
  folder: string,
  permissions: string[],
  hosts: string[] = [],
): Promise<{ userDataDir: string; downloads: string }> {
  const userDataDir = join(folder, 'profile')
  const downloads = join(folder, 'downloads')
  await mkdir(join(userDataDir, 'Default'), { recursive: true })
  await mkdir(downloads)
  const granted = { api: permissions, explicit_host: hosts, manifest_permissions: [] }
  const preferences = {
    download: { default_directory: downloads, prompt_for_download: false },
    extensions: { settings: { [idOf('dist/chrome')]: { runtime_granted_permissions: granted } } },
  }
  await writeFile(join(userDataDir, 'Default', 'Preferences'), JSON.stringify(preferences))
  return { userDataDir, downloads }
}

/** The id that Chromium gives an extension in a folder: the beginning of its path's hash, in the letters from a to p. */
function idOf(folder: string): string {
  const hash = createHash('sha256').update(resolve(folder)).digest('hex').slice(0, 32)
  return [...hash].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16))).join('')
}
