import type { Name } from '../item/item.ts'
import { parseName, parseNameList, sameName } from '../item/name.ts'
import { textOfMarkup } from '../text/markup.ts'
import {
  type Candidate,
  dateCandidate,
  namesCandidate,
  type TextField,
  textCandidate,
  withEntities,
} from './candidate.ts'
import type { MetaIndex } from './meta-tags.ts'

/** Highwire Press tags as Google Scholar documents them (scholar.google.com/intl/en/scholar/inclusion.html), best first of those for one variable. */
const textTags: readonly (readonly [string, TextField])[] = [
  ['title', 'title'],
  ['journal_title', 'container-title'],
  ['conference_title', 'container-title'],
  ['inbook_title', 'container-title'],
  ['book_title', 'container-title'],
  ['journal_abbrev', 'container-title-short'],
  ['journal_title_abbrev', 'container-title-short'],
  ['series_title', 'collection-title'],
  ['conference', 'event-title'],
  ['volume', 'volume'],
  ['issue', 'issue'],
  ['doi', 'DOI'],
  ['pmid', 'PMID'],
  ['pmcid', 'PMCID'],
  ['issn', 'ISSN'],
  ['eissn', 'ISSN'],
  ['isbn', 'ISBN'],
  ['publisher', 'publisher'],
  ['dissertation_institution', 'publisher'],
  ['technical_report_institution', 'publisher'],
  ['technical_report_number', 'number'],
  ['arxiv_id', 'number'],
  ['language', 'language'],
  ['abstract', 'abstract'],
  ['public_url', 'URL'],
  ['abstract_html_url', 'URL'],
  ['fulltext_html_url', 'URL'],
]

/** Which date counts when several stand: the first in this list wins, the before the online one (Zotero's Embedded Metadata reads them so). */
const dateTags = ['date', 'cover_date', 'publication_date', 'online_date', 'year']

/** Where publishers that number their articles put the number; CSL's `page` holds it, as styles print nothing else. */
const articleNumberTags = ['elocation_id', 'article_number', 'firstpage_elocation']

/** What the Highwire tags say; names are matched by their ending, so `bepress_citation_title` counts. */
export function readHighwire(tags: MetaIndex): Candidate[] {
  const own = new Map<string, string[]>()
  for (const [name, contents] of tags) {
    const ending = /(?:citation|wkhealth)[_.](.+)$/.exec(name)?.[1]
    if (ending === undefined) continue
    const values = own.get(ending) ?? []
    if (values.length === 0) own.set(ending, values)
    for (const content of contents) values.push(content)
  }
  if (own.size === 0) return []
  const values = (name: string): readonly string[] => own.get(name) ?? []
  const candidates: Candidate[] = []
  // Repeated tags of one name are translations (zotero/translators#1595): the first is the paper's own.
  for (const [name, field] of textTags)
    candidates.push(...textCandidate(field, values(name)[0], `citation_${name}`))
  candidates.push(...namesCandidate('author', authorsOf(values), 'citation_author'))
  candidates.push(
    ...namesCandidate(
      'editor',
      values('editor').flatMap((text) => parseNameList(text)),
      'citation_editor',
    ),
  )
  for (const name of dateTags)
    candidates.push(...dateCandidate(values(name)[0], `citation_${name}`))
  candidates.push(
    ...pagesOf(
      values('firstpage')[0] ?? values('first_page')[0],
      values('lastpage')[0] ?? values('last_page')[0],
      'citation_firstpage',
    ),
  )
  for (const name of articleNumberTags)
    candidates.push(...textCandidate('page', values(name)[0], `citation_${name}`))
  const keywords = new Set(
    [...values('keywords'), ...values('keyword')].flatMap((list) =>
      textOfMarkup(withEntities(list)).split(/\s*;\s*/),
    ),
  )
  keywords.delete('')
  candidates.push(...textCandidate('keyword', [...keywords].join(', '), 'citation_keywords'))
  return candidates
}

/** One tag per author, or all of them in one with `;`, or one tag with commas. */
function authorsOf(values: (name: string) => readonly string[]): Name[] {
  const single = values('author')
  const texts = (single.length > 0 ? single : values('authors')).map((text) =>
    textOfMarkup(withEntities(text)),
  )
  const names =
    texts.length === 1 || single.length === 0
      ? texts.flatMap((text) => parseNameList(text))
      : texts.flatMap((text) =>
          text.includes(';') ? parseNameList(text) : (parseName(text) ?? []),
        )
  return names.filter((name, i) => {
    const before = names[i - 1]
    return !before || !sameName(before, name)
  })
}

/**
 * First and last page as CSL's `page`; the first may hold the range already, or be an article number (`e44753`), which
 * stands in `page` too: styles print that variable and no other for where in a volume a paper is.
 */
export function pagesOf(
  first: string | undefined,
  last: string | undefined,
  source: string,
): Candidate[] {
  const from = first?.trim().replace(/\s*(?:[-–—]|--)\s*/u, '-') ?? ''
  if (from === '') return []
  const to = last?.trim() ?? ''
  return textCandidate(
    'page',
    from.includes('-') || to === '' || to === from ? from : `${from}-${to}`,
    source,
  )
}
