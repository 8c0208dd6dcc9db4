import { collapse, tidy } from '../text/space.ts'

/** The longest tag, in UTF-16 units; a longer one is text that landed in the wrong box. */
export const longestTag = 200

const prefix = 'tag:'

/** A tag as it is kept: NFC, trimmed, inner spaces single, case kept; undefined where nothing is left or it is too long. */
export function normaliseTag(text: string): string | undefined {
  const tag = collapse(tidy(text))
  return tag === '' || tag.length > longestTag ? undefined : tag
}

/** True for a text that would be a tag if it were shorter. */
export function isTooLongForTag(text: string): boolean {
  return collapse(tidy(text)).length > longestTag
}

/** A tag as it is compared: without regard to case. */
export function foldTag(tag: string): string {
  return tag.toLowerCase()
}

/** The name of the field that says whether a record has a tag. */
export function tagField(tag: string): string {
  return `${prefix}${tag}`
}

/** The tag that a field is about, or undefined for any other field. */
export function tagOfField(field: string): string | undefined {
  return field.startsWith(prefix) ? field.slice(prefix.length) : undefined
}

/**
 * The tags among a document's fields, sorted; of spellings that differ in case alone (set on two devices)
 * the first in code-unit order speaks for all.
 */
export function tagsOf(fields: { readonly [field: string]: unknown }): string[] {
  const tags = new Map<string, string>()
  for (const field of Object.keys(fields).sort()) {
    const tag = tagOfField(field)
    if (tag === undefined || fields[field] !== true) continue
    if (!tags.has(foldTag(tag))) tags.set(foldTag(tag), tag)
  }
  return sortTags([...tags.values()])
}

/** Tags in the order in which a list shows them: without regard to case, the same on every device. */
export function sortTags(tags: string[]): string[] {
  return tags.sort((a, b) => {
    const [x, y] = [foldTag(a), foldTag(b)]
    if (x !== y) return x < y ? -1 : 1
    return a < b ? -1 : a > b ? 1 : 0
  })
}
