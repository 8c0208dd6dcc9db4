import { yearOf } from '../../item/date.ts'
import type { Name } from '../../item/item.ts'
import type { LibraryRecord } from '../../item/record.ts'
import { comparable } from '../../text/comparable.ts'
import { withoutInline } from '../../text/markup.ts'
import { foldTag } from '../tags.ts'
import { inAbstract, inAuthors, inJournal, inNote, inTags, inTitle } from './postings.ts'
import { textWords } from './words.ts'

/** What stands before a whole tag among the words; no text has it. */
export const tagMark = '#'

/** What a reader decided, as a number: 0 is nothing yet. */
export const standingNumbers = { unread: 0, include: 1, maybe: 2, exclude: 3 } as const

/** What is added to it, as bits: that the decision was made on the full text, and what the record lacks. */
export const assessedBit = 4
export const lackBits = { 'no-doi': 8, 'no-abstract': 16 } as const

/** The bits of it that hold the decision. */
export const decisionBits = 3

/** A record as the index needs it. */
export interface IndexedRecord {
  /** Its row's number. */
  n: number
  /** When it was saved, in whole seconds since 1970. */
  seconds: number
  /** 0 where none is known. */
  year: number
  /** A number of `standingNumbers`, and bits. */
  standing: number
  /** `titleHash` of its title. */
  title: number
  words: Words
}

/**
 * The words of a record, each with the fields in which it stands as bits, and its position: words that follow each other in
 * a text have positions that do, those of different texts never. A word may come several times.
 */
export interface Words {
  forEach(visit: (word: string, fields: number, position: number) => void): void
}

/** The whole seconds since 1970 of an ISO 8601 time; 0 for earlier ones. */
export function secondsOf(time: string): number {
  return Math.max(0, Math.floor(Date.parse(time) / 1000))
}

/** 32 bits by which titles are told that are one when compared (FNV-1a); 0 where there is none. */
export function titleHash(title: string | undefined): number {
  const text = comparable(title ?? '')
  if (text === '') return 0
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash >>> 0 || 1
}

/** The words of a record and what it is sorted and filtered by. */
export function indexedRecord(record: LibraryRecord, n: number): IndexedRecord {
  return {
    n,
    seconds: secondsOf(record.savedAt),
    year: Number(yearOf(record.item) ?? 0),
    standing: standingOf(record),
    title: titleHash(record.item.title),
    // Visited, not collected: a library is a hundred million words.
    words: { forEach: (visit) => visitWords(record, visit) },
  }
}

function standingOf({ decision, assessed, item, sections }: LibraryRecord): number {
  let standing: number = standingNumbers[decision ?? 'unread']
  if (assessed) standing |= assessedBit
  if (item.DOI === undefined) standing |= lackBits['no-doi']
  if (!sections.some(({ text }) => text !== '')) standing |= lackBits['no-abstract']
  return standing
}

function visitWords(record: LibraryRecord, visit: Parameters<Words['forEach']>[0]): void {
  let position = 0
  const add = (text: string | undefined, field: number): void => {
    if (text === undefined || text === '') return
    const { words, besides } = textWords(withoutInline(text))
    for (const word of words) visit(word, field, position++)
    position += 1
    if (besides.length === 0) return
    // Where no phrase goes on.
    for (const word of besides) visit(word, field, position)
    position += 2
  }
  const { item } = record
  add(item.title, inTitle)
  for (const { label, text } of record.sections) {
    add(label, inAbstract)
    add(text, inAbstract)
  }
  for (const name of item.author ?? item.editor ?? []) add(nameInWords(name), inAuthors)
  add(item['container-title'], inJournal)
  add(item['container-title-short'], inJournal)
  add(record.note, inNote)
  for (const tag of record.tags) {
    add(tag, inTags)
    visit(`${tagMark}${foldTag(tag)}`, inTags, position)
  }
}

/** A name as people write it: `Ludwig van Beethoven`. */
export function nameInWords(name: Name): string {
  const { literal, given, family } = name
  const parts = [
    literal,
    given,
    name['dropping-particle'],
    name['non-dropping-particle'],
    family,
    name.suffix,
  ]
  return parts.filter((part) => part !== undefined).join(' ')
}
