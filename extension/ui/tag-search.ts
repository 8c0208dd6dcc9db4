/** The search for the papers of a tag; undefined for one with a quotation mark, which the language cannot say. */
export function tagSearch(tag: string): string | undefined {
  if (/["“”«»]/.test(tag)) return undefined
  return /\s/.test(tag) ? `tag:"${tag}"` : `tag:${tag}`
}
