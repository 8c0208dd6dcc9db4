import { cleanDoi, cleanIsbn, cleanIssn, cleanPmcid, cleanPmid } from '../item/identifier.ts'
import { spelledInitials } from '../item/initials.ts'
import type { Item, Name } from '../item/item.ts'
import { parseName } from '../item/name.ts'
import { isBody } from '../item/parse-name.ts'
import { collapse, tidy } from '../text/space.ts'
import type { EntryRecord } from './entry.ts'
import { readInvertedName } from './inverted-name.ts'
import { inParagraphs, sectionsOfGlued, sectionsOfText } from './labelled-sections.ts'
import {
  nbibKindOf,
  nbibLanguages,
  nbibNames,
  nbibOwner,
  nbibRowsOf,
  nbibTypes,
} from './nbib-fields.ts'
import { unfold } from './nbib-fold.ts'
import { readNbibDate } from './nbib-parts.ts'
import type { RawEntry } from './tagged-entries.ts'

/** A tag and its value, line ends only where the text itself has them. */
interface Field {
  tag: string
  text: string
}

/** What an NBIB entry says of a paper, and what a reader had added to it. */
export function nbibRecord(raw: RawEntry): EntryRecord {
  const fields = raw.fields
    .map(({ tag, lines }): Field => ({ tag, text: tidy(unfold(lines)) }))
    .filter(({ text }) => text !== '')
  const all = (tag: string): string[] =>
    fields.filter((field) => field.tag === tag).map(({ text }) => text)
  const isOwn = all('OWN').includes(nbibOwner)
  const publicationTypes = all('PT')
  const item: Item = { type: typeOf(fields, publicationTypes, isOwn) }
  for (const row of nbibRowsOf(nbibKindOf(item.type)))
    for (const tag of [row.tag, ...(row.read ?? [])]) {
      const text = all(tag)[0]
      if (text !== undefined) item[row.variable] ??= collapse(text)
    }
  const language = nbibLanguages.get(item.language ?? '')
  if (language !== undefined) item.language = language
  readIdentifiers(item, [...all('LID'), ...all('AID')], isOwn)
  const date = readNbibDate(all('DP')[0] ?? (isOwn ? '' : (all('DEP')[0] ?? '')), isOwn)
  if (date) item.issued = date
  for (const { variable, ...tags } of nbibNames) {
    const names = namesOf(fields, tags, isOwn)
    if (names.length > 0) item[variable] = names
  }
  if (!isOwn) {
    putRight(item)
    // A line that has lost its place may follow the number.
    const [line = ''] = raw.fields.find(({ tag }) => tag === 'PMID')?.lines ?? []
    const id = cleanPmid(line)
    if (id === undefined) delete item.PMID
    else item.PMID = id
  }
  const { keywords, tags } = termsOf(fields, isOwn)
  if (keywords.length > 0) item.keyword = keywords.join(', ')
  // GN by others is NLM's own note on the entry (`Original DateCompleted: 19990101`).
  const note = isOwn ? all('GN')[0] : undefined
  const abstract = all('AB')[0] ?? ''
  return {
    item,
    sections: isOwn ? sectionsOfText(inParagraphs(abstract)) : sectionsOfGlued(abstract),
    publicationTypes: withoutTypeWord(publicationTypes, item, isOwn),
    tags,
    ...(note === undefined ? {} : { note }),
  }
}

/** PubMed's papers are journal articles whatever their publication types, but for preprints; ours say it last. */
function typeOf(fields: readonly Field[], types: readonly string[], isOwn: boolean): Item['type'] {
  const has = (tag: string): boolean => fields.some((field) => field.tag === tag)
  if (has('BTI')) return has('TI') ? 'chapter' : 'book'
  if (isOwn) return nbibTypes.find(({ type }) => type === types.at(-1))?.item ?? 'article-journal'
  return types.includes('Preprint') ? 'article' : 'article-journal'
}

