import type { LibraryRecord } from '../../item/record.ts'
import { fold } from '../../text/fold.ts'
import { withoutInline } from '../../text/markup.ts'
import { nameInWords } from './indexed.ts'
import type { Field, Parsed, Phrase } from './parse-query.ts'
import { greekLetter, wordsOf } from './words.ts'

/** True where a record has every phrase that a query asks for, and none that it must not have. */
export function hasPhrases(record: LibraryRecord, { phrases, without }: Parsed): boolean {
  return (
    phrases.every((phrase) => hasPhrase(record, phrase)) &&
    !without.phrases.some((phrase) => hasPhrase(record, phrase))
  )
}

function hasPhrase(record: LibraryRecord, { words, field }: Phrase): boolean {
  return textsOf(record, field).some((text) => {
    const plain = withoutInline(text)
    return mayHold(fold(plain), words) && holds(wordsOf(plain), words)
  })
}

/** False where a text cannot have these words, which is seen sooner than what its words are. */
function mayHold(folded: string, words: readonly string[]): boolean {
  return words.every((word) => greekLetter(word) !== undefined || folded.includes(word))
}

function holds(text: readonly string[], words: readonly string[]): boolean {
  for (let at = text.indexOf(words[0] ?? ''); at >= 0; at = text.indexOf(words[0] ?? '', at + 1))
    if (words.every((word, i) => text[at + i] === word)) return true
  return false
}

/** A record's texts in which a phrase may stand whole. */
function textsOf({ item, sections, note, tags }: LibraryRecord, field: Field): string[] {
  const names = (item.author ?? item.editor ?? []).map(nameInWords)
  const by: Readonly<Record<Exclude<Field, 'anywhere'>, (string | undefined)[]>> = {
    title: [item.title],
    author: names,
    journal: [item['container-title'], item['container-title-short']],
    note: [note],
  }
  const texts =
    field === 'anywhere'
      ? [
          ...by.title,
          ...sections.flatMap(({ label, text }) => [label, text]),
          ...names,
          ...by.journal,
          note,
          ...tags,
        ]
      : by[field]
  return texts.filter((text) => text !== undefined)
}
