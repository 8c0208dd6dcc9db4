import { addressesIn } from '../item/addresses.ts'
import { parseDate } from '../item/date.ts'
import { cleanDoi, cleanPmid } from '../item/identifier.ts'
import { dateVariables, type Item, nameVariables, textVariables } from '../item/item.ts'
import { parseName, parseNameList } from '../item/name.ts'
import { parseItem } from '../item/parse.ts'
import { fieldOf, isObject, type UnknownObject } from '../item/parse-value.ts'
import { paragraphsOfMarkup, textOfMarkup } from '../text/markup.ts'
import { itemTypeOf } from './csl-types.ts'

/** Other names under which a variable stands: CSL 1.0.1's, Crossref's (api.crossref.org, works), citeproc-js's. */
const otherNames: { readonly [variable: string]: readonly string[] } = {
  'container-title-short': ['short-container-title', 'journalAbbreviation'],
  'event-title': ['event'],
  'publisher-place': ['publisher-location'],
  number: ['article-number'],
  keyword: ['subject'],
  DOI: ['doi'],
  PMID: ['pmid'],
  PMCID: ['pmcid'],
  URL: ['url'],
  issued: ['published', 'published-print', 'published-online'],
}

/** Elements that CSL has not, and character references: the text is HTML or JATS, as Crossref's abstracts are. */
const foreignMarkup =
  /<\/?(?:jats:|mml:|(?:em|italic|bold|strong|p|br|div|span|sec|title|scp|u|tt|a|inline-formula|ul|ol|li|h[1-6])(?=[\s/>]))|&(?:[a-z]{2,8}|#\d{2,7}|#x[\da-f]{2,6});/i

const smallCapitals = /<span style="font-variant:\s*small-caps;?">([^<]*)<\/span>/g

/** CSL's items as we keep them: our item is a CSL item already, and only its small capitals are spelled as all programs know them. */
export function ownItem(value: UnknownObject): Item | undefined {
  const { title, abstract } = value
  return parseItem({
    ...value,
    type: itemTypeOf(fieldOf(value, 'type')),
    ...(typeof title === 'string' && { title: markupIn(title) }),
    ...(typeof abstract === 'string' && { abstract: markupIn(abstract) }),
  })
}

/** An item out of another program's CSL-JSON, or of Crossref's answer, which is almost that. */
export function foreignItem(value: UnknownObject): Item | undefined {
  const members: [string, unknown][] = [['type', itemTypeOf(fieldOf(value, 'type'))]]
  for (const variable of textVariables) {
    const text = firstOf(value, variable, (found) =>
      variable === 'keyword' && Array.isArray(found) ? found.map(textIn).join(', ') : textIn(found),
    )
    if (text !== undefined) members.push([variable, foreignText(variable, text)])
  }
  for (const variable of nameVariables) members.push([variable, namesIn(fieldOf(value, variable))])
  for (const variable of dateVariables) members.push([variable, firstOf(value, variable, dateIn)])
  return parseItem(Object.fromEntries(members))
}

/** CSL's spelling of small capitals as we keep it. */
export function markupIn(text: string): string {
  return text.replace(smallCapitals, '<sc>$1</sc>')
}

function firstOf<T>(
  value: UnknownObject,
  variable: string,
  read: (found: unknown) => T | undefined,
): T | undefined {
  for (const name of [variable, ...(otherNames[variable] ?? [])]) {
    const found = read(fieldOf(value, name))
    if (found !== undefined) return found
  }
  return undefined
}

/** Text, a number, the first of a list (Crossref's titles), or the name of an object (its event). */
function textIn(value: unknown): string | undefined {
  const one: unknown = Array.isArray(value) ? value[0] : value
  const text = isObject(one) ? one.name : one
  if (typeof text === 'string') return text.trim() === '' ? undefined : text
  return typeof one === 'number' ? String(one) : undefined
}

/** Text of another program as a variable holds it: markup in CSL's form, a DOI bare; undefined for a PMID that is none. */
export function foreignText(variable: string, text: string): string | undefined {
  if (variable === 'PMID') return cleanPmid(text)
  if (variable === 'DOI') return cleanDoi(text) ?? text
  if (variable === 'URL') return addressesIn(text)[0] ?? text
  const marked = markupIn(text)
  if (!foreignMarkup.test(marked)) return marked
  if (variable !== 'abstract') return textOfMarkup(marked)
  // Crossref's abstracts begin with the heading that every abstract has.
  return paragraphsOfMarkup(marked).replace(/^(?:Abstract|ABSTRACT|Summary)\s*(?:\n\n|:\s)/, '')
}

function namesIn(value: unknown): unknown {
  if (typeof value === 'string') return parseNameList(value)
  if (!Array.isArray(value)) return undefined
  return value.map((one: unknown) => {
    if (typeof one === 'string') return parseName(one)
    if (!isObject(one) || 'family' in one || 'literal' in one) return one
    // Crossref's groups have a `name`.
    return typeof one.name === 'string' ? { literal: one.name } : one
  })
}

function dateIn(value: unknown): unknown {
  if (typeof value === 'string' || typeof value === 'number') return parseDate(String(value))
  if (!isObject(value)) return undefined
  const parts = value['date-parts']
  const first: unknown = Array.isArray(parts) ? parts[0] : undefined
  if (Array.isArray(first) && first[0] !== null && first[0] !== undefined) return value
  if (typeof first === 'number' || typeof first === 'string') return { 'date-parts': [parts] }
  if (typeof value.raw === 'string') return parseDate(value.raw) ?? { literal: value.raw }
  return typeof value.literal === 'string' ? value : undefined
}
