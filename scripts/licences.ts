import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'

/** The file of the package that lists the licences. */
export const licencesFile = 'licences.txt'

/**
 * The licences of everything that is built in, our own first. `note` goes into each build, a script's own too; `write` into the last
 * one, which makes the file.
 */
export function licences(root: string): { note: Plugin; write: Plugin } {
  const folders = new Set<string>()
  return {
    note: {
      name: 'offprint:note-licences',
      apply: 'build',
      generateBundle(_options, bundle) {
        for (const chunk of Object.values(bundle)) {
          if (chunk.type !== 'chunk') continue
          for (const id of chunk.moduleIds) {
            const folder = packageFolder(id)
            if (folder) folders.add(folder)
          }
        }
      },
    },
    write: {
      name: 'offprint:write-licences',
      apply: 'build',
      generateBundle: {
        order: 'post',
        handler() {
          const packages = [root, ...[...folders].sort()].map(readPackage)
          this.emitFile({ type: 'asset', fileName: licencesFile, source: listOf(packages) })
        },
      },
    },
  }
}

/** The folder of the package that a module belongs to; undefined for one of our own. */
export function packageFolder(id: string): string | undefined {
  return /^\0?(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(id)?.[1]
}

interface Package {
  name: string
  version: string
  /** What it says its licence is, as an SPDX expression. */
  licence: string
  /** The licence's words, and the notices that come with them. */
  text: string
}

/** What a package's folder says of its licence; throws where it says nothing. */
export function readPackage(folder: string): Package {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  if (typeof license !== 'string') throw new Error(`${name} does not say its licence`)
  const texts = readdirSync(folder)
    .filter((file) => /^(?:licen[cs]es?|copying|notice)\b/i.test(file))
    .sort()
    .map((file) => readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim())
  if (texts.length === 0) throw new Error(`${name} has no licence file`)
  return { name, version, licence: license, text: texts.join('\n\n') }
}

function listOf(packages: Package[]): string {
  const line = '-'.repeat(80)
  return packages
    .map(({ name, version, licence, text }) => `${name} ${version} (${licence})\n\n${text}\n`)
    .join(`\n${line}\n\n`)
}
