import { fold } from '../text/fold.ts'
import type { Parsed } from './search/parse-query.ts'
import { greekLetter, namedParts, stem } from './search/words.ts'

/** From where to where in a text, in UTF-16 units. */
export type Mark = [start: number, end: number]

/** A part of a text round its first mark, and the marks in it. */
export interface Snippet {
  text: string
  marks: Mark[]
}

/** A snippet's length in UTF-16 units, about two lines, and how much of it stands before the first mark. */
const snippetLength = 180
const before = 50

/**
 * What to mark of a query: its words, their stems (`trial` for `trials`), their parts where a Greek letter is one, and this for
 * its name; a phrase as one, its words parted by a space. Of Chinese or Japanese, whose words share signs, each word by itself.
 */
export function wordsToMark({ words, phrases }: Pick<Parsed, 'words' | 'phrases'>): string[] {
  const whole = phrases.filter((phrase) => !phrase.words.some(isBlock))
  const others = phrases.filter((phrase) => phrase.words.some(isBlock))
  const asked = [...words.map(({ word }) => word), ...others.flatMap((phrase) => phrase.words)]
  const parts = asked.flatMap((word) => namedParts(word) ?? [])
  const marked = [...asked, ...parts].flatMap((word) => [
    word,
    stem(word),
    ...(greekLetter(word) ?? []),
  ])
  return [...new Set([...marked, ...whole.map((phrase) => phrase.words.join(' '))])]
}

/** Where the words and phrases of `wordsToMark` stand in a text, in order and without overlap. */
export function marksOf(text: string, words: readonly string[]): Mark[] {
  if (words.length === 0) return []
  const { folded, origin } = foldWithOrigin(text)
  const marks: Mark[] = []
  const mark = (at: number, end: number): void => {
    if (isStart(folded, at)) marks.push([origin(at), origin(end)])
  }
  for (const word of words) {
    if (word.includes(' ') || isLetter(word))
      for (const { index, 0: found } of folded.matchAll(patternOf(word)))
        mark(index, index + found.length)
    else
      for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + word.length))
        mark(at, at + word.length)
  }
  return joined(marks.sort((a, b) => a[0] - b[0] || a[1] - b[1]))
}

/** The part of a text round its first mark, about 180 characters, cut between words; `…` where something is left out. */
export function snippetOf(text: string, marks: readonly Mark[]): Snippet {
  const first = marks[0]?.[0] ?? 0
  const start = first <= before ? 0 : wordStart(text, first - before, first)
  const end = wordEnd(text, Math.min(text.length, start + snippetLength))
  const ahead = start > 0 ? '…' : ''
  const shift = ahead.length - start
  return {
    text: `${ahead}${text.slice(start, end).trimEnd()}${end < text.length ? '…' : ''}`,
    marks: marks
      .filter(([from, to]) => from >= start && to <= end)
      .map(([from, to]) => [from + shift, to + shift]),
  }
}

/** One letter or digit, which by itself is a word and no beginning of one: the `c` of `C++`. */
function isLetter(word: string): boolean {
  return /^[a-z0-9]$/.test(word)
}

/** A phrase, or a word of one letter, up to the end of its last word; a Greek letter goes by its name or as it is. */
function patternOf(phrase: string): RegExp {
  const words = phrase.split(' ').map((word) => {
    const letter = greekLetter(word)
    return letter === undefined ? word : `(?:${word}|${letter})`
  })
  return new RegExp(`${words.join('[^\\p{L}\\p{N}]{0,4}')}(?![\\p{L}\\p{M}\\p{N}])`, 'gu')
}

function isStart(folded: string, at: number): boolean {
  const previous = [...folded.slice(Math.max(0, at - 2), at)].at(-1) ?? ''
  if (!/[\p{L}\p{M}\p{N}]/u.test(previous) || isBlock(previous)) return true
  // A Greek letter is a word by itself among others: `TNFα`.
  return greek.test(previous) !== greek.test(folded.charAt(at))
}

const greek = /[α-ω]/

function isBlock(text: string): boolean {
  return /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(text)
}

/** The folded text, and for each of its units where in the text it came from. */
function foldWithOrigin(text: string): { folded: string; origin: (at: number) => number } {
  // Most abstracts are ASCII, where folding moves nothing.
  if (/^[\u0000-\u007f]*$/.test(text)) return { folded: text.toLowerCase(), origin: (at) => at }
  let folded = ''
  const origin: number[] = []
  for (const found of text.matchAll(/[\u0000-\u007f]+(?!\p{M})|\P{M}\p{M}*|\p{M}+/gsu)) {
    const [whole] = found
    const isAscii = /^[\u0000-\u007f]+$/.test(whole)
    const part = isAscii ? whole.toLowerCase() : fold(whole)
    folded += part
    for (let i = 0; i < part.length; i++) origin.push(found.index + (isAscii ? i : 0))
  }
  origin.push(text.length)
  return { folded, origin: (at) => origin[at] ?? text.length }
}

function joined(marks: readonly Mark[]): Mark[] {
  const result: Mark[] = []
  for (const [start, end] of marks) {
    const last = result.at(-1)
    if (last && start <= last[1]) last[1] = Math.max(last[1], end)
    else result.push([start, end])
  }
  return result
}

function wordStart(text: string, from: number, latest: number): number {
  const space = text.slice(from, latest).search(/\s/)
  return space < 0 ? characterStart(text, from) : from + space + 1
}

function wordEnd(text: string, from: number): number {
  if (from >= text.length) return text.length
  const space = text.slice(0, from).search(/\s\S*$/)
  return space > from - 40 && space > 0 ? space : characterStart(text, from)
}

/** A place that is not inside a surrogate pair. */
function characterStart(text: string, at: number): number {
  return /[\udc00-\udfff]/.test(text.charAt(at)) ? at - 1 : at
}
