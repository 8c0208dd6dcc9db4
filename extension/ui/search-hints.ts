import { values } from '../../src/library/search/query-values.ts'
import { searchFields, typedField } from '../../src/library/search/typed-field.ts'
import { t } from '../i18n.ts'
import type { TagCount } from './library-reader.ts'
import { completions } from './tag-completion.ts'
import { tagSearch } from './tag-search.ts'

/** What may be typed next. */
export interface SearchHint {
  /** The field that is being typed; empty where nothing is typed. */
  of: string
  /** What is said above the choices, or in their place. */
  line?: string
  choices: readonly SearchChoice[]
}

/** One thing that may be typed. */
export interface SearchChoice {
  shown: string
  /** What it looks for. */
  about?: string
  /** How many papers have it. */
  count?: number
  /** The whole search after it was chosen. */
  text: string
}

/** What may stand next in a search, or undefined where that is anything; `now` is ISO 8601. */
export function searchHint(
  text: string,
  tags: readonly TagCount[],
  now: string,
): SearchHint | undefined {
  if (text === '') return { of: '', choices: beginnings() }
  const typed = typedField(text)
  if (!typed) return undefined
  const { field, value, before } = typed
  const hint = (choices: readonly SearchChoice[], line?: string): SearchHint | undefined =>
    choices.length === 0 && line === undefined
      ? undefined
      : { of: field, choices, ...(line !== undefined && { line }) }
  // A blank behind what was chosen ends it: the next word may follow.
  const behind = (shown: string) => ({ shown, text: `${before}${shown} ` })
  if (field === 'tag') {
    const known = completions(tags, value, [], 6)
    const name = before.slice(0, -field.length - 1)
    return hint(
      known.map(({ tag, count }) => ({ shown: tag, count, text: `${name}${tagSearch(tag)} ` })),
    )
  }
  if (field === 'is' || field === 'no') {
    const begun = values[field].filter((one) => one.startsWith(value.toLowerCase()))
    return hint(
      begun.map((one) => ({
        ...behind(one),
        about: t(abouts[`${field}:${one}` as keyof typeof abouts]),
      })),
    )
  }
  if (value !== '') return undefined
  if (field === 'year') {
    const year = Number(now.slice(0, 4))
    return hint([`${year}`, `${year - 4}-${year}`, `${year - 4}-`, `-${year - 5}`].map(behind))
  }
  return hint([], t('searchHintWords', `\u2068${field}:"van der Berg"\u2069`))
}

const abouts = {
  'is:unread': 'toReview',
  'is:include': 'statusIncluded',
  'is:maybe': 'maybe',
  'is:exclude': 'statusExcluded',
  'is:assessed': 'fieldAssessed',
  'no:doi': 'noDoi',
  'no:abstract': 'searchHintNoAbstract',
} as const

function beginnings(): SearchChoice[] {
  return [
    ...searchFields.map((field) => ({
      shown: `${field}:`,
      about: t(names[field]),
      text: `${field}:`,
    })),
    { shown: '"…"', about: t('searchHintPhrase'), text: '"' },
    { shown: '-…', about: t('searchHintNot'), text: '-' },
  ]
}

const names = {
  tag: 'tags',
  author: 'fieldAuthor',
  title: 'fieldTitle',
  journal: 'fieldContainerTitle',
  note: 'note',
  year: 'fieldIssued',
  is: 'fieldDecision',
  no: 'searchHintNo',
} as const satisfies Record<(typeof searchFields)[number], string>
