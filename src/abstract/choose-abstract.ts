import { refusal } from '../boilerplate/strip.ts'
import { abstractText } from '../item/abstract-text.ts'
import type { FieldCandidate, Removed, Section } from '../item/record.ts'
import { comparable } from '../text/comparable.ts'
import { languageOf } from '../text/language.ts'
import { type AbstractCandidate, candidateOf, type Finding } from './find-abstracts.ts'

/** The abstract that was chosen, where it came from, and what else was offered. */
export interface ChosenAbstract {
  sections: Section[]
  source: string
  finding: Finding
  removed: Removed[]
  others: FieldCandidate[]
  /** The other languages in which the page gives an abstract, as BCP 47. */
  translations: string[]
}

/** What each way of finding is worth before anything else is known. */
const worth: Readonly<Record<Finding, number>> = {
  portal: 100,
  labelled: 80,
  selector: 75,
  metadata: 60,
  description: 40,
  prose: 30,
}

/** A finished text ends in a mark or a bracket; a teaser ends in dots or in the middle of a sentence. */
const cutOff = /(?:…|\.\.\.)\s*$/u

/**
 * Chooses after stripping, so that furniture cannot win on length. Page and metadata check each other: a
 * metadata abstract that agrees with a section speaks for it, and a section that holds more than a whole
 * metadata abstract is cut to it; `teasers` (descriptions made for sharing) only ever confirm.
 */
export function chooseAbstract(
  found: readonly AbstractCandidate[],
  page: { title: string | undefined; language: string | undefined; teasers: readonly string[] },
): ChosenAbstract | undefined {
  const title = comparable(page.title ?? '')
  const fit = found.filter((candidate) => isFit(candidate, title))
  const teasers = page.teasers.map(openingOf).filter((words) => words.length >= 30)
  const scored = fit
    .map((candidate, i) => ({
      candidate,
      score: score(candidate, fit, teasers, page.language) - i * 0.01,
    }))
    .sort((a, b) => b.score - a.score)
  const best = scored[0]
  if (!best || best.score < 20) return undefined
  const chosen = cutToMetadata(best.candidate, fit)
  const seen = new Set([chosen.words])
  const others = scored
    .map((s) => s.candidate)
    .filter((c) => !seen.has(c.words) && seen.add(c.words))
  return {
    sections: chosen.sections,
    source: chosen.source,
    finding: best.candidate.finding,
    removed: chosen.removed,
    others: others.slice(0, 6).flatMap((c) => {
      const value = abstractText(c.sections)
      return value === undefined ? [] : [{ value, source: c.source }]
    }),
    translations: translationsOf(chosen, others),
  }
}

function isFit(candidate: AbstractCandidate, title: string): boolean {
  const text = abstractText(candidate.sections) ?? ''
  if (refusal(text) !== undefined || candidate.words.length < 40) return false
  // A heading's section that only repeats the title, or a page's own description of it.
  return !(
    title.length > 10 &&
    candidate.words.length < title.length * 1.6 &&
    candidate.words.includes(title)
  )
}

function score(
  candidate: AbstractCandidate,
  all: readonly AbstractCandidate[],
  teasers: readonly string[],
  language: string | undefined,
): number {
  const text = abstractText(candidate.sections) ?? ''
  const opening = candidate.words.slice(0, 60)
  let points = worth[candidate.finding]
  const agreeing = all.filter(
    (other) =>
      other !== candidate &&
      other.finding !== candidate.finding &&
      agrees(candidate.words, other.words),
  )
  if (agreeing.some((other) => other.finding === 'metadata' || other.finding === 'description'))
    points += 25
  if (
    agreeing.some(
      (other) =>
        other.finding === 'labelled' || other.finding === 'selector' || other.finding === 'portal',
    )
  )
    points += 10
  if (
    teasers.some((teaser) => opening.startsWith(teaser.slice(0, 60)) || teaser.startsWith(opening))
  )
    points += 15
  if (cutOff.test(text)) points -= 45
  if (text.length < 120) points -= 30
  if (text.length > 7000) points -= 60
  // A fuller copy of the same text beats a shorter one; nested elements are such copies.
  if (
    all.some(
      (other) =>
        other.finding !== 'description' &&
        other.words.length > candidate.words.length * 1.7 &&
        other.words.length < 6000 &&
        other.words.includes(candidate.words.slice(0, 200)) &&
        worth[other.finding] >= worth[candidate.finding],
    )
  )
    points -= 20
  // A description that is also the page's description for sharing was written for that.
  if (
    candidate.finding === 'description' &&
    points < 50 + 15 &&
    teasers.some((teaser) => opening.startsWith(teaser))
  )
    points -= 40
  const written = languageOf(text)
  if (language && written && written !== language.slice(0, 2).toLowerCase()) points -= 15
  return points
}

/** Two texts agree where one begins like the other. */
function agrees(a: string, b: string): boolean {
  const length = Math.min(a.length, b.length, 120)
  return length >= 40 && (a.includes(b.slice(0, length)) || b.includes(a.slice(0, length)))
}

function openingOf(teaser: string): string {
  return comparable(teaser.replace(cutOff, '')).slice(0, 60)
}

/** A section that holds a whole metadata abstract and more is cut to the blocks that the metadata has. */
function cutToMetadata(
  candidate: AbstractCandidate,
  all: readonly AbstractCandidate[],
): AbstractCandidate {
  const whole = all.find(
    (other) =>
      other.finding === 'metadata' &&
      other.words.length >= 300 &&
      !cutOff.test(abstractText(other.sections) ?? '') &&
      other.words.length < candidate.words.length * 0.85 &&
      candidate.words.includes(other.words.slice(0, 100)),
  )
  if (!whole || candidate.blocks.length < 2) return candidate
  const kept = candidate.blocks.filter((block) => {
    const words = comparable(block.text)
    return words.length < 30 || whole.words.includes(words.slice(0, 80))
  })
  const cut = candidateOf(candidate.finding, candidate.source, kept)
  return cut && cut.words.length >= whole.words.length * 0.9 ? cut : candidate
}

function translationsOf(chosen: AbstractCandidate, others: readonly AbstractCandidate[]): string[] {
  const own = languageOf(abstractText(chosen.sections) ?? '')
  const languages = others.flatMap((other) => languageOf(abstractText(other.sections) ?? '') ?? [])
  return [...new Set(languages)].filter((language) => language !== own)
}
