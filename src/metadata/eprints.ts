import { parseNameList } from '../item/name.ts'
import {
  type Candidate,
  dateCandidate,
  namesCandidate,
  type TextField,
  textCandidate,
} from './candidate.ts'
import type { MetaIndex } from './meta-tags.ts'

/** Tags of the EPrints repository software (wiki.eprints.org). */
const textTags: Readonly<Record<string, TextField>> = {
  'eprints.title': 'title',
  'eprints.abstract': 'abstract',
  'eprints.publication': 'container-title',
  'eprints.book_title': 'container-title',
  'eprints.event_title': 'event-title',
  'eprints.volume': 'volume',
  'eprints.number': 'issue',
  'eprints.pagerange': 'page',
  'eprints.publisher': 'publisher',
  'eprints.institution': 'publisher',
  'eprints.issn': 'ISSN',
  'eprints.isbn': 'ISBN',
  'eprints.keywords': 'keyword',
  'eprints.official_url': 'URL',
}

/** What `eprints.*` tags say. */
export function readEprints(tags: MetaIndex): Candidate[] {
  if (!tags.has('eprints.title')) return []
  const first = (name: string): string | undefined => tags.get(name)?.[0]
  const names = (name: string) => (tags.get(name) ?? []).flatMap((text) => parseNameList(text))
  const candidates = Object.entries(textTags).flatMap(([name, field]) =>
    textCandidate(field, first(name), name),
  )
  for (const id of [...(tags.get('eprints.id_number') ?? []), ...(tags.get('eprints.doi') ?? [])]) {
    if (/10\.\d{4,9}\//.test(id)) candidates.push(...textCandidate('DOI', id, 'eprints.id_number'))
  }
  return [
    ...candidates,
    ...namesCandidate('author', names('eprints.creators_name'), 'eprints.creators_name'),
    ...namesCandidate('editor', names('eprints.editors_name'), 'eprints.editors_name'),
    ...dateCandidate(first('eprints.date'), 'eprints.date'),
  ]
}
