// A library of invented papers, always the same for the same seed: words are distributed as in real abstracts (Zipf,
// 69,000 of them, the commonest are real function words), lengths, authors, journals, years and tags as people have them.
// It runs in the page that is measured, since 100,000 records are too many to send there.
import type { Item } from '../../src/item/item.ts'
import type { NewRecord, Section, Source } from '../../src/item/record.ts'
import type { StampedDocument } from '../../src/library/versions.ts'

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function random(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

const functionWords =
  'the of and in to a with for was were that is by on we as from this are at or be an which not these between than after using we two but may both during study results have has can also more their most it all other'.split(
    ' ',
  )
const onsets =
  'b c d f g h j k l m n p r s t v w z br cr dr fl gl gr pl pr st str th tr sp ch ph'.split(' ')
const vowels = 'a e i o u ea io ou ai y'.split(' ')
const codas = ['', '', '', 'n', 'r', 's', 'l', 't', 'm', 'x', 'nd', 'st']
const endings = [
  '',
  '',
  'ation',
  'ity',
  'al',
  'ic',
  'ous',
  'ine',
  'osis',
  'ing',
  'ed',
  's',
  'ment',
  'ive',
]

/** What the records of a library are made of. */
export interface Vocabulary {
  words: readonly string[]
  /** Where each word's share of all running words ends, from 0 to 1. */
  shares: Float64Array
  families: readonly string[]
  givens: readonly string[]
  journals: readonly string[]
  tags: readonly string[]
}

const wordCount = 69_000

/** The words, names and journals that records are made of. */
export function vocabulary(seed = 1): Vocabulary {
  const next = random(seed)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T
  const known = new Set(functionWords)
  const word = (): string => {
    for (;;) {
      const syllables = 1 + Math.floor(next() * 3)
      let made = ''
      for (let i = 0; i < syllables; i++) made += pick(onsets) + pick(vowels) + pick(codas)
      made += pick(endings)
      if (made.length > 2 && !known.has(made)) {
        known.add(made)
        return made
      }
    }
  }
  const words = [...functionWords]
  while (words.length < wordCount) words.push(word())
  // Zipf and Mandelbrot: the r-th word is as frequent as 1 / (r + 2.7) ** 1.05.
  const shares = new Float64Array(words.length)
  let sum = 0
  for (const rank of words.keys()) {
    sum += 1 / (rank + 2.7) ** 1.05
    shares[rank] = sum
  }
  for (const rank of words.keys()) shares[rank] = (shares[rank] as number) / sum
  const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
  const list = (count: number, make: () => string): string[] => Array.from({ length: count }, make)
  return {
    words,
    shares,
    families: list(20_000, () => capital(word())),
    givens: list(2_000, () => capital(word())),
    journals: list(
      1_500,
      () =>
        `${pick(['Journal of', 'Annals of', 'Archives of', 'Reports on'])} ${capital(word())} ${capital(word())}`,
    ),
    tags: list(60, () => `${word()}${next() < 0.3 ? ` ${word()}` : ''}`),
  }
}

/** A word by its share of all running words. */
function wordAt(share: number, { shares, words }: Vocabulary): string {
  let from = 0
  let to = shares.length - 1
  while (from < to) {
    const middle = (from + to) >> 1
    if ((shares[middle] as number) < share) from = middle + 1
    else to = middle
  }
  return words[from] as string
}

/** One list's entry, the first ones far more often than the last. */
function often<T>(list: readonly T[], share: number): T {
  return list[Math.floor(share ** 3 * list.length)] as T
}

const device = 'be9c40000000feed'
const labels = ['BACKGROUND', 'METHODS', 'RESULTS', 'CONCLUSIONS']

/** When the first record was saved: 1 January 2020; the others follow it, ten minutes apart on average. */
const firstSaved = Date.UTC(2020, 0, 1)

/** The n-th record of a seed, from 0, as a backup holds it: an abstract of some 200 words, three authors, one tag. */
export function inventedRecord(n: number, seed: number, vocabulary: Vocabulary): StampedDocument {
  const next = random(Math.imul(n + 1, 2654435761) ^ seed)
  const words = (count: number): string => {
    const text: string[] = []
    for (let i = 0; i < count; i++) text.push(wordAt(next(), vocabulary))
    return text.join(' ')
  }
  const sentences = (count: number): string => {
    const made: string[] = []
    for (let left = count; left > 0; ) {
      const length = Math.min(left, 12 + Math.floor(next() * 18))
      const text = words(length)
      made.push(`${text.charAt(0).toUpperCase()}${text.slice(1)}.`)
      left -= length
    }
    return made.join(' ')
  }
  // A sum of four is close enough to a bell: 90 to 350 words, 210 on average.
  const length = Math.round(80 + ((next() + next() + next() + next()) / 4) * 260)
  const sections =
    next() < 0.35
      ? labels.map((label) => ({ label, text: sentences(Math.round(length / 4)) }))
      : [{ text: sentences(length) }]
  const title = words(7 + Math.floor(next() * 12))
  const time = firstSaved + n * 600_000 + Math.floor(next() * 500_000)
  const savedAt = new Date(time).toISOString()
  const doi = `10.${5000 + (n % 900)}/invented.${n}`
  const journal = often(vocabulary.journals, next())
  const year = 2026 - Math.floor(next() ** 2 * 50)
  const authors = Array.from({ length: 1 + Math.floor(next() ** 2 * 9) }, () => ({
    family: often(vocabulary.families, next()),
    given: often(vocabulary.givens, next()),
  }))
  const fields: { [field: string]: unknown } = {
    type: 'article-journal',
    title: `${title.charAt(0).toUpperCase()}${title.slice(1)}`,
    author: authors,
    'container-title': journal,
    issued: { 'date-parts': [[year, 1 + (n % 12)]] },
    volume: String(1 + (n % 90)),
    page: `${1 + (n % 900)}-${9 + (n % 900)}`,
    DOI: doi,
    URL: `https://journal.example/${n}`,
    sections,
    publicationTypes: ['Journal Article'],
    savedAt,
    source: {
      url: `https://journal.example/${n}`,
      portal: 'generic',
      capturedAt: savedAt,
      fields: {
        title: { source: 'citation_title', others: [] },
        abstract: { source: 'section "Abstract"', others: [] },
        author: { source: 'citation_author', others: [] },
      },
      removed: [{ rule: 'abstract-label', text: 'Abstract' }],
      doubts: [],
    },
  }
  if (next() < 0.3)
    for (let i = 0; i < 1 + Math.floor(next() * 3); i++)
      fields[`tag:${often(vocabulary.tags, next())}`] = true
  if (next() < 0.05) fields.note = sentences(30)
  const decided = next()
  if (decided < 0.2)
    fields.decision = decided < 0.08 ? 'include' : decided < 0.11 ? 'maybe' : 'exclude'
  const dot: [string, number] = [device, n + 1]
  return {
    ...fields,
    id: `r:${hex(n)}`,
    s: 1,
    m: {
      c: { [device]: n + 1 },
      t: Object.fromEntries(Object.keys(fields).map((field) => [field, [dot, time]])),
    },
  }
}

/** The n-th paper as a capture gives it. */
export function inventedPaper(n: number, seed: number, vocabulary: Vocabulary): NewRecord {
  const record = inventedRecord(n, seed, vocabulary)
  const item: { [variable: string]: unknown } = {}
  for (const name of [
    'type',
    'title',
    'author',
    'container-title',
    'issued',
    'volume',
    'page',
    'DOI',
    'URL',
  ])
    item[name] = record[name]
  return {
    item: item as unknown as Item,
    sections: record.sections as Section[],
    publicationTypes: ['Journal Article'],
    identifiers: [`doi:${record.DOI}`],
    source: record.source as Source,
  }
}

/** 26 hex digits, spread over all of them as a hash's are. */
function hex(n: number): string {
  const next = random(n ^ 0x5bd1e995)
  let digits = ''
  while (digits.length < 26)
    digits += Math.floor(next() * 0x10000)
      .toString(16)
      .padStart(4, '0')
  return digits.slice(0, 26)
}
