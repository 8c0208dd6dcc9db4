import { dateToText } from '../item/date.ts'
import { dateVariables, nameVariables, textVariables, type Variable } from '../item/item.ts'
import { nameToText } from '../item/name.ts'
import type { ReaderFields } from '../item/record.ts'
import { fold } from '../text/fold.ts'
import { collapse, tidy } from '../text/space.ts'
import type { EntryRecord, WriteOptions } from './entry.ts'
import { inParagraphs, textOfAbstract } from './labelled-sections.ts'

/** What of a record is compared with what a file gives back. */
export type ComparedField =
  | Variable
  | keyof ReaderFields
  | 'sections'
  | 'citationKey'
  | 'publicationTypes'

interface Compared {
  field: ComparedField
  /** What the field says, as one text; empty where it says nothing. */
  of: (record: EntryRecord) => string
  /** The option that leaves it out of a file. */
  unless?: keyof WriteOptions
}

const words = (text: string | undefined): string => collapse(tidy(text ?? ''))

/** Words in a set: their order says nothing, and neither does their case. */
const set = (texts: readonly string[]): string =>
  [...new Set(texts.map((text) => fold(words(text))))]
    .filter((text) => text !== '')
    .sort()
    .join('\n')

const special = new Set<Variable>(['abstract', 'keyword'])

/** The fields in the order in which a person reads them; two records say the same where all these texts are the same. */
export const comparedFields: readonly Compared[] = [
  { field: 'type', of: ({ item }) => item.type },
  ...textVariables
    .filter((variable) => !special.has(variable))
    .map((variable): Compared => ({ field: variable, of: ({ item }) => words(item[variable]) })),
  ...nameVariables.map(
    (variable): Compared => ({
      field: variable,
      of: ({ item }) => (item[variable] ?? []).map((name) => words(nameToText(name))).join('\n'),
    }),
  ),
  ...dateVariables.map(
    (variable): Compared => ({
      field: variable,
      of: ({ item }) => words(item[variable] && dateToText(item[variable])),
    }),
  ),
  { field: 'keyword', of: ({ item }) => set((item.keyword ?? '').split(/[,;]/)) },
  { field: 'abstract', of: textOfAbstract, unless: 'abstracts' },
  { field: 'sections', of: labelsOf, unless: 'abstracts' },
  { field: 'tags', of: ({ tags }) => set(tags), unless: 'tags' },
  { field: 'note', of: ({ note }) => inParagraphs(note ?? ''), unless: 'notes' },
  { field: 'decision', of: ({ decision }) => decision ?? '', unless: 'decisions' },
  { field: 'reason', of: ({ reason }) => inParagraphs(reason ?? ''), unless: 'decisions' },
  { field: 'assessed', of: ({ assessed }) => (assessed ? 'yes' : ''), unless: 'decisions' },
  { field: 'citationKey', of: ({ citationKey }) => citationKey ?? '' },
  {
    field: 'publicationTypes',
    of: ({ publicationTypes }) => (publicationTypes ?? []).map(words).join('\n'),
  },
]

/** The labels of an abstract; its text is compared by itself. */
function labelsOf({ sections }: EntryRecord): string {
  return sections.flatMap(({ label }) => (label === undefined ? [] : [words(label)])).join('\n')
}
