import { addressesIn, identifiersWith } from '../item/addresses.ts'
import { isCitationKey } from '../item/citation-key.ts'
import { parseDate } from '../item/date.ts'
import { cleanDoi, cleanIsbn, cleanIssn, cleanPmcid, cleanPmid } from '../item/identifier.ts'
import { withSpelledInitials } from '../item/initials.ts'
import type { CslDate, Item, Name } from '../item/item.ts'
import { parseName, parseNameList } from '../item/name.ts'
import type { Section } from '../item/record.ts'
import { paragraphsOfMarkup } from '../text/markup.ts'
import { collapse, tidy } from '../text/space.ts'
import type { EntryRecord, ReadOptions } from './entry.ts'
import { readInvertedName } from './inverted-name.ts'
import { inParagraphs, sectionsOfGlued, sectionsOfText } from './labelled-sections.ts'
import { readRisDate } from './ris-date.ts'
import { type RisKind, risDates, risNames, risProvider, risRowsOf, risTypes } from './ris-fields.ts'
import { doiOfNote, withoutDatabaseLines } from './ris-notes.ts'
import { doiInGenre, readRisAccession, readRisPages, readRisSerial } from './ris-parts.ts'
import { readScreening } from './screening.ts'
import type { RawEntry, TaggedField } from './tagged-entries.ts'

/** An entry's fields by tag, and whether we wrote it. */
class Fields {
  readonly isOwn: boolean
  /** What stands before `DP  - Offprint` in an entry of ours, and in others all of it. */
  readonly paper: readonly TaggedField[]
  /** What stands behind it. */
  readonly reader: readonly TaggedField[]

  constructor(fields: readonly TaggedField[]) {
    const at = fields.findIndex(
      (field) => field.tag === 'DP' && field.lines[0]?.trim() === risProvider,
    )
    this.isOwn = at >= 0
    this.paper = at < 0 ? fields : fields.slice(0, at)
    this.reader = at < 0 ? [] : fields.slice(at + 1)
  }

  /** The values of a tag, each as one line, none empty. */
  all(...tags: readonly string[]): string[] {
    return this.paper
      .filter((field) => tags.includes(field.tag))
      .map((field) => collapse(tidy(field.lines.join(' '))))
      .filter((text) => text !== '')
  }

  first(...tags: readonly string[]): string | undefined {
    for (const tag of tags) {
      const [text] = this.all(tag)
      if (text !== undefined) return text
    }
    return undefined
  }

  /** A value with its lines; in an entry of ours the space is taken away that kept a line from being a tag. */
  text(field: TaggedField | undefined): string {
    const [first = '', ...more] = field?.lines ?? []
    const lines = more.map((line) => (this.isOwn ? line.replace(/^ /, '') : line.trim()))
    return tidy([first, ...lines].join('\n')).trim()
  }
}

/** What a RIS entry says of a paper, and what a reader had added to it. */
export function risRecord(raw: RawEntry, { keywords = 'keyword' }: ReadOptions): EntryRecord {
  const fields = new Fields(raw.fields)
  const item: Item = { type: typeOf(fields) }
  readRows(item, fields)
  readNames(item, fields)
  readDates(item, fields)
  const page = readRisPages(fields.first('SP'), fields.first('EP'), fields.isOwn)
  if (page !== undefined) item.page = page
  for (const line of fields.all('SN')) readSerial(item, line, fields.isOwn)
  const archive = fields.isOwn ? fields.first('DB') : undefined
  if (archive !== undefined) item.archive = archive
  for (const line of fields.all('AN'))
    Object.assign(
      item,
      readRisAccession(line, fields.isOwn),
      item.PMID === undefined ? {} : { PMID: item.PMID },
    )
  const words = keywordsOf(fields.paper, fields)
  const isTags = keywords === 'tags' && !fields.isOwn
  if (words.length > 0 && !isTags) item.keyword = words.join(', ')
  if (!fields.isOwn) putRight(item, fields)
  const addresses = fields.isOwn ? [] : fields.all('UR').flatMap(addressesIn)
  if (addresses.length > 1) item.URL = addresses[0] ?? ''
  const key = fields.first('ID')
  return {
    item,
    sections: abstractSections(fields),
    publicationTypes: [],
    ...readerFields(fields, isTags ? words : []),
    ...identifiersWith(item, addresses.slice(1)),
    ...(key !== undefined && isKey(key, fields.isOwn) ? { citationKey: key } : {}),
  }
}

