import { type Candidate, dateCandidate, type TextField, textCandidate } from './candidate.ts'
import { pagesOf } from './highwire.ts'
import type { MetaTag } from './meta-tags.ts'

/** PRISM basic metadata (w3.org/Submission/prism), as publishers put it beside Highwire tags. */
const textTags: Readonly<Record<string, TextField>> = {
  publicationname: 'container-title',
  volume: 'volume',
  number: 'issue',
  issue: 'issue',
  issn: 'ISSN',
  eissn: 'ISSN',
  doi: 'DOI',
  url: 'URL',
  title: 'title',
}

/** What `prism.*` tags say; `prism.teaser` is a teaser and is not read. */
export function readPrism(tags: readonly MetaTag[]): Candidate[] {
  const candidates: Candidate[] = []
  const value = (name: string): string | undefined =>
    tags.find((tag) => tag.name === `prism.${name}` || tag.name === `prism:${name}`)?.content
  for (const [name, field] of Object.entries(textTags))
    candidates.push(...textCandidate(field, value(name), `prism.${name}`))
  for (const name of ['coverdate', 'publicationdate', 'coverdisplaydate'])
    candidates.push(...dateCandidate(value(name), `prism.${name}`))
  candidates.push(...pagesOf(value('startingpage'), value('endingpage'), 'prism.startingPage'))
  return candidates
}
