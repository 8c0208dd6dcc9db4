import { type Candidate, dateCandidate, type TextField, textCandidate } from './candidate.ts'
import { pagesOf } from './highwire.ts'
import type { MetaIndex } from './meta-tags.ts'

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
  pagerange: 'page',
}

/** What `prism.*` tags say; `prism.teaser` is a teaser and is not read. */
export function readPrism(tags: MetaIndex): Candidate[] {
  const value = (name: string): string | undefined =>
    (tags.get(`prism.${name}`) ?? tags.get(`prism:${name}`))?.[0]
  return [
    ...Object.entries(textTags).flatMap(([name, field]) =>
      textCandidate(field, value(name), `prism.${name}`),
    ),
    ...['coverdate', 'publicationdate', 'coverdisplaydate'].flatMap((name) =>
      dateCandidate(value(name), `prism.${name}`),
    ),
    ...pagesOf(value('startingpage'), value('endingpage'), 'prism.startingPage'),
    ...textCandidate('page', value('elocationid') ?? value('articlenumber'), 'prism.eLocationId'),
  ]
}
