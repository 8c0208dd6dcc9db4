import type { NewRecord } from '../item/record.ts'

const kinds = [
  'abstract',
  'fulltext-with-abstract',
  'list',
  'not-paper',
  'blocked',
  'shell',
] as const

/**
 * What a page is, as far as keeping papers goes: it shows one paper's abstract (`abstract`, or
 * `fulltext-with-abstract`), many papers (`list`), none (`not-paper`), a wall where the paper should be
 * (`blocked`: log-in, robot check, error) or an empty frame that scripts have yet to fill (`shell`).
 */
export type PageKind = (typeof kinds)[number]

/** Everything that was read from one page. */
export interface Capture extends NewRecord {
  kind: PageKind
}

/** True where the page shows one paper, so that a click may save it. */
export function isPaper(kind: PageKind): boolean {
  return kind === 'abstract' || kind === 'fulltext-with-abstract'
}

/** True for the name of a page kind, for what comes from outside. */
export function isPageKind(value: unknown): value is PageKind {
  return kinds.some((kind) => kind === value)
}
