import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'

/** What Firefox knows the extension by: the id stays the same for ever, or a reader's library would not be found again. */
const gecko = {
  id: 'offprint@offprint',
  strict_min_version: '140.0',
  data_collection_permissions: { required: ['none'] },
}

/** A manifest as the build writes it. */
export interface BuiltManifest {
  background: { service_worker: string; type: 'module' }
  optional_permissions: string[]
  [key: string]: unknown
}

/**
 * Chrome's manifest as Firefox takes it: a page of scripts in the background instead of a worker, no version of Chrome, and
 * none of the permissions that Firefox does not know.
 */
export function firefoxManifest({
  minimum_chrome_version: _,
  background: { service_worker, type },
  optional_permissions,
  ...same
}: BuiltManifest): object {
  return {
    ...same,
    background: { scripts: [service_worker], type },
    optional_permissions: optional_permissions.filter((name) => name !== 'offscreen'),
    browser_specific_settings: { gecko },
  }
}

/** Copies what was built for Chrome into a folder for Firefox: the same files but for the manifest. */
export function firefoxPackage(folder: string): Plugin {
  return {
    name: 'offprint:firefox-package',
    apply: 'build',
    writeBundle: {
      order: 'post',
      sequential: true,
      handler({ dir }) {
        if (!dir) throw new Error('the build has no folder')
        rmSync(folder, { recursive: true, force: true })
        cpSync(dir, folder, { recursive: true })
        const manifest = firefoxManifest(
          JSON.parse(readFileSync(join(dir, 'manifest.json'), 'utf8')),
        )
        writeFileSync(join(folder, 'manifest.json'), `${JSON.stringify(manifest, undefined, 2)}\n`)
      },
    },
  }
}
