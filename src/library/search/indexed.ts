import { yearOf } from '../../item/date.ts'
import type { LibraryRecord } from '../../item/record.ts'
import { withoutInline } from '../../text/markup.ts'
import { foldTag } from '../tags.ts'
import { inAbstract, inAuthors, inJournal, inNote, inTags, inTitle } from './postings.ts'
import { wordsOf } from './words.ts'

/** What stands before a whole tag among the words; no text has it. */
export const tagMark = '#'

/** What a reader decided, as a number: 0 is nothing yet. */
export const standingNumbers = { unread: 0, include: 1, maybe: 2, exclude: 3 } as const

/** A record as the index needs it. */
export interface IndexedRecord {
  id: string
  /** When it was saved, in ms since 1970. */
  saved: number
  /** 0 where none is known. */
  year: number
  standing: number
  words: WordFields
}

/** The words of a record, each with the fields in which it stands as bits; a word may come several times. A map has this form too. */
export interface WordFields {
  forEach(visit: (fields: number, word: string) => void): void
}

/** The words of a record and what it is sorted and filtered by. */
export function indexedRecord(record: LibraryRecord): IndexedRecord {
  return {
    id: record.id,
    saved: Date.parse(record.savedAt),
    year: Number(yearOf(record.item) ?? 0),
    standing: standingNumbers[record.decision ?? 'unread'],
    // Visited, not collected: a library is a hundred million words.
    words: { forEach: (visit) => visitWords(record, visit) },
  }
}

function visitWords(record: LibraryRecord, visit: (fields: number, word: string) => void): void {
  const add = (text: string | undefined, field: number): void => {
    if (text === undefined || text === '') return
    for (const word of wordsOf(withoutInline(text))) visit(field, word)
  }
  const { item } = record
  add(item.title, inTitle)
  for (const { label, text } of record.sections) {
    add(label, inAbstract)
    add(text, inAbstract)
  }
  for (const name of item.author ?? item.editor ?? []) {
    add(name.literal, inAuthors)
    add(name.family, inAuthors)
    add(name.given, inAuthors)
    add(name['non-dropping-particle'], inAuthors)
    add(name['dropping-particle'], inAuthors)
  }
  add(item['container-title'], inJournal)
  add(item['container-title-short'], inJournal)
  add(record.note, inNote)
  for (const tag of record.tags) {
    add(tag, inTags)
    visit(inTags, `${tagMark}${foldTag(tag)}`)
  }
}
