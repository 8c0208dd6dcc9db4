import { abstractText } from '../item/abstract-text.ts'
import { parseDate } from '../item/date.ts'
import { cleanPmcid, cleanPmid } from '../item/identifier.ts'
import { withSpelledInitials } from '../item/initials.ts'
import { type CslDate, type Item, type ItemType, type Name, textVariables } from '../item/item.ts'
import { parseName, parseNameList } from '../item/name.ts'
import { parseItem } from '../item/parse.ts'
import { untitled } from '../item/record.ts'
import { foreignText } from './csl-item.ts'
import { itemTypeOf } from './csl-types.ts'
import { itemsOf, unguarded } from './csv-cell.ts'
import type { Column } from './csv-fields.ts'
import { namesOfCell } from './csv-names.ts'
import type { EntryRecord } from './entry.ts'
import { sectionsOfText } from './labelled-sections.ts'
import { decisionOf, keyOf, tagsOf, wordsOf } from './own-fields.ts'
import { readRayyanNote } from './rayyan-note.ts'

/** The first filled cell of a row for a column, or undefined. */
export type Cell = (column: Column) => string | undefined

/** A cell's text without a formula's guard; undefined for what programs write where nothing is known. */
export function cellText(cell: string | undefined, isOwn: boolean): string | undefined {
  const text = unguarded(cell ?? '').trim()
  return text === '' || (!isOwn && /^(?:NaN|nan|NA|N\/A|n\/a|NULL|null|None)$/.test(text))
    ? undefined
    : text
}

/** The paper that a row of a file of ours says; undefined where it is empty. */
export function ownRow(cell: Cell): EntryRecord | undefined {
  const title = cell('title')
  const item = itemOf(cell, namesOfCell(cell('authors') ?? ''), {
    title: title === untitled ? undefined : title,
    DOI: cell('doi'),
    PMID: cell('pmid'),
    URL: cell('url'),
    page: cell('pages'),
  })
  return recordOf(item, cell, itemsOf(cell('tags') ?? ''), cell('note'))
}

/** The paper that a row of another program's file says; undefined where it names none. */
export function foreignRow(cell: Cell): EntryRecord | undefined {
  const note = cell('note')
  const rayyan = note === undefined ? undefined : readRayyanNote(note)
  const said = cell('decision')
  const tags = [...splitWords(cell('tags') ?? ''), ...(rayyan?.labels ?? [])]
  // A column `label` holds decisions in one program and words in another.
  if (said !== undefined && decisionOf(said) === undefined && !/^[-\d.]+$/.test(said))
    tags.push(said)
  const item = itemOf(cell, authorsOf(cell('authorsInFull') ?? cell('authors') ?? ''), {
    title: cell('title'),
    DOI: cell('doi'),
    PMID: cleanPmid(cell('pmid') ?? ''),
    PMCID: cleanPmcid(cell('pmcid') ?? ''),
    URL: /https?:\/\/[^\s;,"]+/.exec(cell('url') ?? '')?.[0],
    page: pagesOf(cell),
    number: cell('articleNumber'),
    editor: authorsOf(cell('editors') ?? ''),
    'container-title-short': cell('shortJournal'),
    publisher: cell('publisher'),
    ISSN: cell('issn'),
    ISBN: cell('isbn'),
    language: cell('language'),
    keyword: splitWords(cell('keywords') ?? '').join(', ') || undefined,
  })
  const record = recordOf(item, cell, tags, rayyan ? rayyan.note : note)
  if (record && rayyan?.decision !== undefined) record.decision ??= rayyan.decision
  if (record && rayyan?.reason !== undefined) record.reason ??= rayyan.reason
  return record && Object.keys(record.item).length > 1 ? record : undefined
}

/** The item of what all files have, and of what is read in another way from ours than from others'. */
function itemOf(cell: Cell, author: Name[], more: { [V in keyof Item]?: unknown }): Item {
  const isForeign = 'number' in more
  const members: { [variable: string]: unknown } = more
  members['container-title'] = cell('journal')
  members.volume = cell('volume')
  members.issue = cell('issue')
  members.abstract = cell('abstract')
  if (isForeign) {
    for (const name of textVariables) {
      const value = members[name]
      if (typeof value === 'string') members[name] = foreignText(name, value)
    }
  }
  members.type = typeOf(cell)
  members.author = author
  members.issued = dateOf(cell('date'), cell('year'))
  const item = parseItem(members)
  return item ?? { type: 'document' }
}

function recordOf(
  item: Item,
  cell: Cell,
  tags: readonly string[],
  words: string | undefined,
): EntryRecord {
  const sections = sectionsOfText(item.abstract ?? '')
  const abstract = abstractText(sections)
  if (abstract !== undefined) item.abstract = abstract
  const note = wordsOf(words)
  const decision = decisionOf(cell('decision'))
  const reason = wordsOf(cell('reason'))
  const citationKey = keyOf(cell('citationKey'))
  return {
    item,
    sections,
    tags: tagsOf(tags),
    ...(note !== undefined && { note }),
    ...(decision !== undefined && { decision }),
    ...(reason !== undefined && { reason }),
    ...(citationKey !== undefined && { citationKey }),
  }
}

/** A column for the type, in whatever spelling; else a paper in a journal is an article of it. */
function typeOf(cell: Cell): ItemType {
  const said = cell('type') ?? ''
  const found = itemTypeOf(said) ?? itemTypeOf(said.toLowerCase().replace(/[\s_]+/g, '-'))
  if (found && found !== 'article') return found
  if (/conference|proceeding/i.test(said)) return 'paper-conference'
  return cell('journal') === undefined ? 'document' : 'article-journal'
}

/** A date column counts where it says more than the year beside it. */
function dateOf(date: string | undefined, year: string | undefined): CslDate | undefined {
  const day = date === undefined ? undefined : parseDate(date)
  const text = year ?? date
  if (text === undefined) return undefined
  const plain = /^(\d{1,4})(?:\.0)?$/.exec(text)?.[1]
  if (day && (plain === undefined || day['date-parts']?.[0]?.[0] === Number(plain))) return day
  if (plain !== undefined && Number(plain) > 0) return { 'date-parts': [[Number(plain)]] }
  return parseDate(text) ?? { literal: text }
}

function pagesOf(cell: Cell): string | undefined {
  const [first, last] = [cell('firstPage'), cell('lastPage')]
  const pages = cell('pages') ?? first
  return first !== undefined && last !== undefined && pages === first && last !== first
    ? `${first}-${last}`
    : pages
}

/** Names as people's sheets have them; Scopus puts an id in brackets behind each. */
function authorsOf(text: string): Name[] {
  const plain = text.replace(/\s*\(\d{6,}\)/g, '')
  // Rayyan joins names family first by ` and `, where a comma parts no names.
  const parts = plain.includes(';') ? [] : plain.split(/\s+and\s+/)
  const isInverted = parts.length > 1 && parts.every((part) => part.split(',').length === 2)
  const names = isInverted ? parts.flatMap((part) => parseName(part) ?? []) : parseNameList(plain)
  // In text that is all in capitals short given names would be taken for initials: `LI WU`.
  return /\p{Ll}/u.test(plain) ? names.map(withSpelledInitials) : names
}

/** Words parted by semicolons, else by bars or commas. */
function splitWords(text: string): string[] {
  const separator = text.includes(';') ? ';' : text.includes('|') ? '|' : ','
  return text
    .split(separator)
    .map((word) => word.trim())
    .filter((word) => word !== '')
}
