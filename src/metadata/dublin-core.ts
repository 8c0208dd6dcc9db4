import { parseNameList } from '../item/name.ts'
import {
  type Candidate,
  dateCandidate,
  namesCandidate,
  type TextField,
  textCandidate,
} from './candidate.ts'
import type { MetaTag } from './meta-tags.ts'

/** Dublin Core elements and terms (dublincore.org/specifications/dublin-core/dcmi-terms); all are a last resort. */
const textElements: Readonly<Record<string, TextField>> = {
  title: 'title',
  publisher: 'publisher',
  language: 'language',
  abstract: 'abstract',
  'description.abstract': 'abstract',
  'source.issn': 'ISSN',
  'source.volume': 'volume',
  'source.issue': 'issue',
  'identifier.doi': 'DOI',
  'identifier.issn': 'ISSN',
  'identifier.pagenumber': 'page',
  'citation.volume': 'volume',
  'citation.issue': 'issue',
}

const dateElements = [
  'date.issued',
  'issued',
  'date',
  'date.created',
  'created',
  'date.x-metadatalastmodified',
]

/** What `DC.*` and `DCTERMS.*` tags say. `DC.description` is the real abstract on OJS, cut off on some others. */
export function readDublinCore(tags: readonly MetaTag[]): Candidate[] {
  const found = tags.flatMap((tag) => {
    const element = /^(?:dc|dcterms)[.:](.+)$/.exec(tag.name)?.[1]
    return element ? [{ element, tag }] : []
  })
  const candidates: Candidate[] = []
  const first = (element: string): { tag: MetaTag } | undefined =>
    found.find((f) => f.element === element)
  for (const [element, field] of Object.entries(textElements)) {
    const hit = first(element)
    if (hit) candidates.push(...textCandidate(field, hit.tag.content, hit.tag.name))
  }
  const description = first('description')
  if (description)
    candidates.push(...textCandidate('abstract', description.tag.content, description.tag.name))
  // `DC.relation` names other papers: the preprint, the data, the paper that is corrected.
  for (const { tag } of found.filter((f) => f.element === 'identifier')) {
    if (/10\.\d{4,9}\//.test(tag.content))
      candidates.push(...textCandidate('DOI', tag.content, tag.name))
  }
  // `Journal, Vol. 3 (2)` on Atypon, an address elsewhere: only a name will do.
  const source = first('source')
  if (source && /^[^\d:/]{3,120}$/.test(source.tag.content))
    candidates.push(...textCandidate('container-title', source.tag.content, source.tag.name))
  const creators = found.filter(
    (f) =>
      f.element === 'creator' ||
      f.element === 'creator.personalname' ||
      f.element === 'contributor.author',
  )
  candidates.push(
    ...namesCandidate(
      'author',
      creators.flatMap((c) => parseNameList(c.tag.content)),
      creators[0]?.tag.name ?? 'DC.creator',
    ),
  )
  for (const element of dateElements) {
    const hit = first(element)
    if (hit) candidates.push(...dateCandidate(hit.tag.content, hit.tag.name))
  }
  const subjects = found.filter((f) => f.element === 'subject').map((f) => f.tag.content.trim())
  candidates.push(...textCandidate('keyword', subjects.join(', '), 'DC.subject'))
  return candidates
}
