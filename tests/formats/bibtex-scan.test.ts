import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type BibtexBlock, BlockScanner } from '../../src/formats/bibtex-block-scanner.ts'
import { readBibtex } from '../../src/formats/bibtex-read.ts'

function blocks(pieces: readonly string[]): BibtexBlock[] {
  const scanner = new BlockScanner()
  const found = pieces.flatMap((piece) => [...scanner.feed(piece, false)])
  return [...found, ...scanner.feed('', true)]
}

const scrap = fc.constantFrom(
  '@article{a,\n title = {T},\n year = 2020\n}\n',
  '@book(b, title = "T")\n',
  '@string{x = {y}}\n',
  '@comment{z}\n',
  '@misc{c,\n title = {{T},\n}\n',
  '@misc{d, title = {T}},\n year = {2020}\n}\n',
  'text % @no{e}\n',
  'me@example.org{',
  '{',
  '}',
  '"',
  '\n',
  '@',
  '@article',
  '@__proto__{__proto__, __proto__ = {x}, constructor = {y}}\n',
  ', ',
  '= ',
  '#',
  '\\',
  '(',
  ')',
  'author = {A and B}',
  '\u0000',
  '王',
)

describe('BlockScanner', () => {
  it('gives an entry up that is longer than a million characters, and goes on behind it', () => {
    const long = `@misc{long,\n title = {${'salt '.repeat(240_000)}}\n}\n`
    const [first, ...rest] = blocks([long, '@misc{next,\n title = {T}\n}\n'])
    expect(first).toMatchObject({ line: 1, trouble: 'too-long' })
    expect(first?.text).toHaveLength(1_000_000)
    expect(rest.map(({ line, inside }) => [line, inside])).toEqual([[4, 'next,\n title = {T}\n']])
  })

  it('takes three entries within an open one for its text, and a fourth for a brace that is missing', () => {
    const within = (count: number) =>
      `@misc{open,\n note = {${'\n@misc{in, title = {T}}'.repeat(count)}\n}}\n`
    expect(blocks([within(3)]).map(({ trouble }) => trouble)).toEqual([undefined])
    expect(blocks([within(4)])[0]).toMatchObject({ line: 1, trouble: 'not-closed' })
    expect(blocks([within(4)])).toHaveLength(5)
  })

  it('looks no further than 50,000 characters for the end of an entry in which another begins', () => {
    const open = (length: number) =>
      `@misc{open,\n note = {\n@misc{in, title = {T}}${'\nsalt'.repeat(length / 5)}}}\n@misc{next}\n`
    const troubles = (text: string) => blocks([text]).map(({ trouble }) => trouble)
    expect(troubles(open(40_000))).toEqual([undefined, undefined])
    expect(troubles(open(60_000))).toEqual(['not-closed', undefined, undefined])
  })

  it('finds the same blocks however the text is cut', () => {
    fc.assert(
      fc.property(
        fc.array(scrap, { maxLength: 25 }),
        fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 10 }),
        (scraps, lengths) => {
          const text = scraps.join('')
          const pieces: string[] = []
          for (let at = 0, i = 0; at < text.length; i++) {
            const length = lengths[i % lengths.length] ?? 1
            pieces.push(text.slice(at, at + length))
            at += length
          }
          expect(blocks(pieces)).toEqual(blocks([text]))
        },
      ),
      { numRuns: 500 },
    )
  })
  it('gives each block with its line, and no piece of text twice', () => {
    fc.assert(
      fc.property(fc.array(scrap, { maxLength: 25 }), (scraps) => {
        const text = scraps.join('')
        const lines = text.split('\n')
        let length = 0
        for (const block of blocks([text])) {
          expect(lines[block.line - 1]).toContain(block.text.split('\n')[0])
          length += block.text.length
        }
        expect(length).toBeLessThanOrEqual(text.length)
      }),
      { numRuns: 500 },
    )
  })
})

describe('readBibtex', () => {
  it('reads anything without an error, and pollutes nothing', async () => {
    const anything = fc.oneof(
      fc.array(scrap, { maxLength: 25 }).map((scraps) => scraps.join('')),
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.array(scrap, { maxLength: 10 }).map((scraps) => `@misc{a, author = {${scraps.join('')}}}`),
    )
    await fc.assert(
      fc.asyncProperty(anything, async (text) => {
        for await (const part of readBibtex([text])) expect(part).toBeTruthy()
      }),
      { numRuns: 1000 },
    )
    expect(Object.keys(Object.prototype)).toEqual([])
    expect(({} as { x?: unknown }).x).toBeUndefined()
  }, 60_000)
})
