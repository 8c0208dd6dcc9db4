import { spawnSync } from 'node:child_process'
// @ts-expect-error: the scripts have no types.
import { aptInstall } from '../../../scripts/set-up.mjs'

/** The programs that references are fed to, and the packages of Debian's that have them; 650 MB when installed. */
const packages = {
  biber: ['biber'],
  bibtex: ['texlive-binaries', 'texlive-latex-base'],
  bibtool: ['bibtool'],
  pandoc: ['pandoc'],
  lualatex: ['texlive-luatex', 'texlive-latex-extra', 'texlive-bibtex-extra'],
} as const

const longest = 120_000

/** What a program said. */
export interface Said {
  code: number | null
  output: string
}

/** Runs a program in a folder; it gets `input`, and two minutes at most. */
export function run(folder: string, program: string, args: string[], input = ''): Said {
  const { status, stdout, stderr } = spawnSync(program, args, {
    cwd: folder,
    input,
    encoding: 'utf8',
    timeout: longest,
    maxBuffer: 1 << 28,
    // No input of a file may reach what stands outside its folder, nor start a program.
    env: { ...process.env, openin_any: 'p', openout_any: 'p', shell_escape: 'f' },
  })
  return { code: status, output: `${stdout}${stderr}` }
}

/** True where all programs are there; those that are missing are installed where that can be done without asking. */
export function haveTools(): boolean {
  const missing = (): string[][] => {
    const programs = Object.entries(packages).filter(([program]) => !isThere(program))
    return programs.map(([, each]) => [...each])
  }
  if (missing().length === 0) return true
  aptInstall(missing().flat())
  return missing().length === 0
}

function isThere(program: string): boolean {
  if (spawnSync(program, ['--version'], { stdio: 'ignore' }).status !== 0) return false
  if (program !== 'lualatex') return true
  return ['biblatex.sty', 'etoolbox.sty'].every(
    (file) => spawnSync('kpsewhich', [file], { stdio: 'ignore' }).status === 0,
  )
}
