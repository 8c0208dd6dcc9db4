import type { ItemType } from '../item/item.ts'
import { isOthers } from '../item/name.ts'
import type { LibraryRecord } from '../item/record.ts'
import { collapse, tidy } from '../text/space.ts'
import type { Records, WriteOptions } from './entry.ts'
import { writeInvertedName } from './inverted-name.ts'
import { textOfAbstract } from './labelled-sections.ts'
import {
  nbibKindOf,
  nbibLanguages,
  nbibNames,
  nbibOwner,
  nbibRowsOf,
  nbibTypes,
  publisherTerms,
} from './nbib-fields.ts'
import { foldField } from './nbib-fold.ts'
import { shortName, writeNbibDate } from './nbib-parts.ts'

type Add = (tag: string, value: string | undefined) => void

/** MARC's code of a language by its BCP 47 tag. */
const marcCodes = new Map([...nbibLanguages].map(([marc, tag]) => [tag, marc]))

/**
 * Records as a UTF-8 file in PubMed's format (NBIB, MEDLINE), one entry a piece, an empty line between.
 *
 * The publisher's keywords and the reader's tags are both OT; the term's owner that PubMed names before them (OTO) says
 * whose they are. The note is GN, which is NLM's tag for a note about an entry.
 */
export async function* writeNbib(
  records: Records,
  options: WriteOptions = {},
): AsyncGenerator<string> {
  let separator = ''
  for await (const record of records) {
    yield `${separator}${nbibEntry(record, options)}`
    separator = '\n'
  }
}

/** One record as an NBIB entry, a line end behind. */
export function nbibEntry(record: LibraryRecord, options: WriteOptions = {}): string {
  const { item } = record
  let text = ''
  const line: Add = (tag, value) => {
    if (value !== undefined && value !== '') text += foldField(tag, value)
  }
  const add: Add = (tag, value) => line(tag, collapse(tidy(value ?? '')))
  for (const row of nbibRowsOf(nbibKindOf(item.type))) {
    const value = item[row.variable]
    add(row.tag, row.tag === 'LA' && value !== undefined ? (marcCodes.get(value) ?? value) : value)
    // PubMed begins with PMID and OWN, in this order.
    if (row.tag === 'PMID') add('OWN', nbibOwner)
    if (row.tag === 'PG') addParts(record, options, add, line)
  }
  addTypes(record, add)
  addTerms(publisherTerms, (item.keyword ?? '').split(', '), add)
  if (options.tags !== false) addTerms(nbibOwner, record.tags, add)
  if (options.notes !== false) line('GN', tidy(record.note ?? '').trim())
  return text
}

/** What stands between the pages and the language. */
function addParts(record: LibraryRecord, options: WriteOptions, add: Add, line: Add): void {
  const { item } = record
  if (item.issued) add('DP', writeNbibDate(item.issued))
  const doi = collapse(tidy(item.DOI ?? ''))
  const number = collapse(tidy(item.number ?? ''))
  // Older readers look for a DOI under AID alone, newer ones under LID.
  for (const tag of ['LID', 'AID']) add(tag, doi === '' ? '' : `${doi} [doi]`)
  add('LID', number === '' ? '' : `${number} [pii]`)
  if (options.abstracts !== false) line('AB', textOfAbstract(record))
  for (const { variable, full, short, body } of nbibNames)
    for (const name of item[variable] ?? []) {
      if (isOthers(name)) continue
      const isBody = body !== undefined && !name.family
      add(isBody ? body : full, isBody ? (name.literal ?? name.given) : writeInvertedName(name))
      if (!isBody) add(short, shortName(name))
    }
}

function addTypes({ item, publicationTypes }: LibraryRecord, add: Add): void {
  for (const type of publicationTypes) add('PT', type)
  const own = typeWord(item.type)
  const last = publicationTypes.at(-1)
  // The last PT is the one that tells the item's type.
  const isMistaken = own === undefined && nbibTypes.some(({ type }) => type === last)
  add('PT', isMistaken ? 'Journal Article' : own)
}

function typeWord(of: ItemType): string | undefined {
  return nbibTypes.find(({ item }) => item === of)?.type
}

function addTerms(owner: string, words: readonly string[], add: Add): void {
  const terms = words.map((word) => collapse(tidy(word))).filter((word) => word !== '')
  if (terms.length > 0) add('OTO', owner)
  for (const term of terms) add('OT', term)
}
