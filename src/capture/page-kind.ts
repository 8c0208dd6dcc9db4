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

const reasons = [
  'tags-and-abstract',
  'tags-and-authors',
  'metadata-and-abstract',
  'heading-and-identifier',
  'heading-and-keywords',
  'heading-and-authors',
  'record',
  'text-and-keywords',
  'text-file',
  'link',
  'wall-title',
  'only-scripts',
  'many-papers',
  'other-work',
  'no-evidence',
] as const

/** What told a page's kind: for a paper what speaks for it, for any other page what it was taken for. */
export type KindReason = (typeof reasons)[number]

/** Everything that was read from one page. */
export interface Capture extends NewRecord {
  kind: PageKind
  reason: KindReason
  /** True where the title or the abstract has a formula that only LaTeX shows well, and nothing was there to write it. */
  needsMathematics?: true
}

/** True where the page shows one paper, so that a click may save it. */
export function isPaper(kind: PageKind): boolean {
  return kind === 'abstract' || kind === 'fulltext-with-abstract'
}

/** True for the name of a page kind, for what comes from outside. */
export function isPageKind(value: unknown): value is PageKind {
  return kinds.some((kind) => kind === value)
}

/** True for the name of a reason, for what comes from outside. */
export function isKindReason(value: unknown): value is KindReason {
  return reasons.some((reason) => reason === value)
}
