import type { AbstractCandidate, Finding } from './abstract-candidate.ts'

/** True where a text begins with a description's opening, or the other way round. */
export function begins(words: string, opening: string): boolean {
  const own = words.slice(0, 60)
  return own.startsWith(opening) || opening.startsWith(own)
}

/** True where a candidate of another kind, one of `findings`, says the same. */
export function agreeing(
  candidate: AbstractCandidate,
  all: readonly AbstractCandidate[],
  findings: readonly Finding[],
): boolean {
  return all.some(
    (other) =>
      other !== candidate &&
      other.finding !== candidate.finding &&
      findings.includes(other.finding) &&
      agrees(candidate.words, other.words),
  )
}

/** Two texts agree where one holds the other's beginning. */
function agrees(a: string, b: string): boolean {
  const length = Math.min(a.length, b.length, 120)
  return length >= 40 && (a.includes(b.slice(0, length)) || b.includes(a.slice(0, length)))
}
