import { isCitationKey } from '../item/citation-key.ts'
import { arrayOf, textOf } from '../item/parse-value.ts'
import type { Decision } from '../item/record.ts'
import { collapse, tidy } from '../text/space.ts'

/** As long as the library takes them. */
const longestWords = 16_000_000
const longestTag = 200
const longestKey = 200
const mostTags = 10_000

/** Tags as the library keeps them, each once whatever its case; what is none is left out. */
export function tagsOf(value: unknown): string[] {
  const tags = new Map<string, string>()
  for (const entry of arrayOf(value, mostTags)) {
    const tag = typeof entry === 'string' ? collapse(tidy(entry.slice(0, longestTag * 4))) : ''
    if (tag === '' || tag.length > longestTag || tags.has(tag.toLowerCase())) continue
    tags.set(tag.toLowerCase(), tag)
  }
  return [...tags.values()]
}

/** A reader's note, or why a paper was left out. */
export function wordsOf(value: unknown): string | undefined {
  return textOf(value, longestWords)
}

/** A citation key that every BibTeX tool reads, else undefined. */
export function keyOf(value: unknown): string | undefined {
  const key = textOf(value, longestKey)
  return key !== undefined && isCitationKey(key) ? key : undefined
}

/** ISO 8601 in UTC, as records have it, else undefined. */
export function timeOf(value: unknown): string | undefined {
  const isTime =
    typeof value === 'string' &&
    /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?Z$/.test(value) &&
    !Number.isNaN(Date.parse(value))
  return isTime ? value : undefined
}

/** What screening tools write for a decision: ASReview 1 and 0, Rayyan `Included`, sheets of people yes and no. */
const decisionWords: readonly (readonly [Decision, RegExp])[] = [
  ['include', /^(?:includ(?:e|ed|es)?|in|yes|y|1|1\.0|true|relevant|accept(?:ed)?)$/],
  ['exclude', /^(?:exclud(?:e|ed|es)?|out|no|n|0|0\.0|false|irrelevant|reject(?:ed)?)$/],
  ['maybe', /^(?:maybe|may be|unsure|unclear|uncertain|undecided|\?)$/],
]

/** A decision in whatever words, else undefined. */
export function decisionOf(value: unknown): Decision | undefined {
  const text = typeof value === 'boolean' ? String(value) : (textOf(value, 50) ?? '')
  const word = text.toLowerCase().replace(/^asreview_/, '')
  return decisionWords.find(([, words]) => words.test(word))?.[0]
}
