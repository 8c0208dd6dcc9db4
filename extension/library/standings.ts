/** How a paper may stand, by the names that a search has for it (`is:include`). */
export const standings = ['unread', 'include', 'maybe', 'exclude'] as const
export type Standing = (typeof standings)[number]

/** The search for each standing. */
export const standingSearches = standings.map((standing) => `is:${standing}`)

/** The standing that a search asks for by its words, and the search without them. */
export function standingIn(text: string): { standing: Standing | undefined; rest: string } {
  const words = text.split(/\s+/).filter((word) => word !== '')
  const standing = standings.find((each) => words.includes(`is:${each}`))
  return { standing, rest: words.filter((word) => word !== `is:${standing}`).join(' ') }
}
