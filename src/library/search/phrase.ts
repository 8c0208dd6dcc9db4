import type { LibraryRecord } from '../../item/record.ts'
import { fold } from '../../text/fold.ts'
import { withoutInline } from '../../text/markup.ts'
import { nameInWords } from './indexed.ts'
import type { Field, Parsed, Phrase } from './parse-query.ts'
import { wordsOf } from './words.ts'

/** True where a record has every phrase that a query asks for, and none that it must not have. */
export function hasPhrases(record: LibraryRecord, { phrases, without }: Parsed): boolean {
  return (
    phrases.every((phrase) => hasPhrase(record, phrase)) &&
    !without.phrases.some((phrase) => hasPhrase(record, phrase))
  )
}

function hasPhrase(record: LibraryRecord, { words, field }: Phrase): boolean {
  const isPlain = words.every((word) => /^[a-z\d]+$/.test(word))
  const pattern = isPlain
    ? new RegExp(`(?<!${letter})${words.join(`${gap}+`)}(?!${letter})`, 'u')
    : undefined
  return textsOf(record, field).some((text) => {
    const plain = withoutInline(text)
    const folded = fold(plain)
    // A Greek letter is its name among the words, which is for them to say.
    return pattern && !greek.test(folded) ? pattern.test(folded) : holds(wordsOf(plain), words)
  })
}

const greek = /[α-ω]/

const letter = '[\\p{L}\\p{M}\\p{N}]'
const gap = '[^\\p{L}\\p{M}\\p{N}]'

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
      ? [...by.title, ...sections.map(({ text }) => text), ...names, ...by.journal, note, ...tags]
      : by[field]
  return texts.filter((text) => text !== undefined)
}
