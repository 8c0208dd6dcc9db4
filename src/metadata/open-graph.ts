import { type Candidate, textCandidate } from './candidate.ts'
import { contentsOf, type MetaTag } from './meta-tags.ts'

/** Title and address only: Open Graph descriptions are written to be shared, never to be an abstract. */
export function readOpenGraph(tags: readonly MetaTag[]): Candidate[] {
  return [
    ...textCandidate('title', contentsOf(tags, 'og:title')[0], 'og:title'),
    ...textCandidate('URL', contentsOf(tags, 'og:url')[0], 'og:url'),
  ]
}

/** Teasers that may confirm an abstract and never are one. */
export function readTeasers(tags: readonly MetaTag[]): Candidate[] {
  return ['og:description', 'twitter:description', 'description'].flatMap((name) =>
    textCandidate('abstract', contentsOf(tags, name)[0], name),
  )
}

/** The site's name, for taking it off a window's title. */
export function siteName(tags: readonly MetaTag[]): string | undefined {
  return contentsOf(tags, 'og:site_name', 'application-name')[0]?.trim()
}
