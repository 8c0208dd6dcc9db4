import { describe, expect, test } from 'vitest'
import {
  type AbstractCandidate,
  candidateOf,
  type Finding,
  type Sign,
} from '../../src/abstract/abstract-candidate.ts'
import { type Context, openingOf, weigh } from '../../src/abstract/weigh.ts'
import { lineBlock } from '../../src/text/block.ts'

const text =
  'The slates were measured on the coast for forty years, and a third of them failed before their time. We weighed 1,204 of them each spring and fitted a model of wind, salt and frost to their losses.'

function made(finding: Finding, words = text): AbstractCandidate {
  const candidate = candidateOf(finding, finding, [lineBlock(words)])
  if (!candidate) throw new Error('nothing is left of the candidate')
  return candidate
}

/** How many points a candidate gains or loses by what stands beside it. */
function gain(
  candidate: AbstractCandidate,
  beside: Partial<Context>,
  others: AbstractCandidate[] = [],
): number {
  const alone: Context = {
    all: [candidate],
    teasers: [],
    language: undefined,
    prose: 1_000_000,
    title: -1,
    end: undefined,
    trusted: false,
    brief: false,
  }
  return (
    weigh(candidate, { ...alone, ...beside, all: [candidate, ...others] }) - weigh(candidate, alone)
  )
}

/** How much a text is worth more or less than the ordinary one, found the same way. */
const by = (finding: Finding, words: string): number => {
  const worth = (candidate: AbstractCandidate): number =>
    weigh(candidate, {
      all: [candidate],
      teasers: [],
      language: undefined,
      prose: 1_000_000,
      title: -1,
      end: undefined,
      trusted: false,
      brief: false,
    })
  return worth(made(finding, words)) - worth(made(finding))
}

const context: Context = {
  all: [],
  teasers: [],
  language: undefined,
  prose: 1_000_000,
  title: -1,
  end: undefined,
  trusted: false,
  brief: false,
}

describe('what speaks for a candidate', () => {
  test('metadata that begins alike', () => {
    expect(gain(made('labelled'), {}, [made('metadata')])).toBe(25)
    expect(gain(made('labelled'), {}, [made('description')])).toBe(25)
  })

  test('a section that shows the same', () =>
    expect(gain(made('metadata'), {}, [made('labelled')])).toBe(10))

  test('a teaser that was taken from it', () => {
    expect(gain(made('named'), { teasers: [openingOf(`${text.slice(0, 90)} …`)] })).toBe(15)
  })

  test('being most of the page’s text, where no heading names it', () => {
    const long = `${text} ${text}`
    expect(gain(made('prose', long), { prose: long.length })).toBe(15)
    expect(gain(made('labelled', long), { prose: long.length })).toBe(0)
    expect(gain(made('prose'), { prose: text.length })).toBe(0)
  })

  test('what stands round a text without a heading', () => {
    const signed = (sign: Sign): number =>
      weigh({ ...made('prose'), signs: [sign] }, context) - weigh(made('prose'), context)
    expect(signed('keywords-below')).toBe(20)
    expect(signed('authors-above')).toBe(5)
    expect(signed('body-below')).toBe(5)
    expect(signed('many-paragraphs')).toBe(-20)
  })
})

describe('what speaks against a candidate', () => {
  test('being written for sharing', () => {
    expect(gain(made('description'), { teasers: [openingOf(text)] })).toBe(15 - 55)
    // A section that has the same words makes it an abstract that is shared.
    expect(gain(made('description'), { teasers: [openingOf(text)] }, [made('labelled')])).toBe(
      15 + 10,
    )
  })

  test('being cut off', () => expect(by('labelled', `${text.slice(0, 150)} …`)).toBe(-45))

  test('being shorter than abstracts are', () =>
    expect(by('labelled', text.slice(0, 100))).toBe(-30))

  test('being longer than abstracts are', () => expect(by('labelled', text.repeat(40))).toBe(-60))

  test('a fuller copy', () =>
    expect(
      gain(made('labelled', text), {}, [made('labelled', `${text} ${text.toUpperCase()}`)]),
    ).toBe(-20))

  test('standing above the title, or behind another one', () => {
    const at = (place: number): AbstractCandidate => ({ ...made('labelled'), at: place })
    const worth = (candidate: AbstractCandidate, others: AbstractCandidate[] = []): number =>
      weigh(candidate, { ...context, title: 5, all: [candidate, ...others] })
    expect(worth(at(3)) - worth(at(7))).toBe(-45)
    const related = { ...made('labelled', text.replace('slates', 'tiles on the roofs')), at: 9 }
    expect(worth(related, [at(7)]) - worth(related)).toBe(-12)
    expect(worth(at(7), [related]) - worth(at(7))).toBe(0)
    expect(weigh(at(9), { ...context, title: 5, end: 8 }) - worth(at(7))).toBe(-60)
  })

  test('another language than the page’s', () => {
    const another = [
      made('metadata', 'Schiefer wurden an der Küste gemessen, und zwar vierzig Jahre.'),
    ]
    const worth = (language: string): number =>
      gain(made('labelled'), { language }, another) - gain(made('labelled'), {}, another)
    expect(worth('de')).toBe(-35)
    expect(worth('en-GB')).toBe(0)
  })
})

test('the ways of finding are trusted in this order', () => {
  const order: Finding[] = [
    'portal',
    'platform',
    'labelled',
    'named',
    'metadata',
    'script',
    'description',
    'prose',
  ]
  const worth = order.map((finding) =>
    weigh(made(finding), {
      all: [],
      teasers: [],
      language: undefined,
      prose: 1_000_000,
      title: -1,
      end: undefined,
      trusted: false,
      brief: false,
    }),
  )
  expect(worth).toEqual([...worth].sort((a, b) => b - a))
})
