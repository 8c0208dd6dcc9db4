import {
  cleanArxiv,
  cleanDoi,
  cleanIsbn,
  cleanIssn,
  cleanPmcid,
  cleanPmid,
} from '../../src/item/identifier.ts'
import type { Item } from '../../src/item/item.ts'
import { webAddressOf } from '../../src/item/parse-value.ts'
import { readDateText } from './date-text.ts'

/** The boxes that do not take every text, each with the key of the sentence for what it does not take. */
export const refusals = {
  DOI: 'notDoi',
  PMID: 'notPmid',
  PMCID: 'notPmcid',
  ISBN: 'notIsbn',
  ISSN: 'notIssn',
  number: 'notArxiv',
  URL: 'notUrl',
} as const

/** A box that does not take every text. */
export type PickyField = keyof typeof refusals

/** True for the name of such a box. */
export function isPicky(field: string): field is PickyField {
  return Object.hasOwn(refusals, field)
}

/**
 * What a box holds as a record keeps it: a DOI without its resolver, an address whole, any other text trimmed. Undefined for what is
 * no DOI, PMID or web address, and so on; an emptied box is.
 */
export function readTyped(field: string, text: string): string | undefined {
  const trimmed = text.trim()
  if (!isPicky(field) || trimmed === '') return trimmed
  return readers[field](trimmed)
}

/** The boxes of a draft that hold what cannot be kept, and is not what `item` has there already. */
export function refusedFields(
  fields: { readonly [field: string]: string },
  item?: Item,
): PickyField[] {
  return Object.entries(fields).flatMap(([field, text]) =>
    isPicky(field) && readTyped(field, text) === undefined && text !== item?.[field] ? [field] : [],
  )
}

/** True for a text that is kept in its own words, because it is no date that can be read. */
export function isWordsForDate(text: string): boolean {
  return readDateText(text)?.literal !== undefined
}

const readers: { [F in PickyField]: (text: string) => string | undefined } = {
  // Words behind a DOI would be left out without a word.
  DOI: (text) => (/\s/.test(text.replace(/^doi[:\s]\s*/i, '')) ? undefined : cleanDoi(text)),
  PMID: cleanPmid,
  PMCID: cleanPmcid,
  ISBN: eachOf(/^isbn(?:-1[03])?:?\s*/i, cleanIsbn),
  ISSN: eachOf(/^(?:[ep]-?)?issn:?\s*/i, cleanIssn),
  // Any number may be a report's; only what calls itself arXiv's has to be one.
  number: (text) => {
    if (!/^arxiv\b/i.test(text)) return text
    const found = /\s/.test(text.replace(/^arxiv[:.\s]\s*/i, '')) ? undefined : cleanArxiv(text)
    return found && `arXiv:${found.id}`
  },
  URL: (text) => (/^https?:\/\//i.test(text) ? webAddressOf(text) : undefined),
}

/** Reads several numbers with commas or semicolons between them; more than a number would be left out without a word. */
function eachOf(
  kind: RegExp,
  read: (text: string) => string | undefined,
): (text: string) => string | undefined {
  return (text) => {
    const numbers = text.split(/[,;،；，、]/).map((each) => {
      const bare = each.trim().replace(kind, '')
      const number = read(bare)
      return number && signsOf(number) === signsOf(bare) ? number : undefined
    })
    return numbers.includes(undefined) ? undefined : numbers.join(', ')
  }
}

function signsOf(number: string): string {
  return number.replace(/[\s-]/g, '').toUpperCase()
}
