import { foldTag, isTooLongForTag, normaliseTag } from '../../src/library/tags.ts'
import type { TagCount } from './library-reader.ts'

const commas = /[,，、]/u

/** True where two tags are one tag: they differ in case at most. */
export function sameTag(one: string, other: string): boolean {
  return foldTag(one) === foldTag(other)
}

/** The tags in a text that was typed or pasted, apart at commas; each once. */
export function splitTags(text: string): string[] {
  const tags: string[] = []
  for (const part of text.split(commas)) {
    const tag = normaliseTag(part)
    if (tag !== undefined && !tags.some((each) => sameTag(each, tag))) tags.push(tag)
  }
  return tags
}

/** What of a text is no tag because it is too long, apart by commas; empty where all is well. */
export function tooLongTags(text: string): string {
  return text
    .split(commas)
    .filter(isTooLongForTag)
    .map((part) => part.trim())
    .join(', ')
}

/**
 * The library's tags that may be meant by what was typed: those that begin with it, then those with a word that
 * does, each group as it came (the most used first), the paper's own tags left out.
 */
export function completions(
  known: readonly TagCount[],
  text: string,
  own: readonly string[],
  most = 8,
): TagCount[] {
  const typed = foldTag(normaliseTag(text) ?? '')
  const free = known.filter(({ tag }) => !own.some((each) => sameTag(each, tag)))
  const begin = free.filter(({ tag }) => foldTag(tag).startsWith(typed))
  const inside = free.filter(
    (each) => !begin.includes(each) && foldTag(each.tag).includes(` ${typed}`),
  )
  return [...begin, ...inside].slice(0, most)
}
