// The least that writing records costs: what bench-formats compares the formats' writers with.
import type { Format } from '../../src/formats/index.ts'
import type { Item, Name } from '../../src/item/item.ts'
import type { LibraryRecord } from '../../src/item/record.ts'

type Records = AsyncIterable<LibraryRecord> | Iterable<LibraryRecord>

/**
 * A bare streaming writer for each format: a generator that gives one record a piece, as ours do, and writes the same
 * fields of the same records under the same names by plain concatenation.
 *
 * It escapes nothing, tidies nothing, protects no capital, folds no line, makes no key unique, looks at no option and asks
 * of no field but whether it is there; what it writes is a file only as long as the records hold no sign that the format
 * takes for its own. JSON's strings stand between quotation marks as they are.
 */
export function bareWriter(
  format: Format['id'],
): (records: Records) => AsyncGenerator<string, void> {
  const entry = entries[format]
  return async function* write(records) {
    for await (const record of records) yield entry(record)
  }
}

const entries: { readonly [F in Format['id']]: (record: LibraryRecord) => string } = {
  bibtex: (record) => bibEntry(record, 'journal', 'address', bibtexDate(record.item)),
  biblatex: (record) =>
    bibEntry(record, 'journaltitle', 'location', `  date = {${day(record.item)}},\n`),
  ris: risEntry,
  nbib: nbibEntry,
  csv: csvRow,
  'csl-json': cslItem,
  json: jsonDocument,
}

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')

function bibEntry(record: LibraryRecord, journal: string, place: string, date: string): string {
  const { item, tags } = record
  let text = `@article{${record.citationKey},\n`
  const add = (name: string, value: string | undefined): void => {
    if (value !== undefined) text += `  ${name} = {${value}},\n`
  }
  add('title', item.title)
  add('author', names(item.author, ' and '))
  add(journal, item['container-title'])
  add('shortjournal', item['container-title-short'])
  add('publisher', item.publisher)
  add(place, item['publisher-place'])
  text += date
  add('volume', item.volume)
  add('number', item.issue)
  add('pages', item.page)
  add('doi', item.DOI)
  add('url', item.URL)
  add('issn', item.ISSN)
  add('pmid', item.PMID)
  add('pmcid', item.PMCID)
  add('language', item.language)
  add('langid', item.language)
  add('urldate', day(item, 'accessed'))
  add('keywords', `${item.keyword}, ${tags.join(', ')}`)
  add('abstract', abstract(record))
  add('annote', record.note)
  return `${text}}\n\n`
}

function bibtexDate(item: Item): string {
  const [year, month = 1] = item.issued?.['date-parts']?.[0] ?? []
  return `  year = {${year}},\n  month = ${months[month - 1]},\n`
}

function risEntry(record: LibraryRecord): string {
  const { item } = record
  let text = `TY  - JOUR\r\nID  - ${record.citationKey}\r\n`
  const add = (tag: string, value: string | undefined): void => {
    if (value !== undefined) text += `${tag}  - ${value}\r\n`
  }
  for (const name of item.author ?? []) add('AU', `${name.family}, ${name.given}`)
  add('TI', item.title)
  add('T2', item['container-title'])
  add('J2', item['container-title-short'])
  add('PB', item.publisher)
  add('VL', item.volume)
  add('IS', item.issue)
  add('DO', item.DOI)
  add('C2', item.PMCID)
  add('UR', item.URL)
  add('LA', item.language)
  add('PY', String(item.issued?.['date-parts']?.[0]?.[0]))
  add('DA', day(item))
  add('Y2', day(item, 'accessed'))
  add('SP', item.page)
  add('SN', item.ISSN)
  add('AN', item.PMID)
  add('AB', abstract(record))
  for (const word of (item.keyword ?? '').split(', ')) add('KW', word)
  add('N1', record.note)
  add('DP', 'Offprint')
  for (const tag of record.tags) add('KW', tag)
  add('N1', record.decision)
  add('N1', record.reason)
  return `${text}ER  - \r\n\r\n`
}

