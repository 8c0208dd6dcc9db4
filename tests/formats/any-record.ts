import fc from 'fast-check'
import type { Entry, EntryRecord } from '../../src/formats/entry.ts'
import { abstractText } from '../../src/item/abstract-text.ts'
import { itemTypes, textVariables } from '../../src/item/item.ts'
import { parseItem, parseSections, parseSource } from '../../src/item/parse.ts'
import type { LibraryRecord } from '../../src/item/record.ts'
import { collapse, tidy } from '../../src/text/space.ts'

/** What files and those who read them trip over. */
const hostile = fc.constantFrom(
  '"',
  '""',
  "'",
  "'=1",
  '=HYPERLINK("http://x.example")',
  '+1',
  '-1',
  '@SUM(A1)',
  '\t',
  '\r\n',
  '\n\n',
  ',',
  ';',
  '\\',
  '\\;',
  '|',
  '\\|',
  '{',
  '}',
  '[{"id":"x"}]',
  '},{"',
  '\u0000',
  '\u202e',
  '\u2066',
  '\ud800',
  '\ufeff',
  '\u2028',
  '__proto__',
  '<i>',
  '</i>',
  '<sc>x</sc>',
  '&amp;',
  '<p>',
  'NA',
  'LABEL: ',
  'van der ',
  ' de',
  '王小明',
  'é',
)

/** Text of words, signs and anything. */
export const anyText = fc
  .array(
    fc.oneof(hostile, fc.string({ unit: 'binary', maxLength: 8 }), fc.lorem({ maxCount: 3 })),
    {
      maxLength: 6,
    },
  )
  .map((parts) => parts.join(''))

const name = fc.oneof(
  fc.record({ literal: anyText }),
  fc.record(
    {
      family: anyText,
      given: anyText,
      'dropping-particle': anyText,
      'non-dropping-particle': anyText,
      suffix: anyText,
    },
    { requiredKeys: [] },
  ),
)

const date = fc.oneof(
  fc.record({
    'date-parts': fc.array(
      fc.oneof(
        fc.tuple(fc.integer({ min: 1, max: 9999 })),
        fc.tuple(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 1, max: 12 })),
      ),
      { minLength: 1, maxLength: 2 },
    ),
  }),
  fc.record({ literal: anyText }),
)

const anyItem = fc.record(
  {
    type: fc.constantFrom(...itemTypes),
    ...Object.fromEntries(textVariables.map((variable) => [variable, anyText])),
    URL: fc.webUrl({ withQueryParameters: true, withFragments: true }),
    author: fc.array(name, { maxLength: 4 }),
    editor: fc.array(name, { maxLength: 2 }),
    issued: date,
    accessed: date,
  },
  { requiredKeys: ['type'] },
)

const anySections = fc.array(
  fc.record({ label: anyText, text: anyText }, { requiredKeys: ['text'] }),
  { maxLength: 4 },
)

const words = fc.option(
  anyText.map((text) => tidy(text).trim() || 'words'),
  { nil: undefined },
)

/** A record as the library can have it: whatever was written into it, it went through the library's own checks. */
export const anyRecord: fc.Arbitrary<LibraryRecord> = fc
  .record({
    item: anyItem,
    sections: anySections,
    texts: fc.array(anyText, { maxLength: 3 }),
    tags: fc.array(anyText, { maxLength: 4 }),
    note: words,
    reason: words,
    decision: fc.constantFrom(undefined, 'include', 'maybe', 'exclude'),
    assessed: fc.boolean(),
    citationKey: fc.constantFrom(
      undefined,
      'smith2020deep',
      'a:b_c-1',
      '__proto__',
      '10.1145/12+ü',
    ),
    time: fc.date({ noInvalidDate: true, min: new Date(0), max: new Date(4e12) }),
  })
  .map((made): LibraryRecord => {
    const { abstract: _, ...item } = parseItem(made.item) ?? { type: 'document' }
    const sections = parseSections(made.sections)
    const abstract = abstractText(sections)
    const time = made.time.toISOString()
    const source = parseSource({
      url: 'https://example.org/a',
      portal: 'generic',
      capturedAt: time,
      fields: { title: { source: 'citation_title', others: [{ value: 'x', source: 'h1' }] } },
      removed: made.texts.map((text) => ({ rule: 'rule', text })),
      doubts: ['no-authors'],
    })
    if (!source) throw new Error('a source is no source')
    return {
      id: 'u:01ARZ3NDEKTSV4RRFFQ69G5FAV',
      item: abstract === undefined ? item : { ...item, abstract },
      sections,
      publicationTypes: ['Journal Article'],
      identifiers: ['doi:10.1000/a'],
      tags: distinct(made.tags),
      savedAt: time,
      source,
      deleted: false,
      ...(made.note !== undefined && { note: made.note }),
      ...(made.reason !== undefined && { reason: made.reason }),
      ...(made.decision !== undefined && { decision: made.decision }),
      ...(made.assessed && { assessed: true as const }),
      ...(made.citationKey !== undefined && { citationKey: made.citationKey }),
    }
  })

/** Tags as the library has them: tidy, none empty, each once whatever its case. */
function distinct(texts: readonly string[]): string[] {
  const tags = texts.map((text) => collapse(tidy(text))).filter((text) => text !== '')
  return [
    ...new Map(tags.toReversed().map((tag) => [tag.toLowerCase(), tag])).values(),
  ].toReversed()
}

/** A text in pieces of so many characters. */
export function* piecesOf(text: string, size = 65_536): Generator<string> {
  for (let from = 0; from < text.length; from += size) yield text.slice(from, from + size)
}

/** All pieces of a text as one. */
export async function joinedText(pieces: AsyncIterable<string>): Promise<string> {
  let text = ''
  for await (const piece of pieces) text += piece
  return text
}

/** All that comes, as a list. */
export async function listOfAll<T>(entries: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = []
  for await (const entry of entries) list.push(entry)
  return list
}

/** The records of entries of which none is broken. */
export function recordsIn(entries: readonly Entry[]): EntryRecord[] {
  return entries.map((entry) => {
    if ('broken' in entry) throw new Error(JSON.stringify(entry))
    return entry.record
  })
}

/** The titles, and the lines of what is broken. */
export function outlineOf(entries: readonly Entry[]): (string | number | undefined)[] {
  return entries.map((one) => ('broken' in one ? one.broken.line : one.record.item.title))
}

/** Reads files with a format's reader, in pieces of so many characters: the entries, their records, their titles. */
export function readingWith(reader: (text: Iterable<string>) => AsyncIterable<Entry>) {
  const read = (text: string, size?: number) => listOfAll(reader(piecesOf(text, size)))
  return {
    read,
    records: async (text: string) => recordsIn(await read(text)),
    outline: async (text: string, size?: number) => outlineOf(await read(text, size)),
  }
}
