import type { Name } from '../item/item.ts'
import { parseName, parseNameList, sameName } from '../item/name.ts'
import { textOfMarkup } from '../text/markup.ts'
import {
  type Candidate,
  dateCandidate,
  namesCandidate,
  type TextField,
  textCandidate,
} from './candidate.ts'
import type { MetaTag } from './meta-tags.ts'

/** Highwire Press tags as Google Scholar documents them (scholar.google.com/intl/en/scholar/inclusion.html). */
const textTags: Readonly<Record<string, TextField>> = {
  citation_title: 'title',
  citation_journal_title: 'container-title',
  citation_conference_title: 'container-title',
  citation_inbook_title: 'container-title',
  citation_book_title: 'container-title',
  citation_journal_abbrev: 'container-title-short',
  citation_series_title: 'collection-title',
  citation_conference: 'event-title',
  citation_volume: 'volume',
  citation_issue: 'issue',
  citation_doi: 'DOI',
  citation_pmid: 'PMID',
  citation_pmcid: 'PMCID',
  citation_issn: 'ISSN',
  citation_eissn: 'ISSN',
  citation_isbn: 'ISBN',
  citation_publisher: 'publisher',
  citation_dissertation_institution: 'publisher',
  citation_technical_report_institution: 'publisher',
  citation_technical_report_number: 'number',
  citation_arxiv_id: 'number',
  citation_language: 'language',
  citation_abstract: 'abstract',
  citation_public_url: 'URL',
  citation_abstract_html_url: 'URL',
  citation_fulltext_html_url: 'URL',
}

/** Which date counts when several stand: the later in this list wins (Zotero's Embedded Metadata reads them so). */
const dateTags = [
  'citation_year',
  'citation_online_date',
  'citation_publication_date',
  'citation_cover_date',
  'citation_date',
]

/** What the Highwire tags say; names are matched by their ending, so `bepress_citation_title` counts. */
export function readHighwire(tags: readonly MetaTag[]): Candidate[] {
  const found = tags.flatMap(({ name, content }) => {
    const own = /(?:citation|wkhealth)[_.](.+)$/.exec(name)?.[1]
    return own ? [{ name: `citation_${own}`, content }] : []
  })
  const values = (name: string): string[] =>
    found.filter((tag) => tag.name === name).map((tag) => tag.content)
  const candidates: Candidate[] = []
  for (const { name, content } of found) {
    const field = Object.hasOwn(textTags, name) ? textTags[name] : undefined
    // Repeated tags of these two are translations (zotero/translators#1595): the first is the paper's own.
    const repeated = field && candidates.some((c) => c.field === field && c.source === name)
    if (field && !repeated) candidates.push(...textCandidate(field, content, name))
  }
  candidates.push(...namesCandidate('author', authorsOf(values), 'citation_author'))
  candidates.push(
    ...namesCandidate(
      'editor',
      values('citation_editor').flatMap(parseNameList),
      'citation_editor',
    ),
  )
  for (const name of dateTags.toReversed()) candidates.push(...dateCandidate(values(name)[0], name))
  candidates.push(
    ...pagesOf(
      values('citation_firstpage')[0] ?? values('citation_first_page')[0],
      values('citation_lastpage')[0] ?? values('citation_last_page')[0],
      'citation_firstpage',
    ),
  )
  const keywords = [
    ...new Set(
      [...values('citation_keywords'), ...values('citation_keyword')].flatMap((list) =>
        textOfMarkup(list).split(/\s*;\s*/),
      ),
    ),
  ].filter((keyword) => keyword !== '')
  candidates.push(...textCandidate('keyword', keywords.join(', '), 'citation_keywords'))
  return candidates
}

/** One tag per author, or all of them in one with `;`, or one tag with commas. */
function authorsOf(values: (name: string) => string[]): Name[] {
  const single = values('citation_author')
  const listed = values('citation_authors')
  const texts = (single.length > 0 ? single : listed).map(textOfMarkup)
  const names =
    texts.length === 1 || single.length === 0
      ? texts.flatMap(parseNameList)
      : texts.flatMap((text) =>
          text.includes(';') ? parseNameList(text) : (parseName(text) ?? []),
        )
  return names.filter((name, i) => {
    const before = names[i - 1]
    return !before || !sameName(before, name)
  })
}

/** First and last page as CSL's `page`; the first may hold the range already. */
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
