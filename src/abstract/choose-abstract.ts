import { refusal, refusalOfLabelled } from '../boilerplate/strip.ts'
import { abstractText } from '../item/abstract-text.ts'
import { abstractCandidate } from '../item/field-source.ts'
import type { FieldCandidate, Removed, Section, Translation } from '../item/record.ts'
import { comparable } from '../text/comparable.ts'
import {
  type AbstractCandidate,
  candidateOf,
  type Finding,
  lengthOf,
} from './abstract-candidate.ts'
import { partLanguages } from './languages.ts'
import { cutOff, least, openingOf, weigh } from './weigh.ts'

/** The abstract that was chosen, where it came from, and what else was offered. */
export interface ChosenAbstract {
  sections: Section[]
  source: string
  finding: Finding
  /** The page's block at which it begins; none for what is not on the page. */
  at: number | undefined
  removed: Removed[]
  others: FieldCandidate[]
  /** The languages in which the page gives it beside the chosen one. */
  translations: Translation[]
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
    /** The place of the title's block; -1 where none shows it. */
    titleAt: number
    /** The place of the heading that ends the paper's own part, where there is one. */
    endAt: number | undefined
    /** True where abstracts stand without a heading: on a portal that shows them so, in a text file. */
    trusted: boolean
    /** True for a letter, a correction, an editorial: what is printed without an abstract. */
    brief: boolean
  },
): ChosenAbstract | undefined {
  const title = comparable(page.title ?? '')
  const fit = found.filter((candidate) => isFit(candidate, title))
  const teasers = page.teasers.map(openingOf).filter((words) => words !== '')
  const context = {
    all: fit,
    teasers,
    language: page.language,
    prose: page.prose,
    title: page.titleAt,
    end: page.endAt,
    trusted: page.trusted,
    brief: page.brief,
  }
  const scored = fit
    .map((candidate) => ({ candidate, points: weigh(candidate, context) }))
    .sort((a, b) => b.points - a.points)
  const best = scored[0]
  if (!best || best.points < least) return undefined
  const chosen = cutToMetadata(best.candidate, fit)
  const parted = partLanguages(chosen.sections, page.language)
  const seen = new Set([chosen.words])
  const others = scored
    .map((s) => s.candidate)
    .filter((c) => !seen.has(c.words) && seen.add(c.words))
  return {
    sections: parted.kept,
    source: chosen.source,
    finding: page.trusted && best.candidate.finding === 'prose' ? 'portal' : best.candidate.finding,
    at: best.candidate.at,
    removed: chosen.removed,
    others: others.slice(0, 6).flatMap((c) => abstractCandidate(c.sections, c.source) ?? []),
    translations: translationsOf(chosen, parted.language, parted.translations, others),
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

/** A text shorter than this tells nothing of its language, and is no abstract's translation. */
const leastTranslation = 150

/**
 * The abstract's other languages: those that stood in one element with it, and those that stand elsewhere on the page;
 * one of each.
 */
function translationsOf(
  chosen: AbstractCandidate,
  language: string | undefined,
  apart: readonly Translation[],
  others: readonly AbstractCandidate[],
): Translation[] {
  const found = new Map(apart.map((each) => [each.language, each]))
  for (const other of others) {
    if (other.finding === 'prose' || other.finding === 'description') continue
    if (lengthOf(other) < leastTranslation || other.language === undefined) continue
    if (other.language === (language ?? chosen.language) || found.has(other.language)) continue
    const { kept } = partLanguages(other.sections, other.language)
    found.set(other.language, { language: other.language, sections: kept })
  }
  return [...found.values()]
}
