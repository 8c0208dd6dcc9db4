import { fold } from '../../text/fold.ts'
import { type QueryTerm, queryTerms, queryValue } from './query-terms.ts'
import { standingOf, values, yearsOf } from './query-values.ts'

/** A part of a query that the language does not have. */
export interface QueryTrouble {
  /** No year; years of which the last comes first; a value that is none behind `is:` or `no:`; a field that is none. */
  kind: 'year' | 'turned' | 'value' | 'field'
  /** The part as it was typed. */
  written: string
  /** What may have been meant, each as it would be typed; may be empty for a field. */
  instead: readonly string[]
}

/** More than these say nothing that the first did not. */
const most = 3

/**
 * What of a query is not understood and was therefore searched as words, or by nothing; not what may only be unfinished. A title
 * may hold a colon, so that a query which finds something is left alone, but for what must not be there: that is found always.
 */
export function queryTroubles(query: string, finds: boolean): QueryTrouble[] {
  const troubles = new Map<string, QueryTrouble>()
  for (const term of queryTerms(query)) {
    const trouble = finds && !term.isExcluded ? undefined : troubleOf(term)
    if (trouble && !(finds && trouble.kind === 'field')) troubles.set(trouble.written, trouble)
  }
  return [...troubles.values()].slice(0, most)
}

function troubleOf(term: QueryTerm): QueryTrouble | undefined {
  const { field, value, text: written } = term
  if (field === undefined || value === '') return undefined
  if (field === 'year') return troubleOfYear(term)
  if (field === 'is' || field === 'no') {
    if (standingOf(field, value)) return undefined
    if (isUnfinished(term, (typed) => values[field].some((one) => one.startsWith(fold(typed)))))
      return undefined
    return { kind: 'value', written, instead: values[field].map((one) => `${field}:${one}`) }
  }
  const instead = meant(field, term)
  return instead && { kind: 'field', written, instead }
}

const years = ['year:2014', 'year:2014-2018']

function troubleOfYear(term: QueryTerm): QueryTrouble | undefined {
  const { value, text: written } = term
  const found = yearsOf(value)
  if (found) {
    const { from, to } = found
    if (from <= to) return undefined
    const minus = term.isExcluded ? '-' : ''
    return { kind: 'turned', written, instead: [`${minus}year:${four(to)}-${four(from)}`] }
  }
  if (isUnfinished(term, (typed) => /^(?:\d{0,3}|\d{0,4}[-–]\d{0,3})$/.test(typed)))
    return undefined
  const [, sign, limit] = /^([<>]=?)(\d{4})$/.exec(value) ?? []
  if (limit === undefined) return { kind: 'year', written, instead: years }
  const within = Number(limit) + (sign === '>' ? 1 : sign === '<' ? -1 : 0)
  const range = sign?.startsWith('>') ? `${four(within)}-` : `-${four(within)}`
  return { kind: 'year', written, instead: [`year:${range}`] }
}

function four(year: number): string {
  return String(year).padStart(4, '0')
}

/** True where more may be typed into the value, and `mayGrow` says that it would then be one. */
function isUnfinished({ value, isLast, isClosed }: QueryTerm, mayGrow: (typed: string) => boolean) {
  return isLast && !isClosed && mayGrow(value)
}

/** The fields that a name may stand for which is none: names of other programs' languages, and what they would be here. */
const elsewhere: readonly (readonly [RegExp, (term: QueryTerm) => readonly string[]])[] = [
  // Zotero, GitHub and mail programs: `has:note`.
  [/^has$/, ({ value }) => (standingOf('no', value) ? [`-no:${fold(value)}`] : [])],
  [/^(?:doi|pmid|pmcid|arxiv|isbn|issn|url|type|language|lang|file)$/, () => []],
  // PubMed's and Scopus's abbreviations among them.
  [/^(?:abstract|ab|abs|abstrakt|resume|text|all|any|tiab)$/, (term) => [quoted(term)]],
  [/^(?:authors|au|creator|creators|auth|names?)$/, behind('author')],
  [/^(?:ti|titles|titre|heading)$/, behind('title')],
  [/^(?:source|publication|so|venue|magazine|zeitschrift|revue|revista)$/, behind('journal')],
  [/^(?:notes|comments?|remarks?|notiz|notizen|nota)$/, behind('note')],
  [/^(?:tags|keywords?|labels?|collection|folder|project|etiquette|etiqueta)$/, behind('tag')],
  [
    /^(?:years|date|published|py|dp|pubyear|jahr|annee|ano)$/,
    ({ value }) => yearsFor(value, value),
  ],
  [/^(?:before|until)$/, ({ value }) => yearsFor(value, `-${value}`)],
  [/^(?:after|since|from)$/, ({ value }) => yearsFor(value, `${value}-`)],
  [
    /^(?:status|decision|state|standing)$/,
    ({ value }) => (standingOf('is', value) ? [`is:${fold(value)}`] : allOf('is')),
  ],
]

/** Names so long that one letter more, less or otherwise is a slip and no other word. */
const long = ['author', 'title', 'journal']

/** What a term with an unknown field would be in this language; undefined where the field is known, or may be a title's word. */
function meant(field: string, term: QueryTerm): readonly string[] | undefined {
  const name = fold(field)
  if (long.includes(name)) return undefined
  const found = elsewhere.find(([names]) => names.test(name))
  if (found) return found[1](term)
  const near = long.find((each) => isSlip(name, each))
  return near === undefined ? undefined : behind(near)(term)
}

function behind(field: string): (term: QueryTerm) => readonly string[] {
  return (term) => [`${term.isExcluded ? '-' : ''}${field}:${quoted(term)}`]
}

function quoted({ value, isQuoted }: QueryTerm): string {
  const written = queryValue(value)
  return isQuoted && !written.startsWith('"') ? `"${written}"` : written
}

function yearsFor(value: string, range: string): readonly string[] {
  return yearsOf(value) ? [`year:${range}`] : years
}

function allOf(field: keyof typeof values): readonly string[] {
  return values[field].map((one) => `${field}:${one}`)
}

/** True for two words that differ in one letter, or in two neighbours that changed places. */
function isSlip(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 1) return false
  let same = 0
  while (same < one.length && one[same] === other[same]) same++
  const [a, b] = [one.slice(same), other.slice(same)]
  const isTurned = a[0] === b[1] && a[1] === b[0] && a.slice(2) === b.slice(2)
  return a.slice(1) === b.slice(1) || a.slice(1) === b || a === b.slice(1) || isTurned
}