function typeOf(fields: Fields): Item['type'] {
  const said = fields.first('TY')?.toUpperCase()
  if (said === undefined)
    return fields.first('JO', 'JF', 'JA', 'T2') === undefined ? 'document' : 'article-journal'
  return risTypes.find(({ types }) => types.includes(said))?.item ?? 'document'
}

function readRows(item: Item, fields: Fields): void {
  const isAtEvent = item.type === 'paper-conference' && fields.paper.some(({ tag }) => tag === 'C3')
  const kind: RisKind = isAtEvent ? 'paper-at-event' : item.type
  for (const row of risRowsOf(kind)) {
    const text = fields.first(row.tag, ...(row.read ?? []))
    if (text !== undefined) item[row.variable] ??= text
  }
}

function readNames(item: Item, fields: Fields): void {
  for (const { variable, tag, read } of risNames) {
    if (item[variable]) continue
    const names = fields.all(tag, ...read).flatMap((text) => namesOf(text, fields.isOwn))
    if (names.length > 0) item[variable] = names
  }
}

/** One name a line is the rule; some write all of them into one. */
function namesOf(text: string, isOwn: boolean): Name[] {
  if (isOwn || /,,|,$/.test(text))
    return [readInvertedName(text)].filter((name) => name !== undefined)
  const names =
    text.includes(';') || text.split(',').length > 3 ? parseNameList(text) : [parseName(text)]
  const known = names.filter((name) => name !== undefined)
  return /\p{Ll}/u.test(text) ? known.map(withSpelledInitials) : known
}

function readDates(item: Item, fields: Fields): void {
  for (const { variable, tag, read } of risDates) {
    const texts = fields.isOwn ? fields.all(tag) : fields.all(tag, ...read)
    const dates = [tag, ...read].flatMap((each) => fields.all(each)).map(readRisDate)
    const known = dates.find((date) => date?.['date-parts'])
    // Web of Science parts them: `DA  - MAR 14`, `PY  - 2021`.
    const joined = known?.['date-parts']?.[0]?.length === 1 ? parseDate(texts.join(' ')) : undefined
    const date: CslDate | undefined = fields.isOwn
      ? readRisDate(texts[0] ?? '')
      : (joined ?? known ?? dates[0])
    if (!date) continue
    // Others write a time of day behind the date.
    if (!fields.isOwn && date['date-parts']) delete date.literal
    item[variable] = date
  }
}

function readSerial(item: Item, line: string, isOwn: boolean): void {
  const serial = readRisSerial(line)
  if (serial)
    item[serial.kind] ??= isOwn
      ? serial.text
      : (cleanIssn(serial.text) ?? cleanIsbn(serial.text) ?? serial.text)
  else if (!isOwn && item.type === 'report') item.number ??= line
}

/** What files by others write in other words. */
function putRight(item: Item, fields: Fields): void {
  const doi = doiInGenre(item.genre)
  if (doi !== undefined) delete item.genre
  const noted = fields.paper.filter(({ tag }) => tag === 'N1').map((field) => fields.text(field))
  const clean =
    cleanDoi(item.DOI ?? '') ?? doi ?? noted.map(doiOfNote).find((each) => each !== undefined)
  if (clean !== undefined) item.DOI = clean
  const pmcid =
    item.PMCID !== undefined && /PMC/i.test(item.PMCID) ? cleanPmcid(item.PMCID) : undefined
  // Scopus has the PMID under the tag that others have PubMed Central's number under.
  const pmid = isOfScopus(fields) ? cleanPmid(item.PMCID ?? '') : undefined
  if (pmid !== undefined) item.PMID ??= pmid
  if (pmcid !== undefined) item.PMCID = pmcid
  else delete item.PMCID
  if (item['container-title-short'] === item['container-title'])
    delete item['container-title-short']
}

