import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { codecOf } from '../../src/formats/codecs.ts'
import { type Format, formats } from '../../src/formats/index.ts'
import { fullRecords } from './full-record.ts'
import { trickyRecords } from './real-tools/tricky-records.ts'

/** The tests in which files stand as programs and people write them, by format. */
const tests: { readonly [F in Format['id']]?: readonly string[] } = {
  bibtex: ['bibtex-read.test.ts', 'bibtex-scan.test.ts', 'bibtex-text.test.ts'],
  ris: ['ris-wild.test.ts', 'ris.test.ts'],
  nbib: ['nbib.test.ts'],
  csv: ['csv.test.ts'],
  'csl-json': ['csl-json.test.ts'],
  json: ['json.test.ts', 'json-records.test.ts'],
}

/** Shorter literals are words, no files. */
const shortest = 30

/** Whole files by format: every file that a test of the format has, and what we write ourselves of one to three papers. */
export async function fuzzSeeds(): Promise<{ [format: string]: string[] }> {
  const seeds: { [format: string]: string[] } = {}
  for (const { id } of formats) {
    const found = (tests[id] ?? []).flatMap((name) => literalsOf(name))
    for (const records of handfuls([...trickyRecords, ...fullRecords])) {
      let text = ''
      for await (const piece of codecOf(id).write(records)) text += piece
      found.push(text)
    }
    seeds[id] = found
  }
  return seeds
}

function* handfuls<T>(list: readonly T[]): Generator<T[]> {
  for (let from = 0, size = 1; from < list.length; from += size, size = (size % 3) + 1)
    yield list.slice(from, from + size)
}

function literalsOf(name: string): string[] {
  const folder = import.meta.dirname
  if (!readdirSync(folder).includes(name)) throw new Error(`there is no test ${name}`)
  const source = readFileSync(join(folder, name), 'utf8')
  return [...source.matchAll(/`((?:[^`\\]|\\[\s\S])*)`|'((?:[^'\\\n]|\\.)*)'/g)]
    .map(([, long, short]) => unescaped(long ?? short ?? ''))
    .filter((text) => text.length >= shortest)
}

function unescaped(text: string): string {
  const controls: { [letter: string]: string } = { n: '\n', r: '\r', t: '\t' }
  return text
    .replace(/\\u([\da-f]{4})/gi, (_, code: string) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    )
    .replace(/\\([\s\S])/g, (_, sign: string) => controls[sign] ?? sign)
}
