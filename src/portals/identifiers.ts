import type { PathIdentifier, Portal } from './portal.ts'

/** What an address on a portal says of its paper: `/read/25829391/…` is a PMID on QxMD. */
export function identifiersInPath(
  portal: Portal | undefined,
  url: URL,
): { variable: PathIdentifier['variable']; value: string }[] {
  return (portal?.identifiers ?? []).flatMap(({ variable, match }) => {
    const value = match.exec(url.pathname)?.[1]
    if (value === undefined) return []
    return [{ variable, value: variable === 'number' ? `arXiv:${value}` : value }]
  })
}
