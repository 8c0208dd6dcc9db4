// npm run portals [-- --hosts]: writes anew what is made from the portals' files: their table, the paths that the detector
// knows, and the hosts that it runs on. Tests compare. From 1.0 on the hosts are written only with --hosts.
import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { commandFile, ensurePackages, root, run } from './set-up.mjs'

/** The files that are written, under a project's folder. */
const files = {
  index: 'src/portals/index.ts',
  paths: 'src/detection/paths.ts',
  hosts: 'src/portals/released-hosts.ts',
}

/** The portals that a project's folder has files for, as `{id, name}`, in alphabetical order; `name` is the export's. */
function portalsIn(folder) {
  return readdirSync(join(folder, 'src/portals'), { withFileTypes: true })
    .filter((each) => each.isFile() && each.name.endsWith('.ts'))
    .map((each) => each.name.slice(0, -3))
    .sort()
    .flatMap((id) => {
      const source = readFileSync(join(folder, `src/portals/${id}.ts`), 'utf8')
      if (!/^\} satisfies Portal$/m.test(source)) return []
      const [, name] = /^export const (\w+) = \{$/m.exec(source) ?? []
      if (name?.toLowerCase() !== id.replaceAll('-', '')) {
        throw new Error(`src/portals/${id}.ts exports ${name}, not ${exportName(id)}.`)
      }
      return [{ id, name }]
    })
}

/**
 * Writes the files anew and gives the number of portals. The released hosts are every portal's until 1.0; afterwards only
 * `hosts: true`, for a new major version, writes them. Throws where a portal's file exports another name than its own.
 */
export async function writePortalTables({ folder = root, hosts = false } = {}) {
  const found = portalsIn(folder)
  writeFileSync(join(folder, files.index), indexOf(found))
  const { runnerImport } = await import('vite')
  const { portals } = (await runnerImport(join(folder, files.index))).module
  writeStrings(join(folder, files.paths), 'paths', pathLines(portals))
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  if (hosts || version.startsWith('0.')) {
    writeStrings(join(folder, files.hosts), 'releasedHosts', hostPatterns(portals))
  }
  format(folder)
  return found.length
}

/** The usual name of a portal's export: `webOfScience` for `web-of-science`. */
export function exportName(id) {
  return id.replace(/-(\w)/g, (_, letter) => letter.toUpperCase())
}

function indexOf(found) {
  return [
    ...found.map(({ id, name }) => `import { ${name} } from './${id}.ts'`),
    "import type { Portal } from './portal.ts'",
    '',
    '/** Every portal that we know by its address, in alphabetical order; the order never decides. */',
    `export const portals: readonly Portal[] = [${found.map(({ name }) => name).join(', ')}]`,
    '',
  ].join('\n')
}

/** The portals whose pages only the address tells, as lines ` host host /path/flags`. */
export function pathLines(portals) {
  return portals
    .filter(({ silent }) => silent)
    .map(({ hosts, path }) => ` ${hosts.join(' ')} ${path}`)
}

/** The manifest's match patterns of all portals' hosts, sorted. */
export function hostPatterns(portals) {
  return [...new Set(portals.flatMap(({ hosts }) => hosts))]
    .sort()
    .map((host) => `https://${host}/*`)
}

/** Puts strings into the array that a file exports under a name. */
function writeStrings(file, name, strings) {
  const source = readFileSync(file, 'utf8')
  const literal = new RegExp(`^(export const ${name}\\b[^=]*= \\[)[^]*?(\\])$`, 'm')
  if (!literal.test(source)) throw new Error(`${file} exports no ${name}.`)
  const written = source.replace(
    literal,
    (_, before, after) =>
      `${before}\n${strings.map((each) => `${JSON.stringify(each)},\n`).join('')}${after}`,
  )
  writeFileSync(file, written)
}

function format(folder) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [commandFile('@biomejs/biome', 'biome'), 'check', '--write', ...Object.values(files)],
    { cwd: folder, encoding: 'utf8' },
  )
  if (status !== 0) throw new Error(`The written files do not pass biome:\n${stdout}${stderr}`)
}

if (process.argv[1] && import.meta.url === pathToFileURL(resolve(process.argv[1])).href) {
  await run(async () => {
    const { values } = parseArgs({ options: { hosts: { type: 'boolean', default: false } } })
    ensurePackages()
    const count = await writePortalTables(values)
    process.stdout.write(`Wrote ${Object.values(files).join(', ')} from ${count} portals.\n`)
  })
}
