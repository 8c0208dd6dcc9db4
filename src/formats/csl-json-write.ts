import { abstractText } from '../item/abstract-text.ts'
import type { Item } from '../item/item.ts'
import type { LibraryRecord, Source } from '../item/record.ts'
import type { Records, WriteOptions } from './entry.ts'

/** The newest form of what stands under `custom`. */
export const customSchema = 1

/** Characters that are written at once, about. */
const piece = 65_536

/**
 * Records as a CSL-JSON file: an array of CSL 1.0.2 items, one a line (csl-data.json, github.com/citation-style-language/schema),
 * as Zotero, pandoc and citeproc read it.
 *
 * `id` is the citation key, or the record's id where it has none or an earlier item has the same. The abstract is text
 * (`LABEL: text`), `keyword` has the tags behind the publisher's keywords, the reader's note is `annote`. `custom` holds
 * all that is ours, from which `readCslJson` gives the same record back.
 */
export async function* writeCslJson(
  records: Records,
  options: WriteOptions = {},
): AsyncGenerator<string> {
  const taken = new Set<string>()
  let waiting = '['
  for await (const record of records) {
    const { citationKey: key } = record
    const id = key === undefined || key === '' || taken.has(key) ? record.id : key
    waiting += `${taken.size === 0 ? '\n' : ',\n'}${JSON.stringify({ ...cslItem(record, options), id })}`
    taken.add(id)
    if (waiting.length < piece) continue
    yield waiting
    waiting = ''
  }
  yield `${waiting}\n]\n`
}

/** One record as a CSL item with what is ours under `custom`. */
export function cslItem(record: LibraryRecord, options: WriteOptions = {}): object {
  const { abstract: own, keyword, type, ...rest } = record.item
  const { citationKey: key } = record
  const abstract = options.abstracts === false ? undefined : (abstractText(record.sections) ?? own)
  const keywords = options.tags === false ? keyword : keywordsOf(keyword, record.tags)
  const note = options.notes === false ? undefined : record.note
  return {
    id: key === undefined || key === '' ? record.id : key,
    type,
    ...(key !== undefined && { 'citation-key': key }),
    ...rest,
    ...(rest.title !== undefined && { title: markupOut(rest.title) }),
    ...(abstract !== undefined && { abstract: markupOut(abstract) }),
    ...(keywords !== undefined && { keyword: keywords }),
    ...(note !== undefined && { annote: note }),
    custom: customOf(record, options),
  }
}

/** What CSL has no variable for, or holds in another form. */
function customOf(record: LibraryRecord, options: WriteOptions): object {
  const { item, decision, reason, citationKey } = record
  const hasTags = options.tags !== false
  const hasNote = options.notes !== false && record.note !== undefined
  return {
    schema: customSchema,
    id: record.id,
    ...(hasTags && { tags: record.tags }),
    // The item's keywords have the tags among them.
    ...(hasTags && record.tags.length > 0 && { keyword: item.keyword ?? null }),
    ...(hasNote && { note: record.note }),
    ...(decision !== undefined && { decision }),
    ...(reason !== undefined && { reason }),
    ...(record.assessed && { assessed: true }),
    ...(citationKey !== undefined && { citationKey }),
    savedAt: record.savedAt,
    ...(options.abstracts !== false && { sections: record.sections }),
    publicationTypes: record.publicationTypes,
    identifiers: record.identifiers,
    source: options.abstracts === false ? sourceWithoutAbstract(record.source) : record.source,
  }
}

/** The source without the other abstracts that the page offered. */
function sourceWithoutAbstract({ translations: _, fields, ...source }: Source): Source {
  const { abstract: __, ...others } = fields
  return { ...source, fields: others }
}

/** The publisher's keywords, and those tags that are not among them. */
function keywordsOf(keyword: Item['keyword'], tags: readonly string[]): string | undefined {
  const known = new Set((keyword ?? '').split(/\s*[,;]\s*/).map((word) => word.toLowerCase()))
  const all = [keyword ?? '', ...tags.filter((tag) => !known.has(tag.toLowerCase()))]
  const text = all.filter((word) => word !== '').join(', ')
  return text === '' ? undefined : text
}

/** Small capitals as all of Zotero, pandoc and citeproc-js know them; the rest of CSL's markup is ours as well. */
function markupOut(text: string): string {
  return text.replace(/<sc>([^<]*)<\/sc>/g, '<span style="font-variant:small-caps;">$1</span>')
}