function nbibEntry(record: LibraryRecord): string {
  const { item } = record
  let text = ''
  const add = (tag: string, value: string | undefined): void => {
    if (value !== undefined) text += `${tag}- ${value}\n`
  }
  add('PMID', item.PMID)
  add('OWN ', 'OFFPRINT')
  add('IS  ', item.ISSN)
  add('VI  ', item.volume)
  add('IP  ', item.issue)
  add('TI  ', item.title)
  add('PB  ', item.publisher)
  add('PG  ', item.page)
  add('DP  ', day(item))
  add('LID ', item.DOI)
  add('AID ', item.DOI)
  add('AB  ', abstract(record))
  for (const name of item.author ?? []) {
    add('FAU ', `${name.family}, ${name.given}`)
    add('AU  ', `${name.family} ${name.given?.charAt(0)}`)
  }
  add('LA  ', item.language)
  add('TA  ', item['container-title-short'])
  add('JT  ', item['container-title'])
  add('PMC ', item.PMCID)
  for (const type of record.publicationTypes) add('PT  ', type)
  add('OTO ', 'NOTNLM')
  for (const word of (item.keyword ?? '').split(', ')) add('OT  ', word)
  add('OTO ', 'OFFPRINT')
  for (const tag of record.tags) add('OT  ', tag)
  add('GN  ', record.note)
  return `${text}\n`
}

function csvRow(record: LibraryRecord): string {
  const { item } = record
  return `"${item.title}","${names(item.author, '; ')}",${item.issued?.['date-parts']?.[0]?.[0]},"${item['container-title']}",${item.volume},${item.issue},${item.page},${item.DOI},${item.PMID},${item.URL},"${abstract(record)}","${record.tags.join('; ')}","${record.note}",${record.decision},"${record.reason}",${record.citationKey}\r\n`
}

function cslItem(record: LibraryRecord): string {
  const { item } = record
  const custom = `"custom":{"schema":1,"id":"${record.id}","tags":${list(record.tags)},"keyword":"${item.keyword}","note":"${record.note}","decision":"${record.decision}","reason":"${record.reason}","citationKey":"${record.citationKey}",${own(record)}}`
  const keyword = `${item.keyword}, ${record.tags.join(', ')}`
  return `{"id":"${record.citationKey}","citation-key":"${record.citationKey}",${variables(item)},"abstract":"${abstract(record)}","keyword":"${keyword}","annote":"${record.note}",${custom}},\n`
}

function jsonDocument(record: LibraryRecord): string {
  return `{"id":"${record.id}",${variables(record.item)},"keyword":"${record.item.keyword}","citationKey":"${record.citationKey}","note":"${record.note}","decision":"${record.decision}","reason":"${record.reason}","tags":${list(record.tags)},${own(record)}},\n`
}

/** A CSL item's variables as members of an object. */
function variables(item: Item): string {
  let text = `"type":"${item.type}"`
  for (const name of plainVariables) {
    const value = item[name]
    if (value !== undefined) text += `,"${name}":"${value}"`
  }
  const author = (item.author ?? []).map(
    ({ family, given }) => `{"family":"${family}","given":"${given}"}`,
  )
  return `${text},"author":[${author.join(',')}],"issued":${parts(item, 'issued')},"accessed":${parts(item, 'accessed')}`
}

const plainVariables = [
  'title',
  'container-title',
  'container-title-short',
  'publisher',
  'volume',
  'issue',
  'page',
  'DOI',
  'PMID',
  'PMCID',
  'ISSN',
  'URL',
  'language',
] as const

function parts(item: Item, name: 'issued' | 'accessed'): string {
  return `{"date-parts":[[${item[name]?.['date-parts']?.[0]?.join(',')}]]}`
}

/** What is ours of a record. */
function own({ sections, savedAt, publicationTypes, source }: LibraryRecord): string {
  const texts = sections.map(({ label, text }) => `{"label":"${label}","text":"${text}"}`)
  const fields = Object.entries(source.fields).map(
    ([name, from]) => `"${name}":{"source":"${from.source}","others":[]}`,
  )
  const removed = source.removed.map(({ rule, text }) => `{"rule":"${rule}","text":"${text}"}`)
  return `"sections":[${texts.join(',')}],"publicationTypes":${list(publicationTypes)},"savedAt":"${savedAt}","source":{"url":"${source.url}","portal":"${source.portal}","capturedAt":"${source.capturedAt}","fields":{${fields.join(',')}},"removed":[${removed.join(',')}],"doubts":[]}`
}

function list(texts: readonly string[]): string {
  return `["${texts.join('","')}"]`
}

function names(list: readonly Name[] | undefined, between: string): string {
  return (list ?? []).map((name) => `${name.family}, ${name.given}`).join(between)
}

function day(item: Item, name: 'issued' | 'accessed' = 'issued'): string {
  return item[name]?.['date-parts']?.[0]?.join('-') ?? ''
}

function abstract({ sections }: LibraryRecord): string {
  return sections
    .map(({ label, text }) => (label === undefined ? text : `${label}: ${text}`))
    .join('\n\n')
}
