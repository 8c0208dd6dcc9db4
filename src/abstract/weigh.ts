import { abstractText } from '../item/abstract-text.ts'
import { comparable } from '../text/comparable.ts'
import { weightOf } from '../text/weight.ts'
import { type AbstractCandidate, type Finding, lengthOf } from './abstract-candidate.ts'
import { agreeing, begins } from './agreement.ts'

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
  /** The place of the title's block; -1 where none shows it. */
  title: number
  /** The place of the heading that ends the paper's own part, where there is one below the title. */
  end: number | undefined
  /** True where abstracts stand without a heading: on a portal that shows them so, in a text file. */
  trusted: boolean
  /** True for a letter, a correction, an editorial: what is printed without an abstract. */
  brief: boolean
}

/** One thing that speaks for or against a candidate. */
export interface Consideration {
  why: string
  /** Added where it holds; what a finding is worth by itself is between 30 and 100. */
  points: number
  holds: (candidate: AbstractCandidate, context: Context) => boolean
}

/** What each way of finding is worth before anything else is known. */
export const worth: Readonly<Record<Finding, number>> = {
  portal: 100,
  platform: 90,
  labelled: 80,
  named: 75,
  metadata: 60,
  script: 60,
  description: 40,
  // Less than `least`: on a page that is not known, only with something that speaks for it.
  prose: 10,
}

/** The least that an abstract must be worth. */
export const least = 20

/** The shortest text without a heading that can be an abstract by its share of the page alone, in characters. */
const leastProse = 250

/** A finished text ends in a mark or a bracket; a teaser ends in dots. */
export const cutOff = /(?:…|\.\.\.)\s*$/u

/** The findings that stand on the page under a heading or in an element of their own. */
const shown: readonly Finding[] = ['labelled', 'named', 'portal', 'platform']

/** What speaks for and against a candidate; the order does not matter. */
export const considerations: readonly Consideration[] = [
  {
    why: 'The metadata begins with the same words.',
    points: 25,
    holds: (candidate, { all }) => agreeing(candidate, all, ['metadata', 'description', 'script']),
  },
  {
    why: 'The page shows the same words.',
    points: 10,
    holds: (candidate, context) => agreeing(candidate, context.all, shown),
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
      !agreeing(candidate, context.all, [...shown, 'prose', 'metadata', 'script']),
  },
  {
    why: 'Text without a heading is the abstract where there is little other text; else it is a body’s beginning.',
    points: 15,
    holds: (candidate, { prose }) =>
      candidate.finding === 'prose' &&
      lengthOf(candidate) >= leastProse &&
      lengthOf(candidate) <= 4000 &&
      lengthOf(candidate) >= prose * 0.4,
  },
  {
    why: 'The portal is known to show its abstracts without a heading, or it is a text file.',
    points: 15,
    holds: (candidate, { trusted }) => candidate.finding === 'prose' && trusted,
  },
  {
    why: 'Keywords stand right below it.',
    points: 20,
    holds: ({ signs }) => signs?.includes('keywords-below') ?? false,
  },
  {
    why: 'The authors stand right above it.',
    points: 5,
    holds: ({ signs }) => signs?.includes('authors-above') ?? false,
  },
  {
    why: 'The body begins right below it.',
    points: 5,
    holds: ({ signs }) => signs?.includes('body-below') ?? false,
  },
  {
    why: 'The references follow at once: it is the whole text of a letter or a note.',
    points: -30,
    holds: ({ signs }) => signs?.includes('references-below') ?? false,
  },
  {
    why: 'It stands in an element for the whole text.',
    points: -20,
    holds: ({ signs }) => signs?.includes('in-body') ?? false,
  },
  {
    why: 'Letters, corrections, editorials and reviews of books have no abstract, but a text.',
    points: -40,
    holds: ({ finding }, { brief }) => brief && (finding === 'prose' || finding === 'description'),
  },
  {
    why: 'An abstract without labels has one paragraph or a few; a body has many.',
    points: -20,
    holds: ({ signs }) => signs?.includes('many-paragraphs') ?? false,
  },
  {
    why: 'It stands above the paper’s title: another paper’s.',
    points: -45,
    holds: ({ at }, { title }) => at !== undefined && at < title,
  },
  {
    why: 'It stands below the references or a list of other papers.',
    points: -60,
    holds: ({ at }, { title, end }) =>
      title >= 0 && at !== undefined && end !== undefined && at > end,
  },
  {
    why: 'Another one of its kind stands between the title and it: a related paper’s, or a translation.',
    points: -12,
    holds: (candidate, context) => isBehindAnother(candidate, context),
  },
  {
    why: 'It is cut off.',
    points: -45,
    holds: (candidate) => cutOff.test(textOf(candidate)),
  },
  {
    why: '19 of 20 abstracts are longer than 160 characters.',
    points: -30,
    holds: (candidate) => weightOf(textOf(candidate)) < 120,
  },
  {
    why: 'No abstract of 734 papers was longer than 6,002 characters; a body is.',
    points: -60,
    holds: (candidate) => lengthOf(candidate) > 7000,
  },
  {
    why: 'Nobody’s abstract is a book.',
    points: -100,
    holds: (candidate) => lengthOf(candidate) > 30_000,
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
    points: -35,
    holds: (candidate, { language, all }) => {
      const written = language === undefined || all.length < 2 ? undefined : candidate.language
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

function isBehindAnother(candidate: AbstractCandidate, { all, title }: Context): boolean {
  const { at, finding } = candidate
  return (
    at !== undefined &&
    title >= 0 &&
    at > title &&
    all.some(
      (other) =>
        other.finding === finding &&
        other.at !== undefined &&
        other.at > title &&
        other.at < at &&
        !other.words.includes(candidate.words.slice(0, 100)) &&
        !candidate.words.includes(other.words.slice(0, 100)),
    )
  )
}

function textOf(candidate: AbstractCandidate): string {
  return abstractText(candidate.sections) ?? ''
}
