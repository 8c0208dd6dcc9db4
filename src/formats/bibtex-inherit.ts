import type { RawFields } from './bibtex-record.ts'

/** What an entry gives to none that inherits from it: what says how it is cited, which work it is, and what a reader added. */
const kept: ReadonlySet<string> = new Set(
  // biblatex manual, appendix B: fields that are never inherited.
  (
    'crossref xref xdata ids entryset entrysubtype execute label options presort related relatedoptions relatedstring relatedtype shorthand shorthandintro sortkey ' +
    // BibTeX and biber give these on; but a chapter with its book's DOI would be one paper with each other chapter.
    'doi url urldate lastchecked eprint eprinttype archiveprefix eprintclass primaryclass arxivid pmid pmcid pmc ee link biburl pages eid articleno ' +
    'abstract annote annotation comment review notes note keywords keyword groups mendeley-tags mendeley-groups decision reason file timestamp bibsource'
  ).split(' '),
)

/** Fields that say the same: where an entry has one, it needs no other. */
const alike: readonly (readonly string[])[] = [
  ['date', 'year', 'month', 'day'],
  ['journal', 'journaltitle'],
  ['address', 'location'],
  ['school', 'institution'],
]

/** A whole's subtitle belongs to its title: where an entry has its own, it has no part of that. */
const below: ReadonlyMap<string, readonly string[]> = new Map([
  ['subtitle', ['title']],
  ['booksubtitle', ['booktitle']],
  ['journalsubtitle', ['journal', 'journaltitle']],
])

/** Types whose whole's title is their `booktitle`. */
const parts: ReadonlySet<string> = new Set(
  'inbook bookinbook suppbook incollection suppcollection inproceedings conference inreference'.split(
    ' ',
  ),
)

const articles: ReadonlySet<string> = new Set(['article', 'suppperiodical'])

/** What an entry gives on, copied: a piece of a long text would keep all of that text in memory. */
export function inheritable(fields: RawFields): [name: string, tex: string][] {
  const given = [...fields].filter(([name, tex]) => !kept.has(name) && tex.trim() !== '')
  return JSON.parse(JSON.stringify(given)) as [string, string][]
}

/**
 * A child's fields with those of its parent that it has not, by BibTeX's rules (btxdoc, 2: field by field what is missing)
 * and biber's (biblatex manual, appendix B: of a whole, `title` becomes `booktitle` and `subtitle` `booksubtitle`; of a
 * periodical `journaltitle` and `journalsubtitle`). A `booktitle` of the parent's own goes before its `title`.
 */
export function withParent(
  child: { type: string; fields: RawFields },
  parent: { type: string; given: readonly (readonly [name: string, tex: string])[] },
): Map<string, string> {
  const fields = new Map(child.fields)
  const has = (name: string): boolean => (fields.get(name) ?? '').trim() !== ''
  const given = renamed(child.type, parent)
  const wanted = [...given].filter(([name]) => {
    const group = alike.find((names) => names.includes(name)) ?? [name]
    return !group.some(has) && !below.get(name)?.some(has)
  })
  for (const [name, tex] of wanted) fields.set(name, tex)
  return fields
}

/** A parent's fields under the names that they have on a child. */
function renamed(
  childType: string,
  { type, given }: { type: string; given: readonly (readonly [name: string, tex: string])[] },
): Map<string, string> {
  const fields = new Map(given)
  if (type === 'xdata') return fields
  const [title, subtitle] = [fields.get('title'), fields.get('subtitle')]
  const isPart = parts.has(childType)
  const isArticle = articles.has(childType) && type === 'periodical'
  if (!isPart && !isArticle && !type.startsWith('mv')) return fields
  for (const name of ['title', 'subtitle', 'titleaddon', 'shorttitle']) fields.delete(name)
  const [whole, sub] = isArticle
    ? ['journaltitle', 'journalsubtitle']
    : ['booktitle', 'booksubtitle']
  const isNamed = fields.has(whole) || (isArticle && fields.has('journal'))
  if (!(isPart || isArticle) || isNamed || title === undefined) return fields
  fields.set(whole, title)
  if (subtitle !== undefined) fields.set(sub, subtitle)
  return fields
}
