import {
  cleanArxiv,
  cleanDoi,
  cleanIsbn,
  cleanIssn,
  cleanPmcid,
  cleanPmid,
} from '../item/identifier.ts'
import type { Item } from '../item/item.ts'
import { sameName } from '../item/name.ts'
import type { FieldSource, Source } from '../item/record.ts'
import { comparable } from '../text/comparable.ts'
import { withoutInline } from '../text/markup.ts'
import type { Candidate, TextField } from './candidate.ts'

/** One value a field, where each came from, and what else was offered. */
export interface ChosenFields {
  /** Everything but the type and the abstract. */
  item: Omit<Item, 'type' | 'abstract'>
  sources: Source['fields']
}

/** Makes a value right, or refuses it: a DOI that is none must not win over one that is. */
const cleaners: Partial<Record<TextField, (value: string) => string | undefined>> = {
  title: cleanTitle,
  DOI: cleanDoi,
  PMID: cleanPmid,
  PMCID: cleanPmcid,
  number: (value) => {
    const arxiv = cleanArxiv(value)
    return arxiv ? `${arxiv.id}${arxiv.version ? `v${arxiv.version}` : ''}` : value
  },
  ISSN: cleanIssn,
  ISBN: cleanIsbn,
  volume: shortNumber,
  issue: shortNumber,
  page: (value) =>
    value
      .replace(/^(?:pages?|pp?)\b\.?\s*/i, '')
      .replace(/\s*[-–—]\s*/u, '-')
      .trim(),
  keyword: (value) =>
    value
      .split(/\s*;\s*|,(?=\S)/)
      .filter((word) => word !== '')
      .join(', '),
  publisher: (value) => value.replace(/[\s,;:]+$/, ''),
  // A home page is no paper's address, though templates give it as one; nor is the resolver's.
  URL: (value) =>
    /^https?:\/\/[^/]+\/[^/?#]/.test(value) && !/^https?:\/\/(?:dx\.)?doi\.org\//i.test(value)
      ? value
      : undefined,
  language: (value) =>
    languages[value.toLowerCase()] ??
    (/^[a-z]{2,3}(?:[-_][a-z0-9]{2,8})*$/i.test(value)
      ? value.replace(/^[A-Za-z]+/, (code) => code.toLowerCase()).replace('_', '-')
      : undefined),
}

/** Languages that pages write out, and ISO 639-2 codes, as BCP 47. */
const languages: Readonly<Record<string, string>> = {
  english: 'en',
  eng: 'en',
  german: 'de',
  deutsch: 'de',
  deu: 'de',
  ger: 'de',
  french: 'fr',
  français: 'fr',
  fra: 'fr',
  fre: 'fr',
  spanish: 'es',
  español: 'es',
  spa: 'es',
  portuguese: 'pt',
  português: 'pt',
  por: 'pt',
  italian: 'it',
  ita: 'it',
  chinese: 'zh',
  chi: 'zh',
  zho: 'zh',
  japanese: 'ja',
  jpn: 'ja',
  russian: 'ru',
  rus: 'ru',
}

/**
 * Chooses the first good value of each field, in the order in which the candidates are given (best vocabulary
 * first), and keeps the others. A title is taken from a source further down where that one spells the same
 * words with italics or subscripts, or in mixed case instead of capitals.
 */
export function chooseFields(candidates: readonly Candidate[]): ChosenFields {
  const cleaned = candidates.flatMap((candidate) => clean(candidate))
  const item: ChosenFields['item'] = {}
  const sources: Source['fields'] = {}
  for (const field of new Set(cleaned.map((candidate) => candidate.field))) {
    if (field === 'abstract') continue
    const offered = cleaned.filter((candidate) => candidate.field === field)
    const chosen = choose(field, offered)
    if (!chosen) continue
    Object.assign(item, { [field]: chosen.value })
    sources[field] = sourceOf(chosen, offered)
  }
  return { item, sources }
}

function choose(field: string, offered: readonly Candidate[]): Candidate | undefined {
  if (field === 'title') return bestTitle(offered)
  if (field === 'author') return fullerList(offered)
  if (field === 'page') return wholeRange(offered)
  return field === 'issued' ? fullerDate(offered) : offered[0]
}

/** Where a chosen candidate stood, and the other values, each once. */
function sourceOf(chosen: Candidate, offered: readonly Candidate[]): FieldSource {
  const seen = new Set([chosen.text])
  const others = offered.filter(
    (candidate) => !seen.has(candidate.text) && seen.add(candidate.text),
  )
  return {
    source: chosen.source,
    others: others.map(({ text, source }) => ({ value: text, source })),
  }
}

/** What was cleaned once: the title is chosen before everything has been read. */
const cleanedOf = new WeakMap<Candidate, Candidate[]>()

function clean(candidate: Candidate): Candidate[] {
  const known = cleanedOf.get(candidate)
  if (known) return known
  const cleaned = cleanNow(candidate)
  cleanedOf.set(candidate, cleaned)
  return cleaned
}

function cleanNow(candidate: Candidate): Candidate[] {
  if (typeof candidate.value !== 'string') return [candidate]
  const field = candidate.field
  if (field === 'author' || field === 'editor' || field === 'issued') return [candidate]
  const cleaner = cleaners[field]
  const value = cleaner ? cleaner(candidate.value) : candidate.value
  return value === undefined || value === ''
    ? []
    : [{ field, value, text: value, source: candidate.source }]
}

/** A title without its final full stop, footnote mark and surrounding quotes. */
export function cleanTitle(title: string): string | undefined {
  const cut = title
    .slice(0, 4000)
    // Italics round the whole are the page's style, not the title's.
    .replace(/^<i>((?:(?!<\/?i>).)*)<\/i>$/u, '$1')
    .replace(/(?:[†‡§¶☆★]| \*|<sup>[*†‡§¶☆★]{1,4}<\/sup>)$/u, '')
    .replace(/^\[(.*)\]\.?$/u, '$1')
    .trim()
  // A dot stays after an initialism (`… in the U.S.`) and in an ellipsis.
  const stopped = /[^.\s]\.$/u.test(cut) && !/(?:\b\p{L}\.){2}$/u.test(cut) ? cut.slice(0, -1) : cut
  return stopped === '' ? undefined : stopped
}

/** `1176` of one vocabulary gives way to `1176-1185` of another. */
function wholeRange(offered: readonly Candidate[]): Candidate | undefined {
  const first = offered[0]
  return first && !first.text.includes('-')
    ? (offered.find(({ text }) => text.startsWith(`${first.text}-`)) ?? first)
    : first
}

/** A single author gives way to a list that has the same among others: some sites write only the first, or the last. */
function fullerList(offered: readonly Candidate[]): Candidate | undefined {
  const first = offered[0]
  const [only, ...others] = first?.field === 'author' ? first.value : []
  if (!only || others.length > 0) return first
  return (
    offered.find(
      (each) =>
        each.field === 'author' &&
        each.value.length > 1 &&
        each.value.some((name) => sameName(name, only)),
    ) ?? first
  )
}

function bestTitle(offered: readonly Candidate[]): Candidate | undefined {
  const first = withoutYear(offered)
  if (typeof first?.value !== 'string') return undefined
  const plain = comparable(first.value)
  const same = offered.filter(
    (candidate) => typeof candidate.value === 'string' && comparable(candidate.value) === plain,
  )
  const shouting = isCapitals(first.value)
  const better = same.find(
    (candidate) =>
      typeof candidate.value === 'string' &&
      (shouting
        ? !isCapitals(candidate.value)
        : /<\w+>/.test(candidate.value) && !isCapitals(candidate.value)),
  )
  return better ?? first
}

/** Where vocabularies state the issue's date, and not the day on which the paper went online. */
const issueDates = /^(?:citation_(?:date|cover_date|publication_date)|prism\.|dc)/

/** A year of one tag gives way to a month or day in it of another. */
function fullerDate(offered: readonly Candidate[]): Candidate | undefined {
  const first = offered[0]
  if (!first || !/^\d{4}$/.test(first.text)) return first
  return (
    offered.find(
      ({ text, source }) => issueDates.test(source) && text.startsWith(`${first.text}-`),
    ) ?? first
  )
}

/** The first title, or the same without the year that a page puts behind it: `On tides (1988)`. */
function withoutYear(offered: readonly Candidate[]): Candidate | undefined {
  const first = offered[0]
  const bare = first && /^(.{8,})\s\((?:19|20)\d{2}\)$/u.exec(first.text)?.[1]
  return bare === undefined
    ? first
    : (offered.find(({ text }) => comparable(text) === comparable(bare)) ?? first)
}

function isCapitals(text: string): boolean {
  const letters = withoutInline(text).replace(/[^\p{L}]/gu, '')
  return (
    letters.length > 8 && letters === letters.toUpperCase() && letters !== letters.toLowerCase()
  )
}

function shortNumber(value: string): string | undefined {
  const bare = value.replace(/^(?:vol(?:ume)?|no|issue|number)\.?\s*/i, '').trim()
  return bare !== '' && bare.length <= 40 ? bare : undefined
}
