import { existsSync } from 'node:fs'
import { chmod, copyFile, cp, link, mkdir, readlink, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { launch } from './launch.ts'

/**
 * A program that starts Chromium with an Arabic interface. A package without Chromium's Arabic sentences is copied into the folder
 * with its English ones under the Arabic name: the browser then takes itself for an Arabic one, and tells extensions so.
 */
export async function arabicBrowser(folder: string): Promise<string> {
  let program = await programOf()
  if (!existsSync(join(dirname(program), 'locales', 'ar.pak'))) {
    const copy = join(folder, 'browser')
    // The program itself has to lie beside its files; all others may stay where they are.
    await cp(dirname(program), copy, {
      recursive: true,
      filter: (from) => from !== program,
    })
    const own = join(copy, 'chromium')
    await link(program, own).catch(() => copyFile(program, own))
    await copyFile(join(copy, 'locales', 'en-US.pak'), join(copy, 'locales', 'ar.pak'))
    program = own
  }
  await mkdir(folder, { recursive: true })
  const starter = join(folder, 'arabic-browser')
  // Chromium on Linux goes by the environment, elsewhere by the switch.
  await writeFile(starter, `#!/bin/sh\nLANGUAGE=ar exec '${program}' --lang=ar "$@"\n`)
  await chmod(starter, 0o755)
  return starter
}

/** The program that $CHROMIUM_PATH starts, which may be a script in another folder. */
async function programOf(): Promise<string> {
  const running = await launch({ watchWorker: false })
  try {
    return await readlink(`/proc/${running.browser.process()?.pid}/exe`)
  } finally {
    await running.close()
  }
}
