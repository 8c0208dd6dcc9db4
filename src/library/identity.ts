import { ulid } from 'ulid'
import { strongestIdentifier } from '../item/identifier.ts'

/** Order of identifiers from the strongest; an address is the weakest. */
const kinds = ['doi:', 'pmid:', 'pmcid:', 'arxiv:', 'url:']

/**
 * The id of a paper that is saved for the first time: `r:` and the first 26 hex digits of the SHA-256 of its
 * strongest identifier (prefix included), the same on every device; where it has none, `u:` and a new ULID.
 * To be had before a transaction opens, since a digest is not IndexedDB's to wait for.
 */
export async function recordId(identifiers: readonly string[], now: number): Promise<string> {
  return (await identifiedId(identifiers)) ?? newRecordId(now)
}

/** An id that no record had before. */
export function newRecordId(now: number): string {
  return `u:${ulid(now)}`
}

/** The id that a paper has by its identifiers alone, or undefined where none of them gives one. */
export async function identifiedId(identifiers: readonly string[]): Promise<string | undefined> {
  const strongest = strongestIdentifier(identifiers)
  if (strongest === undefined) return undefined
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(strongest))
  const hex = Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0'))
  return `r:${hex.join('').slice(0, 26)}`
}

/** True for an id that a record can have. */
export function isRecordId(id: unknown): id is string {
  return typeof id === 'string' && /^(?:r:[0-9a-f]{26}|u:[0-7][0-9A-HJKMNP-TV-Z]{25})$/.test(id)
}

/** True for an id that a highlight can have. */
export function isHighlightId(id: unknown): id is string {
  return typeof id === 'string' && /^a:[0-7][0-9A-HJKMNP-TV-Z]{25}$/.test(id)
}

/** A normalised identifier's kind with its colon (`doi:`), or undefined for any other text. */
export function kindOf(identifier: string): string | undefined {
  return kinds.find((kind) => identifier.startsWith(kind) && identifier.length > kind.length)
}

/** Identifiers without repeats and without what is none, the strongest first. */
export function strongestFirst(identifiers: Iterable<string>): string[] {
  const rank = (identifier: string): number => kinds.indexOf(kindOf(identifier) ?? '')
  return [...new Set(identifiers)]
    .filter((identifier) => rank(identifier) >= 0)
    .sort((a, b) => rank(a) - rank(b))
}

/** The kinds of identifier that are stronger than this one's. */
export function strongerKinds(identifier: string): string[] {
  const at = kinds.findIndex((kind) => identifier.startsWith(kind))
  return kinds.slice(0, Math.max(at, 0))
}

/**
 * True where two papers cannot be one although they share an address: both have an identifier of one kind,
 * and none of them in common (a site that shows one paper after another under one address).
 */
export function isAtOdds(
  a: readonly string[],
  b: readonly string[],
  among: readonly string[] = kinds.slice(0, -1),
): boolean {
  return among.some((kind) => {
    const ours = a.filter((identifier) => identifier.startsWith(kind))
    const theirs = b.filter((identifier) => identifier.startsWith(kind))
    return ours.length > 0 && theirs.length > 0 && !ours.some((one) => theirs.includes(one))
  })
}
