import { doiTail } from './citation-key.ts'
import { yearOf } from './date.ts'
import type { Item, Name } from './item.ts'
import { familyOf, isOthers } from './name.ts'
import { asciiWord, asciiWords, isStopWord, tellingWords } from './title-words.ts'

/** Words of ASCII letters, digits, `_` and `-`, none of them empty. */
export type Words = readonly string[]

/** The fields of a citation key's pattern: what each gives of an item, no word where the item has nothing for it. */
export const citationFields: ReadonlyMap<string, (item: Item) => Words> = new Map([
  ['auth', (item: Item) => writable(named(item).slice(0, 1), (name) => familyOf(name).split(' '))],
  [
    'family',
    (item) => writable(named(item).slice(0, 1), (name) => [name.family ?? familyOf(name)]),
  ],
  ['authors', (item) => writable(named(item), (name) => [familyOf(name)])],
  ['year', (item) => given(yearOf(item))],
  ['shortyear', (item) => given(yearOf(item)?.slice(-2))],
  ['month', (item) => given(monthOf(item))],
  ['title', (item) => asciiWords(item.title ?? '')],
  ['shorttitle', (item) => tellingWords(item.title ?? '')],
  ['journal', (item) => asciiWords(item['container-title'] ?? item['container-title-short'] ?? '')],
  ['volume', (item) => asciiWords(item.volume ?? '').slice(0, 1)],
  ['issue', (item) => asciiWords(item.issue ?? '').slice(0, 1)],
  ['firstpage', (item) => asciiWords(item.page ?? item.number ?? '').slice(0, 1)],
  ['doi', (item) => given(doiTail(item))],
])

/** A filter of a citation key's pattern: what it takes behind its name, and what it makes of words. */
export type Filter =
  | { takes: 'nothing'; apply: (words: Words) => Words }
  | { takes: 'number'; apply: (words: Words, n: number) => Words }
  | { takes: 'text'; apply: (words: Words, text: string) => Words }

/** The filters of a citation key's pattern. */
export const citationFilters: ReadonlyMap<string, Filter> = new Map<string, Filter>([
  ['lower', { takes: 'nothing', apply: (words) => words.map((word) => word.toLowerCase()) }],
  ['upper', { takes: 'nothing', apply: (words) => words.map((word) => word.toUpperCase()) }],
  ['capital', { takes: 'nothing', apply: (words) => words.map(capital) }],
  ['abbr', { takes: 'nothing', apply: (words) => words.map((word) => word.slice(0, 1)) }],
  ['skip', { takes: 'nothing', apply: (words) => words.filter((word) => !isStopWord(word)) }],
  ['words', { takes: 'number', apply: (words, n) => words.slice(0, n) }],
  ['chars', { takes: 'number', apply: (words, n) => given(words.join('').slice(0, n)) }],
  ['etal', { takes: 'number', apply: andOthers }],
  ['join', { takes: 'text', apply: (words, text) => given(words.join(text)) }],
  ['or', { takes: 'text', apply: (words, text) => (words.length > 0 ? words : [text]) }],
])

function capital(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1)
}

function andOthers(words: Words, n: number): Words {
  return words.length > n ? [...words.slice(0, n), 'EtAl'] : words
}

function given(text: string | undefined): Words {
  return text === undefined || text === '' ? [] : [text]
}

function named(item: Item): readonly Name[] {
  const names = item.author?.length ? item.author : (item.editor ?? [])
  return names.filter((name) => !isOthers(name))
}

/** Names in ASCII; `anon` where there are some and none can be written so. */
function writable(names: readonly Name[], parts: (name: Name) => string[]): Words {
  const words = names.flatMap(parts).map(asciiWord)
  const written = words.filter((word) => word !== '')
  return written.length === 0 && names.length > 0 ? ['anon'] : written
}

function monthOf(item: Item): string | undefined {
  const month = item.issued?.['date-parts']?.[0]?.[1]
  return month === undefined ? undefined : String(month).padStart(2, '0')
}
