import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Running } from '../../e2e/support/launch.ts'

/** Does something with a browser profile that outlives its browsers; it is removed at the end. */
export async function withProfile<T>(work: (userDataDir: string) => Promise<T>): Promise<T> {
  const userDataDir = await mkdtemp(join(tmpdir(), 'offprint-fault-'))
  try {
    return await work(userDataDir)
  } finally {
    await rm(userDataDir, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 })
  }
}

/** Ends the browser as a crash does (SIGKILL), and waits until it is gone. */
export async function kill(running: Running): Promise<void> {
  const process = running.browser.process()
  if (!process) throw new Error('the browser is not a process of ours')
  const gone = new Promise((resolve) => process.once('exit', resolve))
  process.kill('SIGKILL')
  await gone
  await running.browser.close().catch(() => undefined)
}
