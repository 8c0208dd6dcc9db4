import { babelNames } from '../../../src/formats/bibtex-fields.ts'
import { markupIn } from '../../../src/formats/csl-item.ts'
import { dateToText } from '../../../src/item/date.ts'
import { type Item, textVariables } from '../../../src/item/item.ts'
import { nameToText } from '../../../src/item/name.ts'
import type { LibraryRecord } from '../../../src/item/record.ts'
import { collapse } from '../../../src/text/space.ts'

/** A CSL item as pandoc prints it. */
export type PandocItem = Partial<Item> & { id: string; annote?: string }

/** A field that pandoc gives back as something else, or not at all. */
export interface Difference {
  key: string
  field: string
  ours: string
  theirs: string
}

/** What a record says, field by field as text; the publisher's keywords and the tags are one field for all other programs. */
export function fieldsOf(record: LibraryRecord): Map<string, string> {
  const { item, tags, note } = record
  const keywords = [...(item.keyword?.split(', ') ?? []), ...tags].join(', ')
  return textsOf({ ...item, keyword: keywords, annote: note ?? '' })
}

/** Where pandoc's items differ from records, and how many fields were looked at; BibTeX's dates have no days. */
export function compare(
  records: readonly LibraryRecord[],
  items: readonly PandocItem[],
  hasDays: boolean,
): { fields: number; differences: Difference[] } {
  const byKey = new Map(items.map((item) => [item.id, textsOf(item)]))
  const differences: Difference[] = []
  let fields = 0
  for (const record of records) {
    const key = record.citationKey ?? ''
    for (const [field, whole] of fieldsOf(record)) {
      const ours = field === 'issued' && !hasDays ? whole.slice(0, 7) : whole
      fields += 1
      const found = byKey.get(key)
      // arXiv's id is an address for pandoc.
      const arxiv = /^https:\/\/arxiv\.org\/abs\/(.*)$/.exec(found?.get('URL') ?? '')?.[1]
      if (arxiv !== undefined && (field === 'archive' || ours === `arXiv:${arxiv}`)) continue
      const theirs = found?.get(field) ?? ''
      if (same(field, ours, theirs)) continue
      differences.push({ key, field, ours, theirs })
    }
  }
  return { fields, differences }
}

function textsOf(item: Partial<Item> & { annote?: string }): Map<string, string> {
  const texts: [string, string][] = [['type', item.type ?? '']]
  for (const variable of textVariables) texts.push([variable, item[variable] ?? ''])
  texts.push(['annote', item.annote ?? ''])
  for (const role of ['author', 'editor'] as const)
    texts.push([role, (item[role] ?? []).map(nameToText).join('; ')])
  for (const date of ['issued', 'accessed'] as const)
    texts.push([date, item[date] ? dateToText(item[date]) : ''])
  return new Map(
    texts.map(([field, text]) => [field, plain(text)] as const).filter(([, text]) => text !== ''),
  )
}

/**
 * One line, apostrophes alike, a particle's apostrophe without the space that pandoc's parts of names have behind it. Small
 * capitals are in CSL's spelling, and formulas, which pandoc prints without their dollar signs, are their TeX alone.
 */
function plain(text: string): string {
  return markupIn(collapse(text))
    .replace(/([_^])\{\\textrm\{([^{}]*)\}\}/g, (_, sign: string, inner: string) =>
      sign === '_' ? `<sub>${inner}</sub>` : `<sup>${inner}</sup>`,
    )
    .replace(/\$([^$]*\\[^$]*)\$/g, '$1')
    .replaceAll("'", '’')
    .replace(/’ (?=\p{Lu})/gu, '’')
}

/**
 * Equal as a person sees it: pandoc names a language with its country or as babel does, and it lowers the capitals of an
 * English title in Title Case, which is why words that need theirs are in braces.
 */
function same(field: string, ours: string, theirs: string): boolean {
  if (field === 'language')
    return theirs.slice(0, 2) === ours.slice(0, 2) || theirs === babelNames.get(ours)
  if (field !== 'title' || !isTitleCase(ours)) return ours === theirs
  return ours.toLowerCase() === theirs.toLowerCase() && /iPhone|^[^P]*$/.test(theirs)
}

function isTitleCase(title: string): boolean {
  const words = title.split(' ')
  return words.filter((word) => /^\p{Lu}/u.test(word)).length > words.length * 0.6
}
