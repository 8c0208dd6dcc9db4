import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formats } from '../../src/formats/index.ts'
import {
  type BackupHighlight,
  type BackupRecord,
  readBackup,
  writeBackup,
} from '../../src/formats/json.ts'
import { scanJson } from '../../src/formats/json-scan.ts'

async function written(
  records: BackupRecord[],
  highlights: BackupHighlight[] = [],
): Promise<string> {
  let text = ''
  for await (const piece of writeBackup(records, highlights)) text += piece
  return text
}

function paper(id: string, more: { [field: string]: unknown } = {}): BackupRecord {
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

function errorOf(text: string): string {
  const reading = readBackup(text)
  return reading.ok ? 'no error' : reading.error
}

function file(records: string, more = ''): string {
  return `{"format":"offprint","schema":1,"records":[${records}],"highlights":[]${more}}`
}

describe('the backup file', () => {
  it('comes back as it went', async () => {
    const records = [
      paper('r:0a'),
      paper('u:01ARZ', { odd: { deep: [1, null, 'é\u2028\ud800'] }, tags: [] }),
    ]
    const highlights = [{ id: 'a:01ARZ', s: 1, m: {}, ref: 'r:0a', text: 'dust' }]
    const text = await written(records, highlights)
    expect(JSON.parse(text)).toEqual({ format: 'offprint', schema: 1, records, highlights })
    expect(readBackup(text)).toEqual({ ok: true, value: { records, highlights, refused: [] } })
    expect(readBackup(`\ufeff${text}`)).toEqual(readBackup(text))
  })
  it('comes back empty, and with anything in the fields', async () => {
    expect(readBackup(await written([]))).toEqual({
      ok: true,
      value: { records: [], highlights: [], refused: [] },
    })
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.jsonValue({ maxDepth: 5 }), { maxLength: 5 }),
        async (values) => {
          const records = values.map((value, i) =>
            paper(`r:${i}`, {
              value: JSON.parse(
                JSON.stringify(value).replace(/__proto__|constructor|prototype/g, 'x'),
              ),
            }),
          )
          const reading = readBackup(await written(records))
          expect(reading.ok && reading.value.records).toEqual(records)
        },
      ),
    )
  })
  it('is written one document at a time', async () => {
    let read = 0
    function* source(): Generator<BackupRecord> {
      for (; read < 1000; read++) yield paper(`r:${read}`)
    }
    const pieces = writeBackup(source(), [])
    await pieces.next()
    await pieces.next()
    expect(read).toBe(0)
    await pieces.return(undefined)
  })
})

describe('readBackup refuses', () => {
  it.each([
    ['', 'This file is empty.'],
    [' \n', 'This file is empty.'],
    ['@article{x,', 'This file is not JSON, or it is damaged.'],
    ['{"format":}', 'This file is not JSON, or it is damaged.'],
    ['[]', 'This is a JSON file, but not an Offprint backup.'],
    ['null', 'This is a JSON file, but not an Offprint backup.'],
    ['{"records":[]}', 'This is a JSON file, but not an Offprint backup.'],
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
  ])('%j', (text, error) => {
    expect(errorOf(text)).toBe(error)
  })
  it('a newer schema, naming both', () => {
    expect(errorOf('{"format":"offprint","schema":2,"records":[]}')).toMatch(
      /newer version of Offprint \(format 2; this version reads up to 1\)/,
    )
  })
  it('a file cut off anywhere', async () => {
    const text = (await written([paper('r:0a', { note: 'a "quoted\\" } ] note' })])).trimEnd()
    for (let end = 1; end < text.length; end++) {
      expect(errorOf(text.slice(0, end)), text.slice(0, end)).toMatch(/breaks off before its end/)
    }
  })
  it('junk behind, and says where', async () => {
    expect(errorOf(`${await written([])}{"more":1}`)).toMatch(/\(line 4, column 1\)/)
  })
  it('depth bombs, before anything is parsed', () => {
    for (const text of [
      '['.repeat(10_000) + ']'.repeat(10_000),
      file(`{"id":"r:1","s":1,"m":${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}}`),
    ]) {
      expect(errorOf(text)).toMatch(/nests too deeply/)
    }
  })
})

describe('readBackup keeps the good documents', () => {
  it('and says which it could not take, and why', () => {
    const good = '{"id":"r:1","s":1,"m":{},"tags":["x",3]}'
    const reading = readBackup(
      file(
        [
          good,
          '7',
          '{"s":1,"m":{}}',
          '{"id":"_design/x","s":1,"m":{}}',
          '{"id":"r:2","s":"1","m":{}}',
          '{"id":"r:3","s":1e999,"m":{}}',
          '{"id":"r:4","s":1}',
          '{"id":"r:1","s":1,"m":{},"title":"twice"}',
          '{"id":"r:5","s":1,"m":{"c":{"dev":1e999}}}',
        ].join(','),
      ),
    )
    expect(reading.ok && reading.value.records).toEqual([{ id: 'r:1', s: 1, m: {}, tags: ['x'] }])
    expect(reading.ok && reading.value.refused.map(({ place, why }) => `${place} ${why}`)).toEqual([
      '2 is no record',
      '3 has no valid id',
      '4 has no valid id',
      '5 has no schema number',
      '6 has no schema number',
      '7 has no stamps',
      '8 has the same id as one before it',
      '9 holds a number that is too large',
    ])
  })
  it('without the keys that reach for a prototype', () => {
    const reading = readBackup(
      file(
        '{"id":"r:1","s":1,"m":{"__proto__":{"x":1},"t":{}},"constructor":{"prototype":{"x":1}},"\\u005f_proto__":{"tags":["evil"]}}',
      ),
    )
    const [one] = reading.ok ? reading.value.records : []
    expect(one).toStrictEqual({ id: 'r:1', s: 1, m: { t: {} }, tags: [] })
    expect(Object.keys(one ?? {})).toEqual(['id', 's', 'm', 'tags'])
    expect(Object.getPrototypeOf(one?.m)).toBe(Object.prototype)
  })
})

describe('scanJson', () => {
  it('finds no fault in what JSON.stringify writes', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(undefined, 1), (value, indent) => {
        expect(scanJson(JSON.stringify(value, null, indent), 1000)).toBeUndefined()
      }),
    )
  })
})

describe('formats', () => {
  it('have distinct ids and extensions', () => {
    expect(formats.map((format) => `${format.id}.${format.extension} ${format.mime}`)).toEqual([
      'bibtex.bib application/x-bibtex',
      'json.json application/json',
    ])
  })
})
