// Reads broken files, one after the other, in a process of its own, which whoever started it can end when it hangs: what to
// read is its argument, JSON. Prints each fault as a line of JSON, and at the end how many files were read.
import { openSync, readFileSync, writeSync } from 'node:fs'
import { codecOf } from '../src/formats/codecs.ts'
import { decode } from '../src/formats/decode.ts'
import { detectFormat } from '../src/formats/detect-format.ts'
import type { Entry } from '../src/formats/entry.ts'
import type { Format } from '../src/formats/index.ts'
import { brokenBytes, brokenFile, brokenPieces } from './fuzz/mutate.ts'

interface Asked {
  format: Format['id']
  seed: number
  /** The numbers of the files, from one to another that is not read any more. */
  from: number
  to: number
  /** JSON: whole files of each format. */
  seeds: string
  /** A file that holds the number of the one that is being read. */
  place: string
}

/** CPU time that reading one file may take, in ms. */
const patience = 1_000

const asked = JSON.parse(process.argv[2] ?? '') as Asked
const seeds = JSON.parse(readFileSync(asked.seeds, 'utf8')) as { [format: string]: string[] }
const own = seeds[asked.format] ?? []
const others = Object.values(seeds).flat()
const place = openSync(asked.place, 'w')

const prototypes = [Object, Array, String, Number, Boolean, Function, RegExp, Map, Set, Promise]
const objectNames = Object.getOwnPropertyNames(Object.prototype).length
const asTheyWere = prototypesNow()

let faults = 0
for (let n = asked.from; n < asked.to && faults < 5; n++) {
  writeSync(place, String(n).padEnd(12), 0)
  const { text, next } = brokenFile(n, asked.seed, own, others)
  const started = process.cpuUsage()
  let fault: string | undefined
  try {
    const pieces = next() < 0.3 ? decode(brokenBytes(text, next)) : brokenPieces(text, next)
    detectFormat('', text)
    for await (const entry of codecOf(asked.format).read(pieces)) fault ??= oddity(entry)
  } catch (error) {
    fault = `threw ${error instanceof Error ? error.stack : String(error)}`
  }
  const { user, system } = process.cpuUsage(started)
  if ((user + system) / 1000 > patience) fault ??= `took ${(user + system) / 1000} ms`
  if (arePolluted(n)) fault ??= 'wrote into a prototype'
  if (fault === undefined) continue
  faults += 1
  process.stdout.write(`${JSON.stringify({ n, fault, text: text.slice(0, 3_000) })}\n`)
}
process.stdout.write(`${JSON.stringify({ read: asked.to - asked.from })}\n`)

/** What is wrong with an entry: one of neither kind, or an object that inherits from something in the file. */
function oddity(entry: Entry): string | undefined {
  if ('broken' in entry) {
    const { line, text, reason } = entry.broken
    return line >= 1 && typeof text === 'string' && typeof reason === 'string'
      ? undefined
      : `gave ${JSON.stringify(entry)}`
  }
  const { record, line } = entry
  const objects: object[] = [record, record.item, ...record.sections, ...(record.item.author ?? [])]
  const areOwn = objects.every((one) => Object.getPrototypeOf(one) === Object.prototype)
  return areOwn && line >= 1 ? undefined : `gave an odd record on line ${line}`
}

/** Names of prototypes are looked at after each file, what stands under them after each five hundred. */
function arePolluted(n: number): boolean {
  if (Object.getOwnPropertyNames(Object.prototype).length !== objectNames) return true
  if (n % 500 !== 499 && n !== asked.to - 1) return false
  const now = prototypesNow()
  return now.length !== asTheyWere.length || now.some((one, i) => one !== asTheyWere[i])
}

/** Every name of the prototypes with what stands under it. */
function prototypesNow(): unknown[] {
  return prototypes.flatMap(({ prototype }) =>
    Reflect.ownKeys(prototype).flatMap((key) => {
      const { value, get, set } = Object.getOwnPropertyDescriptor(prototype, key) ?? {}
      return [key, value, get, set]
    }),
  )
}
