import { identifiersOf } from '../item/identifier.ts'
import type { Item } from '../item/item.ts'
import { familyOf } from '../item/name.ts'
import type { NewRecord, Source } from '../item/record.ts'
import { comparable } from '../text/comparable.ts'
import { readField } from './field.ts'
import type { StampedDocument } from './versions.ts'

/** What the names of the `ids` begin with that say which identifiers a reader typed: `typed:doi:10.…`. No identifier is of this kind. */
export const typedPrefix = 'typed:'

/** A paper as far as its words tell it from another. */
type Words = Pick<NewRecord, 'item' | 'source'>

/**
 * The identifiers that a paper has by its reader's typing alone: one wrong letter in them, and they are another paper's. What
 * its page (`identifiers`) or a file says of it too is none of them.
 */
export function typedIdentifiers({
  item,
  source,
  identifiers,
}: Pick<NewRecord, 'item' | 'source' | 'identifiers'>): ReadonlySet<string> {
  const typed = identifying.filter((variable) => source.fields[variable]?.source === 'reader')
  if (typed.length === 0) return none
  const rest: Item = { ...item }
  for (const variable of typed) delete rest[variable]
  const others = new Set([...identifiers, ...identifiersOf(rest)])
  return new Set(identifiersOf(item).filter((identifier) => !others.has(identifier)))
}

/** The same of a stored document. */
export function typedIn(document: StampedDocument): ReadonlySet<string> {
  const source = readField(document, 'source')
  if (!source || identifying.every((variable) => source.fields[variable]?.source !== 'reader'))
    return none
  const same = Object.keys(document).filter(
    (field) => field.startsWith('same:') && document[field] === true,
  )
  const identifiers = same.map((field) => field.slice('same:'.length))
  return typedIdentifiers({ item: itemIn(document), source, identifiers })
}

/**
 * True where the words of two papers say that they are two: another title, or another first author. What only stands in for a
 * title (a link's words, the window's) says nothing, and nor does what is missing.
 */
export function areTwo(a: Words, b: Words): boolean {
  return differ(titleOf(a), titleOf(b)) || differ(firstAuthorOf(a), firstAuthorOf(b))
}

/** A stored document's words. */
export function wordsIn(document: StampedDocument): Words {
  return { item: itemIn(document), source: readField(document, 'source') ?? unknown }
}

/** The variables that an identifier is read from. */
const identifying = ['DOI', 'PMID', 'PMCID', 'number', 'archive', 'URL'] as const

const none: ReadonlySet<string> = new Set()
const unknown: Source = {
  url: '',
  portal: 'generic',
  capturedAt: '',
  fields: {},
  removed: [],
  doubts: [],
}

/** As much of a document's item as is looked at here. */
function itemIn(document: StampedDocument): Item {
  const item: Item = { type: 'document' }
  for (const variable of ['title', ...identifying] as const) {
    const text = readField(document, variable)
    if (text !== undefined) item[variable] = text
  }
  const author = readField(document, 'author')
  return author ? { ...item, author } : item
}

function titleOf({ item, source }: Words): string {
  const from = source.fields.title?.source
  return from === 'link' || from === 'window title' ? '' : comparable(item.title ?? '')
}

function firstAuthorOf({ item }: Words): string {
  const first = item.author?.[0]
  return first === undefined ? '' : comparable(familyOf(first))
}

function differ(a: string, b: string): boolean {
  return a !== '' && b !== '' && a !== b
}
