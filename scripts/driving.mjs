// What scripts need to drive a browser with the built extension as the end-to-end tests do.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { commandFile, root } from './set-up.mjs'

/** Builds `dist/chrome`; throws when that fails. */
export function buildExtension() {
  const { status } = spawnSync(process.execPath, [commandFile('vite'), 'build'], {
    cwd: root,
    stdio: ['ignore', 2, 'inherit'],
  })
  if (status !== 0) throw new Error('The build failed; its message is above.')
}

/** A module of `tests/e2e/support`; it is TypeScript, which Node 20 cannot import by itself. */
export async function support(name) {
  const { runnerImport } = await import('vite')
  return (await runnerImport(join(root, 'tests/e2e/support', `${name}.ts`))).module
}
