import { foldTag } from '../../src/library/tags.ts'
import type { TagCount } from './library-reader.ts'

/** The tags that have a text in their names, in their own order, the most used first; all for a blank text. */
export function findTags(known: readonly TagCount[], text: string): readonly TagCount[] {
  const wanted = foldTag(text.trim())
  return wanted === '' ? known : known.filter(({ tag }) => foldTag(tag).includes(wanted))
}