function withoutTypeWord(types: string[], item: Item, isOwn: boolean): string[] {
  const word = nbibTypes.find((row) => row.item === item.type)?.type
  return isOwn && word !== undefined && types.at(-1) === word ? types.slice(0, -1) : types
}

/** `10.1000/x [doi]`, `e123 [pii]`; publishers' own numbers are no article numbers. */
function readIdentifiers(item: Item, texts: readonly string[], isOwn: boolean): void {
  for (const each of texts) {
    const [, text, kind] = /^(.*\S) \[(doi|pii)\]$/s.exec(each) ?? []
    if (text === undefined) continue
    if (kind === 'doi') item.DOI ??= isOwn ? text : (cleanDoi(text) ?? text)
    else if (isOwn || /^(?:e?\d{1,8}|arXiv:\S+)$/i.test(text)) item.number ??= text
  }
  if (item.number !== undefined && /^arXiv:/.test(item.number)) item.archive = 'arXiv'
}

/** Names in their order; a short form that follows a full one says nothing new. */
function namesOf(
  fields: readonly Field[],
  { full, short, body }: { full: string; short: string; body: string | undefined },
  isOwn: boolean,
): Name[] {
  const names: (Name | undefined)[] = []
  let hasFull = false
  for (const { tag, text } of fields) {
    if (tag === body) names.push({ literal: text })
    else if (tag === full) names.push(nameOf(text, isOwn))
    else if (tag === short && !hasFull) names.push(isOwn ? nameOf(text, isOwn) : shortNameOf(text))
    // Between the two stand affiliations and ORCID at most.
    if (tag === full) hasFull = true
    else if (tag === short) hasFull = false
  }
  return names.filter((name) => name !== undefined)
}

/** PubMed puts a suffix behind the given names without a comma: `King, Martin Luther Jr`. */
function nameOf(text: string, isOwn: boolean): Name | undefined {
  return isOwn || text.length > 300
    ? readInvertedName(text)
    : parseName(text.replace(/(, .*\S) (Jr|Sr|2nd|3rd|I{2,3}|IV)\.?$/, '$1, $2'))
}

/** A name with initials, as old entries have it alone: `van der Berg HJ`, `Smith JA Jr`; whatever is behind the family name is initials. */
function shortNameOf(text: string): Name | undefined {
  const [, family, initials = '', suffix] =
    /^([^,]*\p{Ll}[^,]*?) (\p{Lu}(?:-?\p{Lu}){0,3})(?: (Jr|Sr|2nd|3rd|I{2,3}|IV))?\.?$/u.exec(
      text,
    ) ?? []
  if (family === undefined || isBody(text)) return parseName(text)
  const parts = [family, spelledInitials(initials), suffix]
  return parseName(parts.filter((part) => part !== undefined).join(', '))
}

/** The publisher's keywords and MeSH headings, without the stars of the major ones; and the reader's tags. */
function termsOf(fields: readonly Field[], isOwn: boolean): { keywords: string[]; tags: string[] } {
  const terms = { keywords: [] as string[], tags: [] as string[] }
  let owner = ''
  for (const { tag, text } of fields) {
    if (tag === 'OTO') owner = text
    else if (tag === 'OT') (isOwn && owner === nbibOwner ? terms.tags : terms.keywords).push(text)
    else if (tag === 'MH') terms.keywords.push(text.replaceAll('*', ''))
  }
  return terms
}

/** What PubMed writes in other words. */
function putRight(item: Item): void {
  // A title ends with a full stop, and a translated one stands in brackets.
  const title = item.title?.replace(/(?<!\.\.)\.$/, '').replace(/^\[([^[\]]+)\]$/, '$1')
  if (title) item.title = title
  const clean = {
    ISSN: cleanIssn(item.ISSN ?? ''),
    ISBN: cleanIsbn(item.ISBN ?? ''),
    PMCID: cleanPmcid(item.PMCID ?? ''),
  }
  for (const variable of ['ISSN', 'ISBN', 'PMCID'] as const) {
    const text = clean[variable]
    if (text !== undefined) item[variable] = text
  }
}
