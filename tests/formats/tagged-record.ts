import fc from 'fast-check'
import {
  type CslDate,
  type DateParts,
  type Item,
  itemTypes,
  type Name,
} from '../../src/item/item.ts'
import type { LibraryRecord } from '../../src/item/record.ts'
import { collapse, tidy } from '../../src/text/space.ts'
import { recordOf } from './record-of.ts'

/** What a tagged format could stumble over. */
const pieces = [
  'ER  - ',
  'TY  - JOUR',
  '\nER  - \n',
  '\r\nER  - \r\n\r\nTY  - JOUR\r\nTI  - Forged\r\n',
  '\nau - x',
  '\n  DP  - Offprint',
  '\nPMID- 1',
  '\n\nPMID- 1\n',
  '\n      ',
  '\n\n',
  '\n \n',
  ' | RAYYAN-LABELS: a',
  'ASReview_relevant',
  'RAYYAN-INCLUSION: {"A"=>"Included"}',
  'to 2018',
  ',',
  ', ',
  ',,',
  ';',
  '; ',
  '/',
  '-',
  ': ',
  'LABEL: ',
  '(ISSN)',
  '[cs.CL]',
  'arXiv:',
  'A',
  'van der',
  '王小明',
  'Ёлка',
  'نص',
  '🧬',
  'e\u0301',
  '\u2028',
  '\u0000',
  '<i>',
  ' ',
]

const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.array(fc.constantFrom(...pieces), { maxLength: 10 }).map((parts) => parts.join('')),
)

/** Text of one line as the library holds it. */
const line = hostile.map((text) => collapse(tidy(text))).filter((text) => text !== '')

/** Text with paragraphs as the library holds it. */
const block = hostile.map((text) => tidy(text).trim()).filter((text) => text !== '')

/** Keywords as the library holds them: parted by a comma and a space, none empty. */
const keyword = fc
  .array(line, { minLength: 1, maxLength: 4 })
  .map((words) =>
    words
      .join(', ')
      .split(', ')
      .map(collapse)
      .filter((word) => word !== '')
      .join(', '),
  )
  .filter((text) => text !== '')

const word = fc.constantFrom(
  'Berg',
  'Ångström',
  "O'Neill",
  'Иванов',
  'Smith-Jones',
  '王',
  'García Márquez',
  'حسن',
)
const given = fc.constantFrom('Jan', 'J. A.', 'Анна', '小明', 'Jean-Luc', 'Mary Ann', 'JA')

const name: fc.Arbitrary<Name> = fc.oneof(
  fc.record({ family: word, given }),
  fc.record({ family: word, given, suffix: fc.constantFrom('Jr.', 'III') }),
  fc.record({ family: word, given, 'non-dropping-particle': fc.constantFrom('van der', 'de') }),
  fc.record({ family: word, given, 'dropping-particle': fc.constantFrom('von', 'de la') }),
  fc.record({ literal: line.filter((text) => text.length <= 300) }),
  fc.constantFrom<Name>({ family: 'Plato' }, { literal: 'WHO' }, { literal: 'Google' }),
)

const year = fc.integer({ min: 1, max: 9999 })
const month = fc.integer({ min: 1, max: 12 })
const parts: fc.Arbitrary<DateParts> = fc.oneof(
  year.map((y): DateParts => [y]),
  fc.tuple(year, month).map(([y, m]): DateParts => [y, m]),
  fc.tuple(year, month, fc.integer({ min: 1, max: 31 })).map((ymd): DateParts => ymd),
)
const dateParts = fc.array(parts, { minLength: 1, maxLength: 2 })

/** Dates in parts, in words, or both. */
const date: fc.Arbitrary<CslDate> = fc.oneof(
  dateParts.map((of) => ({ 'date-parts': of })),
  line.map((literal) => ({ literal })),
  fc.record({ 'date-parts': dateParts, literal: line }),
)

const section = fc.oneof(
  fc.record({
    label: fc.constantFrom('BACKGROUND', 'Aims and methods', 'RÉSUMÉ', 'ЦЕЛЬ'),
    text: block,
  }),
  fc.record({ text: block }),
)

const item: fc.Arbitrary<Item> = fc.record(
  {
    type: fc.constantFrom(...itemTypes),
    title: line,
    author: fc.array(name, { minLength: 1, maxLength: 4 }),
    editor: fc.array(name, { minLength: 1, maxLength: 2 }),
    'container-title': line,
    'container-title-short': line,
    'collection-title': line,
    'event-title': line,
    publisher: line,
    'publisher-place': line,
    issued: date,
    accessed: date,
    volume: line,
    issue: line,
    page: fc.oneof(fc.constantFrom('12-19', 'S12-S19', '1-3, 7-9', 'e100', '5-5', '12–19'), line),
    number: fc.oneof(fc.constantFrom('arXiv:1706.03762v5', 'e12'), line),
    edition: line,
    version: line,
    archive: fc.oneof(fc.constant('arXiv'), line),
    archive_location: fc.oneof(fc.constantFrom('cs.CL', '123'), line),
    genre: line,
    DOI: fc.oneof(fc.constant('10.1000/a(1)_b<c>'), line),
    PMID: fc.oneof(fc.constant('12345678'), line),
    PMCID: fc.oneof(fc.constant('PMC123'), line),
    ISSN: fc.oneof(fc.constantFrom('0378-5955', '0378-5955, 1234-5678'), line),
    ISBN: fc.oneof(fc.constant('978-3-16-148410-0'), line),
    URL: fc.oneof(fc.webUrl(), line),
    language: fc.constantFrom('en', 'pt-BR'),
    keyword,
  },
  { requiredKeys: ['type', 'title'] },
)

/** Any record that a format of tagged lines can carry, with text that tries to leave its field. */
export const taggedRecord: fc.Arbitrary<LibraryRecord> = fc
  .tuple(
    item,
    fc.record(
      {
        sections: fc.array(section, { maxLength: 4 }),
        tags: fc.array(line, { maxLength: 4 }),
        publicationTypes: fc.uniqueArray(fc.constantFrom('Review', 'Meta-Analysis', 'Letter'), {
          maxLength: 2,
        }),
        note: block,
        decision: fc.constantFrom('include', 'maybe', 'exclude'),
        reason: block,
        citationKey: fc.constantFrom('ito2020dust', 'A:b_c-1'),
      },
      { requiredKeys: ['sections', 'tags', 'publicationTypes'] },
    ),
  )
  .map(([of, more]) => recordOf(of, more as Partial<LibraryRecord>))

/** Any record with fields that nobody tidied. */
export const wildRecord: fc.Arbitrary<LibraryRecord> = fc
  .tuple(taggedRecord, fc.array(hostile, { minLength: 8, maxLength: 8 }))
  .map(
    ([
      of,
      [
        title = '',
        family = '',
        given_ = '',
        literal = '',
        note = '',
        tag = '',
        text = '',
        page = '',
      ],
    ]) => ({
      ...of,
      item: {
        ...of.item,
        title,
        author: [
          { family, given: given_, suffix: tag, 'non-dropping-particle': page },
          { literal },
        ],
        page,
        issued: { literal: note },
        keyword: text,
      },
      sections: [{ label: tag, text }],
      note,
      reason: text,
      tags: [tag],
      citationKey: title,
    }),
  )
