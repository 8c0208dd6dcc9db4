import { describe, expect, test } from 'vitest'
import {
  type AbstractCandidate,
  candidateOf,
  type Finding,
} from '../../src/abstract/find-abstracts.ts'
import { type Context, openingOf, weigh } from '../../src/abstract/weigh.ts'

const text =
  'The slates were measured on the coast for forty years, and a third of them failed before their time. We weighed 1,204 of them each spring and fitted a model of wind, salt and frost to their losses.'

function made(finding: Finding, words = text): AbstractCandidate {
  const candidate = candidateOf(finding, finding, [{ text: words, afterBreak: false }])
  if (!candidate) throw new Error('nothing is left of the candidate')
  return candidate
}

/** How many points a candidate gains or loses by what stands beside it. */
function gain(
  candidate: AbstractCandidate,
  beside: Partial<Context>,
  others: AbstractCandidate[] = [],
): number {
  const alone: Context = { all: [candidate], teasers: [], language: undefined, prose: 1_000_000 }
  return (
    weigh(candidate, { ...alone, ...beside, all: [candidate, ...others] }) - weigh(candidate, alone)
  )
}

/** How much a text is worth more or less than the ordinary one, found the same way. */
const by = (finding: Finding, words: string): number => {
  const worth = (candidate: AbstractCandidate): number =>
    weigh(candidate, { all: [candidate], teasers: [], language: undefined, prose: 1_000_000 })
  return worth(made(finding, words)) - worth(made(finding))
}

describe('what speaks for a candidate', () => {
  test('metadata that begins alike', () => {
    expect(gain(made('labelled'), {}, [made('metadata')])).toBe(25)
    expect(gain(made('labelled'), {}, [made('description')])).toBe(25)
  })

  test('a section that shows the same', () =>
    expect(gain(made('metadata'), {}, [made('labelled')])).toBe(10))

  test('a teaser that was taken from it', () => {
    expect(gain(made('selector'), { teasers: [openingOf(`${text.slice(0, 90)} …`)] })).toBe(15)
  })

  test('being most of the page’s text, where no heading names it', () => {
    expect(gain(made('prose'), { prose: text.length })).toBe(15)
    expect(gain(made('labelled'), { prose: text.length })).toBe(0)
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

  test('another language than the page’s', () => {
    expect(gain(made('labelled'), { language: 'de' })).toBe(-15)
    expect(gain(made('labelled'), { language: 'en-GB' })).toBe(0)
  })
})

test('the ways of finding are trusted in this order', () => {
  const order: Finding[] = ['portal', 'labelled', 'selector', 'metadata', 'description', 'prose']
  const worth = order.map((finding) =>
    weigh(made(finding), { all: [], teasers: [], language: undefined, prose: 1_000_000 }),
  )
  expect(worth).toEqual([...worth].sort((a, b) => b - a))
})
