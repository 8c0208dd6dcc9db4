import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseSync } from 'vite'
import { expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '../..')

/** A regular expression as it stands in the source. */
interface Pattern {
  at: string
  path: string
  source: string
  flags: string
}

/** Every regular expression literal of a folder's sources. */
function patternsIn(folder: string): Pattern[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((path) => `${folder}/${path.replaceAll('\\', '/')}`)
    .filter((path) => /\.tsx?$/.test(path))
    .flatMap((path) => patternsOf(path, readFileSync(join(root, path), 'utf8')))
}

function patternsOf(path: string, text: string): Pattern[] {
  const found: Pattern[] = []
  const look = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return
    if ('regex' in node && 'start' in node && typeof node.start === 'number') {
      const { pattern, flags } = node.regex as { pattern: string; flags: string }
      const line = text.slice(0, node.start).split('\n').length
      found.push({ at: `${path}:${line}`, path, source: pattern, flags })
    }
    Object.values(node).forEach(look)
  }
  look(parseSync(path, text).program)
  return found
}

/** Files whose patterns see short texts only, which they themselves see to, in characters. */
const longest: { [path: string]: number } = {
  'src/abstract/labels.ts': 80,
  'src/capture/citation-line.ts': 600,
}

/**
 * How long a text is that each pattern is tried on. Work that grows with the square of the length is over in milliseconds
 * there; with its cube it takes a second, and what doubles with each word never ends.
 */
const usual = 1_000

/** Milliseconds of the processor. */
const most = 300

const pumps =
  'a|A|1| |\n|\t|.|,|;|:|-|—|(|)|[|<|>|{|"|\'|/|\\|&|@|=|中|é|A |a.|, |; | .|1 |1,|<a |<i>|10.1/|http://|ab-\n'.split(
    '|',
  )

/** The words that a pattern itself has, each alone and with a space: what it repeats it may repeat in two ways. */
function ownWords(source: string): string[] {
  const plain = source.replace(/\\[a-zA-Z](?:\{[^}]*\})?|\[[^\]]*\]|\(\?[:=!<]*|\{[\d,]+\}/g, '|')
  const words = plain.split(/[\\()|?*+^$.]+/).filter((word) => word.trim() !== '')
  return [...new Set(words)].slice(0, 12).flatMap((word) => [word, `${word} `])
}

/** How long the text was on which a pattern took too long; undefined where none was. */
function slowOn({ source, flags, path }: Pattern, pump: string): number | undefined {
  const limit = longest[path] ?? usual
  const pattern = new RegExp(source, flags.replace(/[gy]/g, ''))
  // By small steps: where the work doubles with each word, the next size may not end.
  for (let size = 20; ; size = Math.min(limit, Math.ceil(size * 1.15))) {
    const text = `${pump.repeat(Math.ceil(size / pump.length))}\u0001!`
    const before = process.cpuUsage().user
    pattern.test(text)
    if ((process.cpuUsage().user - before) / 1000 > most) return size
    if (size >= limit) return undefined
  }
}

test('the patterns of the source were seen', () => {
  expect(patternsIn('src').length).toBeGreaterThan(500)
})

// What names of buttons were taken off a line of authors by, and its last comma, until these tests were.
test.each([
  ['(?:\\s*contact[\\s,]*)+$', 'contact '],
  ['[\\s,;]+(?:and)?[\\s,;]*(?:et)?[\\s,;]*$', ';'],
])('a pattern that is slow is seen to be: %s', (source, pump) => {
  expect(pumps.includes(pump) || ownWords(source).includes(pump)).toBe(true)
  expect(slowOn({ at: '', path: '', source, flags: 'u' }, pump)).toBeDefined()
})

test.each(['src', 'extension'])(
  'no pattern of %s takes long over any text',
  (folder) => {
    const slow = patternsIn(folder).flatMap((pattern) =>
      [...pumps, ...ownWords(pattern.source)].flatMap((pump) => {
        const size = slowOn(pattern, pump)
        return size === undefined ? [] : [`${pattern.at} on ${size} of ${JSON.stringify(pump)}`]
      }),
    )
    expect(slow).toEqual([])
  },
  300_000,
)