function abstractSections(fields: Fields): Section[] {
  const field = ['AB', 'N2']
    .map((tag) => fields.paper.find((each) => each.tag === tag))
    .find((each) => each)
  const text = fields.text(field)
  if (fields.isOwn) return sectionsOfText(inParagraphs(text))
  // Lines are where others wrap; a paragraph ends at an empty line, or where a line begins with a label in capitals.
  const plain = /<\/?(?:jats:|p>|sec>)/.test(text) ? paragraphsOfMarkup(text) : text
  const paragraphs = plain
    .replace(/\n(?=\p{Lu}[\p{Lu} ,/&-]{3,40}: )/gu, '\n\n')
    .split(/\n[^\S\n]*\n/)
  return sectionsOfGlued(paragraphs.map(collapse).join('\n\n'))
}

/** Keywords, one a line; EndNote puts all under one tag, some part them by semicolons. */
function keywordsOf(fields: readonly TaggedField[], { isOwn }: Fields): string[] {
  return fields
    .filter((field) => field.tag === 'KW')
    .flatMap(({ lines }) => (isOwn ? lines : lines.flatMap((line) => line.split(';'))))
    .map((word) => collapse(tidy(word)))
    .filter((word) => word !== '')
}

function readerFields(
  fields: Fields,
  words: readonly string[],
): Pick<EntryRecord, 'tags' | 'note' | 'decision' | 'reason'> {
  const said: Pick<EntryRecord, 'tags' | 'note' | 'decision' | 'reason'> = {
    tags: [...words, ...keywordsOf(fields.reader, fields)],
  }
  const notes: string[] = []
  for (const [field, isScreening] of notesOf(fields)) {
    const text = fields.text(field)
    const plain = !fields.isOwn && /^<(?:p|div)[\s>]/i.test(text) ? paragraphsOfMarkup(text) : text
    const screening = isScreening ? readScreening(plain, fields.isOwn) : undefined
    if (screening === undefined) notes.push(fields.isOwn ? plain : ownWords(plain, fields))
    else {
      const { tags = [], note, ...decided } = screening
      said.tags.push(...tags)
      if (note !== undefined) notes.push(note)
      Object.assign(said, decided)
    }
  }
  const note = notes.filter((text) => text !== '').join('\n\n')
  return note === '' ? said : { ...said, note }
}

/** What of a note a person may have written. */
function ownWords(note: string, fields: Fields): string {
  return doiOfNote(note) === undefined ? withoutDatabaseLines(note, isOfScopus(fields)) : ''
}

function isOfScopus(fields: Fields): boolean {
  return /^scopus$/i.test(fields.first('DB') ?? '')
}

/** N1 lines, and whether one may be a decision: in an entry of ours a note stands before DP, a decision behind it. */
function notesOf(fields: Fields): [TaggedField, boolean][] {
  const isNote = ({ tag }: TaggedField): boolean => tag === 'N1'
  return [
    ...fields.paper.filter(isNote).map((field): [TaggedField, boolean] => [field, !fields.isOwn]),
    ...fields.reader.filter(isNote).map((field): [TaggedField, boolean] => [field, true]),
  ]
}

/** Ids of databases and running numbers are no citation keys. */
function isKey(key: string, isOwn: boolean): boolean {
  return (
    isCitationKey(key) &&
    (isOwn || (/[a-z]/i.test(key) && !/^(?:rayyan-|covidence|wos:|ref\d)/i.test(key)))
  )
}
