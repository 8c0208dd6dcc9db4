import { readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { waitUntil } from '../../../faults/support/wait.ts'
import type { Downloaded } from '../download.ts'
import type { RunningFirefox } from './launch.ts'

/** Does what starts a download, waits until it is complete, and gives the file, which it removes; throws after 30 s. */
export async function downloadInFirefox(
  { downloads }: RunningFirefox,
  start: () => Promise<unknown>,
): Promise<Downloaded> {
  const before = new Set(await readdir(downloads))
  await start()
  let name: string | undefined
  await waitUntil(async () => {
    const names = (await readdir(downloads)).filter((each) => !before.has(each))
    // While it comes there is a second file beside it.
    name = names.some((each) => each.endsWith('.part')) ? undefined : names[0]
    return name !== undefined && (await readFile(join(downloads, name))).length > 0
  }, 30_000)
  const path = join(downloads, name ?? '')
  const text = await readFile(path, 'utf8')
  await rm(path)
  return { name: name ?? '', text }
}
