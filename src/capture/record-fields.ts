import { mayBeAbstractHeading } from '../abstract/labels.ts'
import type { Name } from '../item/item.ts'
import { parseNameList } from '../item/name.ts'
import {
  type Candidate,
  dateCandidate,
  namesCandidate,
  textCandidate,
} from '../metadata/candidate.ts'
import type { Block } from '../text/block.ts'
import { nameOf } from '../text/element-name.ts'
import { isJournalName } from './journal-name.ts'
import { namesInLinks } from './names-in-line.ts'
import { beginsWithLabel, type RecordField, recordField } from './record-label.ts'

/** One field of a record as the page shows it. */
interface Field {
  field: RecordField
  /** The label as it is written, lower-case. */
  label: string
  values: string[]
  /** The names in the links of an author's line, where each link is one. */
  linked?: Name[] | undefined
}

/** How far a page is read for a record, in blocks, and the most values that one label has. */
const reach = 500
const mostValues = 60

/** The fewest different labels that make a record, its title's or author's among them. */
const least = 4

const source = 'labelled field'

/**
 * Title, authors, date and DOI of a page that shows its paper as a catalogue's record: cells of a table, a definition
 * list, headings over values or lines with a label. Repositories show theses so, and the full view of every DSpace;
 * undefined where there are too few labels, or none of a title or an author.
 */
export function readRecordFields(blocks: readonly Block[]): Candidate[] | undefined {
  const near = blocks.slice(0, reach)
  // Without an abstract it would not be read on, and nearly no page has the word at a line's beginning.
  if (!near.some(({ raw }) => mayBeAbstractHeading(raw))) return undefined
  const found = fieldsOf(near)
  const labels = new Set(found.map(({ label }) => label))
  const has = (field: RecordField): boolean => found.some((each) => each.field === field)
  if (labels.size < least || !has('abstract') || !(has('title') || has('author'))) return undefined
  const first = (field: RecordField): string | undefined =>
    found.find((each) => each.field === field)?.values[0]
  const doi = found
    .filter(({ label }) => /doi|identifier|uri|url/.test(label))
    .flatMap(({ values }) => values)
    .find((value) => /^(?:doi:\s*|https?:\/\/(?:dx\.)?doi\.org\/)?10\.\d{4,9}\/\S+$/i.test(value))
  return [
    ...textCandidate('title', first('title')?.replace(responsibility, ''), source),
    ...namesCandidate('author', authorsOf(found), source),
    ...dateCandidate(first('date')?.slice(0, 60), source),
    ...textCandidate('DOI', doi, source),
    ...textCandidate('container-title', journalOf(first('container-title')), source),
    ...textCandidate('volume', numberOf(first('volume')), source),
    ...textCandidate('issue', numberOf(first('issue')), source),
    ...textCandidate(
      'page',
      /^[A-Za-z]?\d+(?:\s?[-–]\s?[A-Za-z]?\d+)?$/.exec(first('page') ?? '')?.[0],
      source,
    ),
  ]
}

function fieldsOf(blocks: readonly Block[]): Field[] {
  const found: Field[] = []
  let open: { field: Field; label: Block } | undefined
  for (const block of blocks) {
    const inLine = labelledLine(block)
    const field = inLine ? recordField(inLine.label) : fieldOfLabel(block)
    if (field !== undefined) {
      const label = (inLine?.label ?? block.plain).toLowerCase().replace(/\s*[:：]\s*$/u, '')
      const started: Field = { field, label, values: inLine ? [inLine.value] : [] }
      if (inLine && field === 'author') started.linked = namesInLinks(block, inLine.value, true)
      found.push(started)
      open = inLine ? undefined : { field: started, label: block }
    } else if (open && isValue(open.label, block) && open.field.values.length < mostValues)
      open.field.values.push(block.text)
    else open = undefined
  }
  return found.filter(({ values }) => values.length > 0)
}

/** `<b>Author:</b> Roe, R.` or `<em>Title</em> <strong>On roofs</strong>` in one line. */
function labelledLine(block: Block): { label: string; value: string } | undefined {
  if (block.size > 2000 || !beginsWithLabel(block.plain)) return undefined
  const written = /^([^:：]{2,40})(?::\s+|：\s*)(\S.*)$/u.exec(block.plain)
  if (written?.[1] && written[2] && recordField(written[1]) !== undefined)
    return { label: written[1], value: written[2] }
  const { lead } = block
  if (lead === undefined || lead.length >= block.plain.length || recordField(lead) === undefined)
    return undefined
  return { label: lead, value: block.plain.slice(lead.length).trim() }
}

/** A label that has a line, a cell or a heading of its own; in menus it is a link or an entry of a list. */
function fieldOfLabel({ plain, size, element }: Block): RecordField | undefined {
  if (size > 200 || (element && /^(?:li|button|option|legend|summary)$/.test(nameOf(element))))
    return undefined
  const field = recordField(plain)
  return field !== undefined && element && isLink(element, plain) ? undefined : field
}

function isLink(element: Element, plain: string): boolean {
  const links = element.getElementsByTagName('a')
  for (let i = 0; i < links.length && i < 20; i++)
    if ((links[i]?.textContent ?? '').trim() === plain) return true
  return false
}

/** True for what may be a label's value: what stands in its row, or below it, and is no cell or heading of its kind. */
function isValue(label: Block, value: Block): boolean {
  if (!label.element || !value.element) return true
  const name = nameOf(label.element)
  if (/^(?:dt|th|h[1-6])$/.test(name) && nameOf(value.element) === name) return false
  const row = label.element.closest('tr')
  return row === null || row.children.length < 2 || row.contains(value.element)
}

/** A journal's name alone: with a number in it, it is a citation. */
function journalOf(value: string | undefined): string | undefined {
  const name = value?.replace(/[.,;\s]+$/, '')
  return name !== undefined && isJournalName(name) && !/\d/.test(name) ? name : undefined
}

function numberOf(value: string | undefined): string | undefined {
  return /^[A-Za-z]?\d[\w/-]{0,11}$/.exec(value?.trim() ?? '')?.[0]
}

/** Libraries put the people behind the title: `On roofs / by Maeve Roe` (ISBD, area 1). */
const responsibility = /\s\/\s(?=(?:by|von|vorgelegt|par|por|di|av)?\s?\S).{3,200}$/u

/** Behind a name what the person did: `Roe, R. (thesis advisor)`. */
const role = /\s*[([]\s*([\p{L} ./-]{3,40})\s*[)\]]\s*$/u
const authorship = /^(?:author|creator|autor|autorin|auteur|verfasser|aut|vut)/i

function authorsOf(found: readonly Field[]): Name[] {
  const field = found.find((each) => each.field === 'author' && each.values.length > 0)
  if (!field) return []
  if (field.linked) return field.linked
  const { values } = field
  const people = values.map((value) => ({
    name: value.replace(role, ''),
    did: role.exec(value)?.[1],
  }))
  // Where roles are given, the advisors and the university stand in the same list.
  const authors = people.some(({ did }) => did !== undefined && authorship.test(did))
    ? people.filter(({ did }) => did !== undefined && authorship.test(did))
    : people
  const names = authors.flatMap(({ name }) => (isNames(name) ? parseNameList(name) : []))
  return names.length > 0 && names.every(({ literal }) => literal === undefined) ? names : []
}

/** A language's code or an e-mail address stands in the next cell. */
function isNames(value: string): boolean {
  return (
    value.length > 3 && value.length < 2000 && !/^[a-z]{2}(?:[_-][A-Z]{2})?$|@|https?:/.test(value)
  )
}
