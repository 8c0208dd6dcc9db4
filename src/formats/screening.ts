import type { Decision, ReaderFields } from '../item/record.ts'
import { readRayyanNote } from './rayyan-note.ts'

/**
 * ASReview's labels (ASReview LAB documentation, "Data format", RIS: stored under N1). It knows no `maybe`: a paper
 * without a decision is shown again, which is what a `maybe` is for.
 */
const labels: Readonly<Record<Decision, string>> = {
  include: 'ASReview_relevant',
  maybe: 'ASReview_not_seen',
  exclude: 'ASReview_irrelevant',
}

/** Rayyan's words for the same, as they stand in the notes of its exports. */
const words: Readonly<Record<Decision, string>> = {
  include: 'Included',
  maybe: 'Maybe',
  exclude: 'Excluded',
}

const reasonsAre = 'RAYYAN-EXCLUSION-REASONS: '

/** A decision and its reason as notes that ASReview and Rayyan, and what is made for their files, read. */
export function screeningNotes({
  decision,
  reason,
}: Pick<ReaderFields, 'decision' | 'reason'>): string[] {
  const parts = [
    ...(decision ? [`RAYYAN-INCLUSION: {"Offprint"=>"${words[decision]}"}`] : []),
    ...(reason?.trim() ? [`${reasonsAre}${reason.trim()}`] : []),
  ]
  return [...(decision ? [labels[decision]] : []), ...(parts.length > 0 ? [parts.join(' | ')] : [])]
}

/** What a note of a screening tool says; Rayyan's labels are tags, its users' notes are the note. */
export type Screening = Partial<ReaderFields>

/**
 * What a note says of screening, or undefined where it is a note in a person's words. Where reviewers decided
 * differently, the decision is `maybe`. `isOwn` is for notes that `screeningNotes` wrote: their reason is all that
 * follows, whatever stands in it.
 */
export function readScreening(note: string, isOwn: boolean): Screening | undefined {
  const text = note.trim()
  const label = /^ASReview_(?:(?:validate_)?(relevant|irrelevant|not_seen)|prior)$/.exec(text)
  if (label) {
    if (label[1] === 'relevant') return { decision: 'include' }
    return label[1] === 'irrelevant' ? { decision: 'exclude' } : {}
  }
  if (!/^(?:RAYYAN-|USER-NOTES:)/.test(text)) return undefined
  return isOwn ? readOwn(text) : readRayyan(text)
}

function readOwn(text: string): Screening {
  const at = text.indexOf(reasonsAre)
  const decision = decisionOf(at < 0 ? text : text.slice(0, at))
  return {
    ...(decision ? { decision } : {}),
    ...(at < 0 ? {} : { reason: text.slice(at + reasonsAre.length) }),
  }
}

function readRayyan(text: string): Screening {
  const { labels = [], ...said } = readRayyanNote(text) ?? {}
  const tags = labels.map((label) => label.trim()).filter((label) => label !== '')
  return { ...said, ...(tags.length > 0 ? { tags } : {}) }
}

function decisionOf(text: string): Decision | undefined {
  const said = new Set(
    [...text.matchAll(/=>\s*"(Included|Excluded|Maybe)"/g)].map(([, word]) => word),
  )
  if (said.size > 1) return 'maybe'
  return (Object.keys(words) as Decision[]).find((decision) => said.has(words[decision]))
}
