import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formats } from '../../src/formats/index.ts'
import {
  type BackupPart,
  type BackupSummary,
  readBackup,
  writeBackup,
} from '../../src/formats/json.ts'
import { JsonFault, jsonParts } from '../../src/formats/json-parts.ts'

const head = { writtenAt: '2026-11-29T10:00:00.000Z', device: '0123456789abcdef' }

async function written(records: object[], highlights: object[] = []): Promise<string> {
  let text = ''
  for await (const piece of writeBackup(head, records, highlights)) text += piece
  return text
}

/** A text's bytes in pieces of so many. */
function* bytesOf(text: string, size = 1 << 20): Generator<Uint8Array> {
  const bytes = new TextEncoder().encode(text)
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size)
}

interface Read {
  records: unknown[]
  highlights: unknown[]
  summary: BackupSummary | undefined
}

async function read(text: string, size?: number): Promise<Read> {
  const found: Read = { records: [], highlights: [], summary: undefined }
  for await (const part of readBackup(bytesOf(text, size)) as AsyncIterable<BackupPart>) {
    if ('summary' in part) found.summary = part.summary
    else found[part.where].push(part.document)
  }
  return found
}

async function errorOf(text: string): Promise<string> {
  return read(text).then(
    () => 'no error',
    (error: Error) => error.message,
  )
}

function paper(id: string, more: { [field: string]: unknown } = {}): object {
  return {
    id,
    s: 1,
    m: { c: { dev: 2 }, t: { title: [['dev', 1], 1] } },
    title: 'Dust',
    'tag:x': true,
    tags: ['x'],
    ...more,
  }
}

function file(records: string, more = ''): string {
  return `{"format":"offprint","schema":1,"records":[${records}],"highlights":[]${more}}`
}

describe('the backup file', () => {
  it('comes back as it went, in whatever pieces, and says who wrote it', async () => {
    const records = [
      paper('r:0a'),
      paper('u:01ARZ', { odd: { deep: [1, null, 'é\u2028\ud800 "quoted\\" } ] 雪'] }, tags: [] }),
    ]
    const highlights = [{ id: 'a:01ARZ', s: 1, m: {}, ref: 'r:0a', text: 'dust' }]
    const text = await written(records, highlights)
    const parsed = JSON.parse(text)
    expect(parsed).toMatchObject({ format: 'offprint', schema: 1, ...head, records, highlights })
    const summary = { ...head, counts: { records: 2, highlights: 1 }, doubts: [] }
    for (const size of [1, 2, 3, 7, 100, undefined])
      expect(await read(text, size), `pieces of ${size}`).toEqual({ records, highlights, summary })
  })

  it('comes back empty, and with anything in the fields', async () => {
    expect(await read(await written([]))).toMatchObject({ records: [], summary: { doubts: [] } })
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.jsonValue({ maxDepth: 5 }), { maxLength: 5 }),
        fc.integer({ min: 1, max: 50 }),
        async (values, size) => {
          const records = values.map((value, i) => paper(`r:${i}`, { value }))
          const json = JSON.parse(JSON.stringify(records))
          const found = await read(await written(records), size)
          expect(found.records).toEqual(json)
          expect(found.summary?.doubts).toEqual([])
        },
      ),
    )
  })

  it('is written one document at a time', async () => {
    let taken = 0
    function* source(): Generator<object> {
      for (; taken < 100_000; taken++) yield paper(`r:${taken}`)
    }
    const pieces = writeBackup(head, source(), [])
    await pieces.next()
    expect(taken).toBeLessThan(2_000)
    await pieces.return({ records: 0, highlights: 0 })
  })

  it('has a checksum over all but its last line, as sha256sum makes it', async () => {
    const text = await written([paper('r:0a')])
    const { createHash } = await import('node:crypto')
    const body = text.slice(0, text.lastIndexOf('\n', text.length - 2) + 1)
    const hash = createHash('sha256').update(body).digest('hex')
    expect(text.endsWith(`"checksum":"sha256:${hash}"}\n`)).toBe(true)
  })

  it('that was changed by hand is read, and says so', async () => {
    const text = await written([paper('r:0a'), paper('r:0b')])
    const changed = await read(text.replace('Dust', 'Rust'))
    expect(changed.summary?.doubts).toEqual(['changed'])
    const [first = ''] = text.split('\n').filter((line) => line.includes('r:0a'))
    expect((await read(text.replace(`${first}\n`, ''))).summary?.doubts).toEqual([
      'changed',
      'counts',
    ])
    // Formatted by an editor, and without what version 0 did not write.
    const { counts: _c, checksum: _s, ...rest } = JSON.parse(text)
    const formatted = await read(`\ufeff${JSON.stringify(rest, undefined, 2)}`, 5)
    expect(formatted.records).toHaveLength(2)
    expect(formatted.summary?.doubts).toEqual([])
  })
})

