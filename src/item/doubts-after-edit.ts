import { weightOf } from '../text/weight.ts'
import { candidateText } from './field-source.ts'
import type { Item, Variable } from './item.ts'
import type { Doubt, Source } from './record.ts'

/** An abstract that weighs less is very short: so do 5 of 100 papers' (p5 is 161 characters). */
export const shortAbstract = 150

/** True for a text that ends as one does which was cut off; with `anywhere` one of its lines is enough. */
export function endsCutOff(text: string, anywhere = false): boolean {
  return (anywhere ? /(?:…|\.\.\.)$/mu : /(?:…|\.\.\.)$/u).test(text)
}

/**
 * What is still to be looked at after an item was edited from `former` to `now`, which made its sources `after`: what was put right
 * is no doubt any more, and what was taken back is one again.
 */
export function doubtsAfterEdit(
  doubts: readonly Doubt[],
  former: Item,
  now: Item,
  after: Source['fields'],
): Doubt[] {
  const isChanged = (variable: Variable) =>
    candidateText(now, variable) !== candidateText(former, variable)
  const left = new Set(doubts)
  const settle = (doubt: Doubt, isSettled: boolean) => isSettled && left.delete(doubt)
  if (isChanged('title')) {
    const isWindow = after.title?.source === 'window title'
    settle('no-title', now.title !== undefined)
    if (isWindow) left.add('title-from-window')
    else left.delete('title-from-window')
  }
  settle('no-authors', (now.author ?? []).length > 0)
  if (isChanged('abstract')) settleAbstract(former.abstract ?? '', now.abstract ?? '')
  const hasLinkTitle = after.title?.source === 'link'
  settle('saved-from-link', (now.abstract ?? '') !== '' && !hasLinkTitle)
  return [...left]

  function settleAbstract(was: string, is: string): void {
    // A line that is put back below it says nothing of the rest.
    const isRewritten = is !== '' && (was === '' || !is.startsWith(was))
    settle('no-abstract', is !== '')
    for (const doubt of rewritten) settle(doubt, isRewritten)
    settle('abstract-short', weightOf(is) >= shortAbstract)
    settle('abstract-cut-off', !endsCutOff(is, true))
    if (endsCutOff(is)) left.add('abstract-cut-off')
  }
}

/** What a reader has looked at who writes the abstract anew. */
const rewritten = [
  'abstract-from-metadata',
  'abstract-unlabelled',
  'abstract-in-two-languages',
] as const satisfies readonly Doubt[]
