/** The searches by which the sidebar narrows the list, each for the others: how papers stand, and what they lack. */
export const narrowings = ['is:unread', 'is:include', 'is:maybe', 'is:exclude', 'no:doi'] as const
export type Narrowing = (typeof narrowings)[number]

/** The narrowing that a search has among its words, and the search without it. */
export function narrowingIn(text: string): { narrowing: Narrowing | undefined; rest: string } {
  const words = text.split(/\s+/).filter((word) => word !== '')
  const narrowing = narrowings.find((each) => words.includes(each))
  return { narrowing, rest: words.filter((word) => word !== narrowing).join(' ') }
}