describe('readBackup refuses', () => {
  it.each([
    ['', 'This file is empty.'],
    [' \n', 'This file is empty.'],
    ['@article{x,', 'This file is not JSON, or it is damaged (line 1).'],
    ['{\n"format":}', 'This file is not JSON, or it is damaged (line 2).'],
    ['[]', 'This is a JSON file, but not an Offprint backup.'],
    ['null', 'This is a JSON file, but not an Offprint backup.'],
    ['{"records":[]}', 'This is a JSON file, but not an Offprint backup.'],
    ['{"format":"zotero","records":[]}', 'This is a JSON file, but not an Offprint backup.'],
    [
      '{"__proto__":{"format":"offprint","schema":1,"records":[]}}',
      'This is a JSON file, but not an Offprint backup.',
    ],
    [
      '{"format":"offprint","schema":"1","records":[]}',
      'This Offprint backup does not say which version of the format it has.',
    ],
    [
      '{"format":"offprint","schema":1}',
      'This Offprint backup is damaged: its list of records is missing.',
    ],
    [
      '{"format":"offprint","schema":1,"records":[],"highlights":{}}',
      'This Offprint backup is damaged: its list of records is missing.',
    ],
  ])('%j', async (text, error) => {
    expect(await errorOf(text)).toBe(error)
  })

  it('a newer schema, naming both, before anything of it is read', async () => {
    const text = '{"format":"offprint","schema":2,"records":[{"id":"r:1"}]}'
    expect(await errorOf(text)).toMatch(
      /newer version of Offprint \(format 2; this version reads up to 1\)/,
    )
    await expect(readBackup(bytesOf(text)).next()).rejects.toThrow(/newer/)
  })

  it('a file cut off anywhere', async () => {
    const text = (await written([paper('r:0a', { note: 'a "quoted\\" } ] note' })])).trimEnd()
    for (let end = 1; end < text.length; end++)
      expect(await errorOf(text.slice(0, end)), text.slice(0, end)).toMatch(
        /breaks off before its end/,
      )
  })

  it('junk behind, and says where', async () => {
    const text = await written([])
    const lines = text.split('\n').length
    expect(await errorOf(`${text}{"more":1}`)).toMatch(new RegExp(`\\(line ${lines}\\)`))
  })

  it('depth bombs, before anything is parsed', async () => {
    expect(
      await errorOf(file(`{"id":"r:1","s":1,"m":${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}}`)),
    ).toMatch(/nests too deeply/)
  })
})

describe('readBackup keeps the good documents', () => {
  it('and hands on what is none as it stands there', async () => {
    const { records } = await read(file('{"id":"r:1"},7,{"id":1e999},nul,{"id":"r:2"}'))
    expect(records).toEqual([
      { id: 'r:1' },
      7,
      { id: Number.POSITIVE_INFINITY },
      'nul',
      { id: 'r:2' },
    ])
  })

  it('whatever stands before and between', async () => {
    const text = `{"records":[{"id":"r:1"}],"else":[[1,2],{"a":[]}],"schema":1,"more":{"x":[1]},"format":"offprint"}`
    expect((await read(text, 3)).records).toEqual([{ id: 'r:1' }])
  })
})

describe('jsonParts', () => {
  it('gives every member and element of what JSON.stringify writes', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.dictionary(fc.string(), fc.jsonValue()),
        fc.constantFrom(undefined, 1),
        fc.integer({ min: 1, max: 20 }),
        async (value, indent, size) => {
          const text = JSON.stringify(value, null, indent)
          const pieces = Array.from({ length: Math.ceil(text.length / size) }, (_, i) =>
            text.slice(i * size, (i + 1) * size),
          )
          const members: [string, unknown][] = []
          for await (const part of jsonParts(pieces, 1000)) {
            if ('begins' in part) members.push([part.key, []])
            else if ('value' in part) members.push([part.key, JSON.parse(part.value)])
            else {
              const [key, list] = members.at(-1) ?? []
              expect(key).toBe(part.key)
              expect((list as unknown[]).push(JSON.parse(part.element))).toBe(part.at + 1)
            }
          }
          expect(Object.fromEntries(members)).toEqual(JSON.parse(text))
        },
      ),
    )
  })

  it('never throws anything but its own fault', async () => {
    const json = fc.string({ unit: fc.constantFrom(...'{}[]",:\\ \n1a') })
    await fc.assert(
      fc.asyncProperty(json, async (text) => {
        try {
          for await (const _ of jsonParts([text], 5));
        } catch (error) {
          expect(error).toBeInstanceOf(JsonFault)
        }
      }),
      { numRuns: 2000 },
    )
  })
})

describe('formats', () => {
  it('have ids of their own, in the order in which they are offered, and the types of their files', () => {
    expect(formats.map((format) => `${format.id}.${format.extension} ${format.mime}`)).toEqual([
      'bibtex.bib application/x-bibtex',
      'biblatex.bib application/x-bibtex',
      'json.json application/json',
      'csl-json.json application/vnd.citationstyles.csl+json',
      'ris.ris application/x-research-info-systems',
      'nbib.nbib application/nbib',
      'csv.csv text/csv',
    ])
  })
})
