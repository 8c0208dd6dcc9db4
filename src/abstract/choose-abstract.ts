import { refusal, refusalOfLabelled } from '../boilerplate/strip.ts'
import { abstractText } from '../item/abstract-text.ts'
import type { FieldCandidate, Removed, Section } from '../item/record.ts'
import { comparable } from '../text/comparable.ts'
import { languageOf } from '../text/language.ts'
import { type AbstractCandidate, candidateOf, type Finding } from './find-abstracts.ts'
import { cutOff, least, openingOf, weigh } from './weigh.ts'

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

/**
 * Chooses after stripping, so that furniture cannot win on length. Page and metadata check each other: a
 * metadata abstract that agrees with a section speaks for it, and a section that holds more than a whole
 * metadata abstract is cut to it; `teasers` (descriptions made for sharing) only ever confirm.
 */
export function chooseAbstract(
  found: readonly AbstractCandidate[],
  page: {
    title: string | undefined
    language: string | undefined
    teasers: readonly string[]
    prose: number
  },
): ChosenAbstract | undefined {
  const title = comparable(page.title ?? '')
  const fit = found.filter((candidate) => isFit(candidate, title))
  const teasers = page.teasers.map(openingOf).filter((words) => words !== '')
  const context = { all: fit, teasers, language: page.language, prose: page.prose }
  const scored = fit
    .map((candidate) => ({ candidate, points: weigh(candidate, context) }))
    .sort((a, b) => b.points - a.points)
  const best = scored[0]
  if (!best || best.points < least) return undefined
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
  const refused = candidate.finding === 'labelled' ? refusalOfLabelled : refusal
  if (refused(text) !== undefined || candidate.words.length < 40) return false
  // A heading's section that only repeats the title, or a page's own description of it.
  return !(
    title.length > 10 &&
    candidate.words.length < title.length * 1.6 &&
    candidate.words.includes(title)
  )
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
