import { queryValue } from '../../src/library/search/query-terms.ts'

/** The search for the papers of a tag. */
export function tagSearch(tag: string): string {
  return `tag:${queryValue(tag)}`
}
