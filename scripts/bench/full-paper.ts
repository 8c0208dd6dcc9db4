// Invented papers with all that a record can have: what bench-formats writes and reads.
import type { Item, Name } from '../../src/item/item.ts'
import type { Decision, LibraryRecord } from '../../src/item/record.ts'
import { toRecord } from '../../src/library/document.ts'
import { inventedRecord, random, type Vocabulary } from './invented-library.ts'

/** What stands in abstracts beside words; p-values, per cent and units are in most of them, mathematics in few. */
const signs = [
  '50 %',
  'p < 0.05',
  'R² ≥ 0.9',
  '± 3 °C',
  'R&D',
  '95% CI 1.2–3.4',
  '“so-called”',
  '5 µg',
  'CO<sub>2</sub>',
  '$x^2 + y_1 \\leq 5$',
  '$\\alpha$-decay',
  '$O(n \\log n)$',
]
const commonSigns = 8

const accented = ['é', 'ö', 'ø', 'ç', 'ñ', 'ł', 'š', 'ü']

/** Titles in other scripts are one in sixteen; the words are of no paper. */
const otherTitles = [
  ['zh', '基于深度学习的港口灰尘识别方法研究'],
  ['ru', 'Пыль в портах: обзор и новые измерения'],
  ['ar', 'الغبار في الموانئ والمد والجزر'],
  ['ja', '港の塵についての長期観測'],
] as const

const decisions: readonly Decision[] = ['include', 'maybe', 'exclude']

/**
 * The n-th record of a seed, from 0: `inventedRecord`'s, and every field filled that a journal's article can have, the
 * reader's tags, note, decision and reason among them.
 *
 * One name in seven has an accent, one paper in fifty more than thirty authors; nine abstracts in ten have signs that
 * formats escape, one in eight a formula; one title in fourteen has CSL's markup or a formula, one in sixteen another script.
 */
export function fullPaper(n: number, seed: number, vocabulary: Vocabulary): LibraryRecord {
  const made = toRecord(inventedRecord(n, seed, vocabulary))
  const next = random(Math.imul(n + 1, 0x9e3779b1) ^ seed)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T
  const words = (count: number): string =>
    Array.from({ length: count }, () => pick(vocabulary.words)).join(' ')
  const author = [...(made.item.author ?? []), ...crowd(next, pick, vocabulary)].map((name) =>
    next() < 0.14 ? withAccent(name, pick(accented)) : name,
  )
  const title = titleOf(made.item.title ?? '', next, pick)
  const item: Item = {
    ...made.item,
    ...title,
    author,
    'container-title-short': `J ${pick(vocabulary.families)}`,
    publisher: `${pick(vocabulary.families)} & Sons`,
    issued: { 'date-parts': [[1980 + (n % 46), 1 + (n % 12), 1 + (n % 28)]] },
    accessed: { 'date-parts': [[2026, 1 + (n % 12), 1 + (n % 28)]] },
    issue: String(1 + (n % 12)),
    PMID: String(10_000_000 + n),
    PMCID: `PMC${5_000_000 + n}`,
    ISSN: '0378-5955',
    keyword: `${words(2)}, ${words(1)}, ${words(3)}`,
  }
  const sections = made.sections.map((section) => ({
    ...section,
    text: next() < 0.9 ? withSigns(section.text, next, pick) : section.text,
  }))
  return {
    ...made,
    item,
    sections,
    tags: [pick(vocabulary.tags), `${words(1)}_to-read`, words(2)],
    note: `${words(12)}: 20 % of it.\n\nSee also ${words(8)} & ${words(3)}.`,
    decision: decisions[n % 3] as Decision,
    reason: `${words(3)} (wrong design)`,
    citationKey: `${(author[0]?.family ?? 'anon').toLowerCase().replace(/[^a-z]/g, '')}${1980 + (n % 46)}n${n}`,
  }
}

function crowd(
  next: () => number,
  pick: <T>(list: readonly T[]) => T,
  { families, givens }: Vocabulary,
): Name[] {
  if (next() >= 0.02) return []
  return Array.from({ length: 30 + Math.floor(next() * 60) }, () => ({
    family: pick(families),
    given: pick(givens),
  }))
}

function withAccent(name: Name, letter: string): Name {
  const family = name.family ?? ''
  return { ...name, family: `${family.slice(0, 2)}${letter}${family.slice(2)}` }
}

function titleOf(
  plain: string,
  next: () => number,
  pick: <T>(list: readonly T[]) => T,
): Pick<Item, 'title' | 'language'> {
  const chance = next()
  if (chance < 1 / 16) {
    const [language, title] = pick(otherTitles)
    return { title, language }
  }
  const [first = '', ...rest] = plain.split(' ')
  const more = rest.join(' ')
  const marked =
    chance < 0.1
      ? `${first} <i>Escherichia coli</i> ${more}`
      : chance < 0.12
        ? `${first} CO<sub>2</sub> ${more}`
        : chance < 0.135
          ? `${first} $O(n \\log n)$ ${more}`
          : chance < 0.4
            ? `${first} mRNA ${more}: a USA study`
            : plain
  return { title: marked, language: 'en' }
}

/** A sign or two in the middle of a text. */
function withSigns(text: string, next: () => number, pick: <T>(list: readonly T[]) => T): string {
  const common = signs.slice(0, commonSigns)
  const words = text.split(' ')
  const count = 1 + Math.floor(words.length / 60)
  for (let i = 0; i < count; i++) {
    const sign = next() < 0.07 ? pick(signs.slice(commonSigns)) : pick(common)
    words.splice(1 + Math.floor(next() * (words.length - 1)), 0, sign)
  }
  return words.join(' ')
}
