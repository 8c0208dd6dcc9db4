import { abstractText } from '../item/abstract-text.ts'
import { comparable } from '../text/comparable.ts'
import { languageOf } from '../text/language.ts'
import type { AbstractCandidate, Finding } from './find-abstracts.ts'

/** What a candidate is weighed against. */
export interface Context {
  /** Every candidate of the page, the weighed one among them. */
  all: readonly AbstractCandidate[]
  /** The openings of the page's descriptions for sharing, as `openingOf` gives them. */
  teasers: readonly string[]
  /** How much running text the page has in all, in characters. */
  prose: number
  /** The page's language, BCP 47. */
  language: string | undefined
}

/** One thing that speaks for or against a candidate. */
interface Consideration {
  why: string
  /** Added where it holds; what a finding is worth by itself is between 30 and 100. */
  points: number
  holds: (candidate: AbstractCandidate, context: Context) => boolean
}

/** What each way of finding is worth before anything else is known. */
const worth: Readonly<Record<Finding, number>> = {
  portal: 100,
  labelled: 80,
  selector: 75,
  metadata: 60,
  description: 40,
  // Less than `least`: on a page that is not known, only with something that speaks for it.
  prose: 10,
}

/** The least that an abstract must be worth. */
export const least = 20

/** A finished text ends in a mark or a bracket; a teaser ends in dots. */
export const cutOff = /(?:…|\.\.\.)\s*$/u

const considerations: readonly Consideration[] = [
  {
    why: 'The metadata begins with the same words.',
    points: 25,
    holds: (candidate, context) => agreeing(candidate, context, ['metadata', 'description']),
  },
  {
    why: 'The page shows the same words.',
    points: 10,
    holds: (candidate, context) => agreeing(candidate, context, ['labelled', 'selector', 'portal']),
  },
  {
    why: 'The page shares the same words; a teaser confirms what it is taken from.',
    points: 15,
    holds: ({ words }, { teasers }) => teasers.some((teaser) => begins(words, teaser)),
  },
  {
    why: 'A description that is shared, and that no section repeats, was written for sharing.',
    points: -55,
    holds: (candidate, context) =>
      candidate.finding === 'description' &&
      context.teasers.some((teaser) => begins(candidate.words, teaser)) &&
      !agreeing(candidate, context, ['labelled', 'selector', 'portal', 'prose', 'metadata']),
  },
  {
    why: 'Text without a heading is the abstract where there is little other text; else it is a body’s beginning.',
    points: 15,
    holds: (candidate, { prose }) =>
      candidate.finding === 'prose' && textOf(candidate).length >= prose * 0.4,
  },
  {
    why: 'It is cut off.',
    points: -45,
    holds: (candidate) => cutOff.test(textOf(candidate)),
  },
  {
    why: '19 of 20 abstracts are longer than 160 characters.',
    points: -30,
    holds: (candidate) => textOf(candidate).length < 120,
  },
  {
    why: 'No abstract of 734 papers was longer than 6,002 characters; a body is.',
    points: -60,
    holds: (candidate) => textOf(candidate).length > 7000,
  },
  {
    why: 'A fuller copy of the same text is there: nested elements, a teaser and the whole.',
    points: -20,
    holds: ({ finding, words }, { all }) =>
      all.some(
        (other) =>
          other.finding !== 'description' &&
          worth[other.finding] >= worth[finding] &&
          other.words.length > words.length * 1.7 &&
          other.words.length < 6000 &&
          other.words.includes(words.slice(0, 200)),
      ),
  },
  {
    why: 'It is in another language than the page: a translation.',
    points: -15,
    holds: (candidate, { language }) => {
      const written = language === undefined ? undefined : languageOf(textOf(candidate))
      return written !== undefined && written !== language?.slice(0, 2).toLowerCase()
    },
  },
]

/** How much speaks for a candidate, in points; only their order and `least` matter. */
export function weigh(candidate: AbstractCandidate, context: Context): number {
  return considerations.reduce(
    (sum, { points, holds }) => (holds(candidate, context) ? sum + points : sum),
    worth[candidate.finding],
  )
}

/** The first words of a description for sharing, for comparing; empty where it is too short to tell anything. */
export function openingOf(teaser: string): string {
  const words = comparable(teaser.replace(cutOff, '')).slice(0, 60)
  return words.length < 30 ? '' : words
}

function begins(words: string, opening: string): boolean {
  const own = words.slice(0, 60)
  return own.startsWith(opening) || opening.startsWith(own)
}

function agreeing(
  candidate: AbstractCandidate,
  { all }: Context,
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

function textOf(candidate: AbstractCandidate): string {
  return abstractText(candidate.sections) ?? ''
}
