import { citationFields, citationFilters, type Words } from './citation-fields.ts'
import { defaultKey, type KeyOf } from './citation-key.ts'
import type { Item } from './item.ts'

/**
 * Patterns that make keys as other programs make them by default, for papers that have an author, a title and a year:
 * `smith2020deep` (ours, and Google Scholar's), `smith_deep_2020` (Zotero's BibTeX.js), `smithDeepLearningTides2020`
 * (Better BibTeX's `auth.lower + shorttitle(3,3) + year`), `Smith2020` (JabRef's `[auth][year]`, whose `auth` has no
 * particle).
 */
export const citationPatterns = {
  offprint: '[auth:lower][year][shorttitle:words 1:lower]',
  zotero: '[auth:lower:join _:or noauthor]_[shorttitle:words 1:lower:or notitle]_[year:or nodate]',
  betterBibtex: '[auth:lower][shorttitle:words 3:capital][year]',
  jabref: '[family][year]',
} as const

/** What is wrong with a pattern: at which of its characters (from 0), and what stands there. */
export interface PatternError {
  trouble: 'character' | 'unclosed' | 'field' | 'filter' | 'number' | 'no-field' | 'too-long'
  at: number
  text: string
}

/** Longer than anybody's pattern; keys are cut at the next one. */
const longestPattern = 200
const longestKey = 100

type Part = (item: Item) => Words

/**
 * Reads a pattern for citation keys; an empty one is our default.
 *
 * A pattern is text and fields. Text is letters and digits of ASCII, `:`, `_` and `-`. A field stands in square brackets
 * and gives words; filters follow it, each behind a colon, and are applied from left to right; what is left is written
 * without spaces.
 *
 * Fields: `auth` (the first author's family name with its particle, else the first editor's), `family` (without particle),
 * `authors` (all family names, a word each), `year`, `shortyear` (two digits), `month` (two digits), `title`, `shorttitle`
 * (the title without stop words), `journal`, `volume`, `issue`, `firstpage`, `doi` (what stands behind its last stroke).
 *
 * Filters: `lower`, `upper`, `capital` (each word's first letter), `abbr` (each word's first letter alone), `skip` (no stop
 * words), `words 3` (the first three), `chars 4` (the first four characters), `etal 2` (the first two, and `EtAl` where
 * there are more), `join _` (what stands between words), `or x` (where there is nothing).
 *
 * The key that is made is one for BibTeX, biber and pandoc: it begins and ends with a letter, a digit or `_`, and of `:` and
 * `-` no two stand together. A name that cannot be written in ASCII is `anon`. Where the fields of a pattern give nothing
 * at all, the key is our default's. For people: docs/citation-keys.md.
 */
export function compileCitationPattern(
  pattern: string,
): { ok: true; value: KeyOf } | { ok: false; error: PatternError } {
  if (pattern.trim() === '') return { ok: true, value: defaultKey }
  const parts = partsOf(pattern)
  if ('trouble' in parts) return { ok: false, error: parts }
  return { ok: true, value: (item) => keyOf(item, parts) }
}

function keyOf(item: Item, parts: readonly (string | Part)[]): string {
  let key = ''
  let hasWords = false
  for (const part of parts) {
    const words = typeof part === 'string' ? [part] : part(item)
    hasWords ||= typeof part !== 'string' && words.length > 0
    key += words.join('')
  }
  const clean = key.replace(/([:-])[:-]+/g, '$1').replace(/^[:-]/, '')
  const short = clean.slice(0, longestKey).replace(/[:-]$/, '')
  return hasWords && short !== '' ? short : defaultKey(item)
}

function partsOf(pattern: string): (string | Part)[] | PatternError {
  if (pattern.length > longestPattern)
    return { trouble: 'too-long', at: longestPattern, text: pattern.slice(longestPattern) }
  const parts: (string | Part)[] = []
  for (let at = 0; at < pattern.length; ) {
    if (pattern[at] !== '[') {
      const text = /^[^[]+/.exec(pattern.slice(at))?.[0] ?? ''
      const wrong = wrongCharacter(text, at)
      if (wrong) return wrong
      parts.push(text)
      at += text.length
      continue
    }
    const end = pattern.indexOf(']', at)
    if (end < 0) return { trouble: 'unclosed', at, text: pattern.slice(at) }
    const part = partOf(pattern.slice(at + 1, end), at + 1)
    if ('trouble' in part) return part
    parts.push(part)
    at = end + 1
  }
  return parts.some((part) => typeof part !== 'string')
    ? parts
    : { trouble: 'no-field', at: 0, text: pattern }
}

/** The field and its filters that stand between two brackets, the first of them behind `at` characters. */
function partOf(inside: string, at: number): Part | PatternError {
  const [name = '', ...filters] = inside.split(':')
  const field = citationFields.get(name.trim())
  if (!field) return { trouble: 'field', at, text: name }
  const steps: ((words: Words) => Words)[] = []
  let place = at + name.length + 1
  for (const filter of filters) {
    const step = stepOf(filter, place)
    if ('trouble' in step) return step
    steps.push(step)
    place += filter.length + 1
  }
  return (item) => steps.reduce((words, step) => step(words), field(item))
}

function stepOf(text: string, at: number): ((words: Words) => Words) | PatternError {
  const [, before = '', name = '', argument = ''] = /^(\s*)([a-z]*)\s*(.*?)\s*$/s.exec(text) ?? []
  const filter = citationFilters.get(name)
  const from = at + before.length
  if (!filter || (filter.takes === 'nothing' && argument !== ''))
    return { trouble: 'filter', at: from, text: text.trim() }
  const place = text.indexOf(argument, before.length + name.length) + at
  if (filter.takes === 'nothing') return filter.apply
  if (filter.takes === 'number') {
    const n = /^[1-9]\d?$/.test(argument) ? Number(argument) : undefined
    if (n === undefined) return { trouble: 'number', at: place, text: argument }
    return (words) => filter.apply(words, n)
  }
  if (argument === '') return { trouble: 'filter', at: from, text: text.trim() }
  return wrongCharacter(argument, place) ?? ((words) => filter.apply(words, argument))
}

function wrongCharacter(text: string, at: number): PatternError | undefined {
  const wrong = /[^A-Za-z0-9:_-]/u.exec(text)
  return wrong ? { trouble: 'character', at: at + wrong.index, text: wrong[0] } : undefined
}
