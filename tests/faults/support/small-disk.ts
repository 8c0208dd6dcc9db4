import { type ChildProcess, spawn } from 'node:child_process'
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { waitUntil } from './wait.ts'

/** A disk of a few megabytes, which only programs that are started in its place see. */
export interface SmallDisk {
  /** Where it is, for those programs; for anybody else an empty folder. */
  folder: string
  /** A program that starts the browser there. */
  browser: string
  /** Fills the disk up to so many bytes. */
  fill(left: number): Promise<void>
  /** Takes away what it was filled with. */
  empty(): Promise<void>
  /** Takes the disk away, once the browser is closed. */
  remove(): Promise<void>
}

/**
 * Makes a disk in memory of so many megabytes. It lives in a mount namespace of its own, which `unshare` of util-linux makes, as
 * root or, where the system lets people have user namespaces, as anybody; throws where neither is so.
 */
export async function smallDisk(megabytes: number, chromium: string): Promise<SmallDisk> {
  const folder = await mkdtemp(join(tmpdir(), 'offprint-small-'))
  const mounting = `mount -t tmpfs -o size=${megabytes}m tmpfs '${folder}' && echo mounted && cat`
  const { keeper, enter } = await ownNamespace(mounting, 'mounted')
  const browser = `${folder}.sh`
  await writeFile(browser, `#!/bin/sh\nexec nsenter ${enter.join(' ')} '${chromium}' "$@"\n`)
  await chmod(browser, 0o700)
  const shell = (command: string): Promise<void> =>
    ends(spawn('nsenter', [...enter, 'sh', '-c', command]))
  const filler = `${folder}/filler`
  return {
    folder,
    browser,
    fill: (left) =>
      shell(
        `free=$(df --output=avail -B1 '${folder}' | tail -1); head -c $((free - ${left})) /dev/zero > '${filler}'`,
      ),
    empty: () => shell(`rm -f '${filler}'`),
    async remove() {
      keeper.stdin?.end()
      await waitUntil(async () => keeper.exitCode !== null)
      await rm(browser, { force: true })
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Runs a command, which says a word and then waits, in a mount namespace of its own; and how others enter that. */
async function ownNamespace(
  command: string,
  word: string,
): Promise<{ keeper: ChildProcess; enter: string[] }> {
  const run = async (how: string[]): Promise<ChildProcess> => {
    const keeper = spawn('unshare', [...how, '-m', 'sh', '-c', command])
    await said(keeper, word)
    return keeper
  }
  const enter = ({ pid }: ChildProcess) => ['-t', String(pid), '-m']
  try {
    const keeper = await run([])
    return { keeper, enter: enter(keeper) }
  } catch {
    const keeper = await run(['-r'])
    return { keeper, enter: [...enter(keeper), '-U', '--preserve-credentials'] }
  }
}

function said(program: ChildProcess, word: string): Promise<void> {
  return new Promise((resolve, reject) => {
    let text = ''
    const listen = (data: Buffer) => {
      text += data
      if (text.includes(word)) resolve()
    }
    program.stdout?.on('data', listen)
    program.stderr?.on('data', listen)
    program.on('error', reject)
    program.on('exit', () => reject(new Error(`no small disk: ${text.trim()}`)))
  })
}

function ends(program: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let text = ''
    program.stderr?.on('data', (data: Buffer) => {
      text += data
    })
    program.on('error', reject)
    program.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(text.trim()))))
  })
}
