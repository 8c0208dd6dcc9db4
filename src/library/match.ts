import { fold } from '../text/fold.ts'

/** From where to where in a text, in UTF-16 units. */
export type Mark = [start: number, end: number]

/** A part of a text round its first mark, and the marks in it. */
export interface Snippet {
  text: string
  marks: Mark[]
}

/** More words than this, and longer ones, are a paragraph that was pasted into the search field. */
const mostWords = 20
const longestWord = 100

/** A snippet's length in UTF-16 units, about two lines, and how much of it stands before the first mark. */
const snippetLength = 180
const before = 50

/** The folded words of what was typed into a search field, each once. */
export function searchWords(text: string): string[] {
  const words = fold(text.slice(0, mostWords * longestWord))
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== '')
  return [...new Set(words)].slice(0, mostWords).map((word) => word.slice(0, longestWord))
}

/** A text as a search sees it, ready for `hasWord`. */
export function searchable(text: string): string {
  return fold(text)
}

/** True where a folded text has a word that begins with a folded word; an ideograph or a syllable block begins anywhere. */
export function hasWord(folded: string, word: string): boolean {
  for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + 1)) {
    if (isStart(folded, at)) return true
  }
  return false
}

/** Where the words stand in a text, in order and without overlap. */
export function marksOf(text: string, words: readonly string[]): Mark[] {
  if (words.length === 0) return []
  const { folded, origin } = foldWithOrigin(text)
  const marks: Mark[] = []
  for (const word of words) {
    for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + word.length)) {
      if (isStart(folded, at))
        marks.push([origin[at] ?? 0, origin[at + word.length] ?? text.length])
    }
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

function isStart(folded: string, at: number): boolean {
  const previous = [...folded.slice(Math.max(0, at - 2), at)].at(-1) ?? ''
  return !/[\p{L}\p{M}\p{N}]/u.test(previous) || isBlock(previous)
}

function isBlock(letter: string): boolean {
  return /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(letter)
}

/** The folded text, and for each of its units where in the text it came from. */
function foldWithOrigin(text: string): { folded: string; origin: number[] } {
  let folded = ''
  const origin: number[] = []
  for (const found of text.matchAll(/\P{M}\p{M}*|\p{M}+/gsu)) {
    const part = fold(found[0])
    folded += part
    for (let i = 0; i < part.length; i++) origin.push(found.index)
  }
  origin.push(text.length)
  return { folded, origin }
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
