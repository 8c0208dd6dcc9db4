import { parseNameList } from '../item/name.ts'
import {
  type Candidate,
  dateCandidate,
  namesCandidate,
  type TextField,
  textCandidate,
} from './candidate.ts'
import { contentsOf, type MetaTag } from './meta-tags.ts'

/** Tags of the EPrints repository software (wiki.eprints.org). */
const textTags: Readonly<Record<string, TextField>> = {
  'eprints.title': 'title',
  'eprints.abstract': 'abstract',
  'eprints.publication': 'container-title',
  'eprints.volume': 'volume',
  'eprints.number': 'issue',
  'eprints.pagerange': 'page',
  'eprints.publisher': 'publisher',
  'eprints.institution': 'publisher',
  'eprints.issn': 'ISSN',
  'eprints.isbn': 'ISBN',
  'eprints.official_url': 'URL',
}

/** What `eprints.*` tags say. */
export function readEprints(tags: readonly MetaTag[]): Candidate[] {
  const candidates: Candidate[] = []
  for (const [name, field] of Object.entries(textTags))
    candidates.push(...textCandidate(field, contentsOf(tags, name)[0], name))
  for (const id of contentsOf(tags, 'eprints.id_number', 'eprints.doi')) {
    if (/10\.\d{4,9}\//.test(id)) candidates.push(...textCandidate('DOI', id, 'eprints.id_number'))
  }
  candidates.push(
    ...namesCandidate(
      'author',
      contentsOf(tags, 'eprints.creators_name').flatMap(parseNameList),
      'eprints.creators_name',
    ),
  )
  candidates.push(
    ...namesCandidate(
      'editor',
      contentsOf(tags, 'eprints.editors_name').flatMap(parseNameList),
      'eprints.editors_name',
    ),
  )
  candidates.push(...dateCandidate(contentsOf(tags, 'eprints.date')[0], 'eprints.date'))
  return candidates
}
