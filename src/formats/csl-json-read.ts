import { abstractText } from '../item/abstract-text.ts'
import type { Item } from '../item/item.ts'
import { parseSections, parseSource } from '../item/parse.ts'
import { arrayOf, fieldOf, isObject, textOf, type UnknownObject } from '../item/parse-value.ts'
import type { Section } from '../item/record.ts'
import { tidy } from '../text/space.ts'
import { foreignItem, markupIn, ownItem } from './csl-item.ts'
import { readNote } from './csl-note.ts'
import { brokenEntry, type Entry, type EntryRecord, type Pieces } from './entry.ts'
import { jsonEntries } from './json-entries.ts'
import { sectionsOfText } from './labelled-sections.ts'
import { decisionOf, keyOf, tagsOf, timeOf, wordsOf } from './own-fields.ts'
import { isZoteroItem, readZoteroItem } from './zotero-item.ts'

/** So deep papers stand in what wraps them: Crossref's `message`, Word's `itemData`. */
const deepest = 3

/**
 * The papers of a CSL-JSON file (CSL 1.0.2, csl-data.json), one after the other, broken ones with their line: an array or a
 * single item as Zotero, pandoc, Mendeley and citeproc write them, our own with all that is ours, Better BibTeX's JSON
 * (Zotero's fields) and Crossref's answers. Never throws for what stands in the file.
 */
export async function* readCslJson(pieces: Pieces): AsyncGenerator<Entry, void> {
  for await (const { line, text, value, broken } of jsonEntries(pieces)) {
    if (broken !== undefined) yield brokenEntry(line, broken, text)
    else yield* entriesOf(value, line, text, deepest)
  }
}

/** The papers in one value. */
function* entriesOf(value: unknown, line: number, text: string, depth: number): Generator<Entry> {
  if (Array.isArray(value) && depth >= 0) {
    for (const one of value) yield* entriesOf(one, line, text, depth - 1)
    return
  }
  if (!isObject(value)) {
    yield brokenEntry(line, 'no-object', text)
    return
  }
  const inner = fieldOf(value, 'message') ?? fieldOf(value, 'itemData') ?? fieldOf(value, 'data')
  if (depth > 0 && isObject(inner) && fieldOf(value, 'title') === undefined) {
    const items = fieldOf(inner, 'items')
    yield* entriesOf(Array.isArray(items) ? items : inner, line, text, depth - 1)
    return
  }
  if (isZoteroItem(value)) {
    const found = readZoteroItem(value)
    // Notes and attachments that stand by themselves are no papers, and nothing is wrong with them.
    if (found) yield { record: foreignRecord(found.item, found), line }
    return
  }
  const record = recordOf(value)
  yield record ? { record, line } : brokenEntry(line, 'empty', text)
}

/** What a CSL item says; undefined where it says nothing. */
function recordOf(value: UnknownObject): EntryRecord | undefined {
  const custom = fieldOf(value, 'custom')
  if (isObject(custom) && ownMembers.some((name) => Object.hasOwn(custom, name)))
    return ownRecord(value, custom)
  const item = foreignItem(value)
  if (!item || Object.keys(item).length < 2) return undefined
  const note = wordsOf(fieldOf(value, 'annote'))
  const extra = wordsOf(fieldOf(value, 'note'))
  const citationKey = fieldOf(value, 'citation-key') ?? keyOfId(fieldOf(value, 'id'))
  return foreignRecord(item, { note, extra, citationKey })
}

/** What our writer puts under `custom`; others may put theirs there too. */
const ownMembers = ['schema', 'tags', 'note', 'decision', 'reason', 'sections', 'savedAt']

function ownRecord(value: UnknownObject, custom: UnknownObject): EntryRecord | undefined {
  const keyword = Object.hasOwn(custom, 'keyword') ? custom.keyword : fieldOf(value, 'keyword')
  const item = ownItem({ ...value, keyword })
  if (!item) return undefined
  const sections = sectionsIn(value, custom, item)
  const abstract = abstractText(sections)
  if (abstract !== undefined) item.abstract = abstract
  const note = wordsOf(
    fieldOf(custom, 'note') ?? fieldOf(value, 'annote') ?? fieldOf(value, 'note'),
  )
  const decision = decisionOf(fieldOf(custom, 'decision'))
  const reason = wordsOf(fieldOf(custom, 'reason'))
  const citationKey = keyOf(fieldOf(custom, 'citationKey') ?? fieldOf(value, 'citation-key'))
  const id = textOf(fieldOf(custom, 'id'), 100)
  const savedAt = timeOf(fieldOf(custom, 'savedAt'))
  const source = parseSource(fieldOf(custom, 'source'))
  return {
    item,
    sections,
    tags: tagsOf(fieldOf(custom, 'tags')),
    ...(note !== undefined && { note }),
    ...(decision !== undefined && { decision }),
    ...(reason !== undefined && { reason }),
    ...(fieldOf(custom, 'assessed') === true && { assessed: true as const }),
    ...(citationKey !== undefined && { citationKey }),
    ...(id !== undefined && { id }),
    ...(savedAt !== undefined && { savedAt }),
    ...(source !== undefined && { source }),
    ...(Object.hasOwn(custom, 'identifiers') && { identifiers: textsOf(custom.identifiers) }),
    ...(Object.hasOwn(custom, 'publicationTypes') && {
      publicationTypes: textsOf(custom.publicationTypes),
    }),
  }
}

/** Our sections, as long as the abstract says the same: another program may have changed it since. */
function sectionsIn(value: UnknownObject, custom: UnknownObject, item: Item): Section[] {
  const sections = parseSections(fieldOf(custom, 'sections'))
  const abstract = fieldOf(value, 'abstract')
  if (typeof abstract !== 'string') return sections
  const said = abstractText(sections)
  if (said !== undefined && said === tidy(markupIn(abstract)).trim()) return sections
  return sectionsOfText(item.abstract ?? '')
}

function textsOf(value: unknown): string[] {
  return arrayOf(value, 50).flatMap((one) => textOf(one, 2_000) ?? [])
}

/** What another program says of a paper, beside the item. */
interface Beside {
  tags?: readonly string[]
  note?: string | undefined
  /** CSL's `note`, Zotero's field Extra: variables and words. */
  extra?: string | undefined
  citationKey?: unknown
}

function foreignRecord(item: Item, beside: Beside): EntryRecord {
  const extra = readNote(beside.extra ?? '')
  const sections = sectionsOfText(item.abstract ?? '')
  const note = [beside.note, extra.note].filter((text) => text !== undefined).join('\n\n')
  const citationKey = keyOf(beside.citationKey) ?? keyOf(extra.citationKey)
  if (extra.PMID !== undefined) item.PMID ??= extra.PMID
  if (extra.PMCID !== undefined) item.PMCID ??= extra.PMCID
  if (extra.arxiv !== undefined && item.number === undefined) {
    item.archive ??= 'arXiv'
    item.number = `arXiv:${extra.arxiv}`
  }
  return {
    item,
    sections,
    tags: tagsOf(beside.tags),
    ...(note !== '' && { note }),
    ...(citationKey !== undefined && { citationKey }),
  }
}

/** An id that a person cites by: pandoc's and Better BibTeX's are, numbers, addresses and Mendeley's counters are not. */
function keyOfId(id: unknown): string | undefined {
  if (typeof id !== 'string' || !/\p{L}/u.test(id)) return undefined
  const isMade = /^(?:ITEM-\d+|[\da-f]{8}-[\da-f-]{27}|[ru]:.*)$/i.test(id)
  return isMade ? undefined : keyOf(id)
}
