import { foldTag } from '../tags.ts'
import { queryTerms, queryValue } from './query-terms.ts'

/** A query in which each of some tags (any case) is asked for by another name, or is not asked for where there is none; as it was where it has none of them. */
export function retagQuery(query: string, from: readonly string[], to: string | undefined): string {
  const former = new Set(from.map(foldTag))
  let text = ''
  let copied = 0
  let end = 0
  for (const term of queryTerms(query)) {
    const begin = query.indexOf(term.text, end)
    end = begin + term.text.length
    if (term.field !== 'tag' || !former.has(foldTag(term.value.trim()))) continue
    const minus = term.isExcluded ? '-' : ''
    text += query.slice(copied, begin)
    if (to !== undefined) text += `${minus}${term.written}:${queryValue(to)}`
    // Of the blanks on both sides of what is gone one is enough.
    copied = to === undefined && query[end] === ' ' ? end + 1 : end
  }
  return copied === 0 ? query : text + query.slice(copied)
}
