// A folder as a zip that is the same, byte by byte, wherever and whenever it is made.
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { zipSync } from 'fflate'

/**
 * The zip of a folder's files, as bytes: names in code-unit order with `/`, no folders, no times, no attributes of a system; the
 * packing is JavaScript's own, so that no version of Node's makes a difference.
 */
export function zipFolder(folder) {
  // The oldest time that a zip can say. It says it as a clock on the wall shows it, so that is what has to be the same everywhere.
  const mtime = new Date(1980, 0, 1)
  const entries = filesIn(folder).map((name) => [name, readFileSync(join(folder, name))])
  return zipSync(Object.fromEntries(entries), { level: 9, mtime, os: 0, attrs: 0 })
}

/** The files of a folder and those below it, as paths from it with `/`, in code-unit order. */
export function filesIn(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((each) => each.isFile())
    .map((each) => relative(folder, join(each.parentPath, each.name)).replaceAll('\\', '/'))
    .sort()
}
