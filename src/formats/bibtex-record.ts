import { abstractText } from '../item/abstract-text.ts'
import { addressesIn, identifiersWith } from '../item/addresses.ts'
import { cleanArxiv, cleanPmid } from '../item/identifier.ts'
import type { Item, TextVariable } from '../item/item.ts'
import { nameToText } from '../item/name.ts'
import { parseItem } from '../item/parse.ts'
import { type Decision, untitled } from '../item/record.ts'
import { fold } from '../text/fold.ts'
import { tidy } from '../text/space.ts'
import { cutAt } from './bibtex-cut.ts'
import type { FieldRow } from './bibtex-fields.ts'
import type { Formulas } from './bibtex-formula.ts'
import { dateOfField, dateOfParts } from './bibtex-read-date.ts'
import { readGenre, readLanguage, readRow, readType } from './bibtex-read-fields.ts'
import { namesOfTex } from './bibtex-read-names.ts'
import { noteFields, subtitles, tagFields } from './bibtex-reader-fields.ts'
import { lineOfTex, paragraphsOfTex } from './bibtex-text.ts'
import { pageRange } from './bibtex-values.ts'
import { doiOfTex, verbatimOfTex } from './bibtex-verbatim.ts'
import type { EntryRecord, ReadOptions } from './entry.ts'
import { sectionsOfText } from './labelled-sections.ts'

/** How a file is read where it may be meant in two ways. */
export interface BibtexReadOptions extends ReadOptions {
  /** Whether formulas stay between dollar signs or become text where a line can show them. */
  formulas?: Formulas
}

/** What an entry says of a paper, and what of it has no place in a record. */
export interface BibtexRecord extends EntryRecord {
  /** The names of the fields that say something and have no place in a record. */
  unread: string[]
}

/** The fields of an entry by name, their values TeX, macros resolved. */
export type RawFields = ReadonlyMap<string, string>

/** An entry's record; undefined where it says nothing of a paper. */
export function recordOf(
  type: string,
  fields: RawFields,
  options: BibtexReadOptions = {},
): BibtexRecord | undefined {
  return new Reading(type, fields, options).record()
}

class Reading {
  readonly #fields: RawFields
  readonly #options: BibtexReadOptions
  readonly #left: Set<string>
  readonly #type: ReturnType<typeof readType>
  readonly #item: { [variable in keyof Item]?: unknown }
  /** Addresses beside the first one of a field. */
  #furtherAddresses: string[] = []

  constructor(type: string, fields: RawFields, options: BibtexReadOptions) {
    this.#fields = fields
    this.#options = options
    this.#left = new Set([...fields].flatMap(([name, tex]) => (tex.trim() === '' ? [] : [name])))
    this.#type = readType(type, this.#line('entrysubtype').toLowerCase())
    this.#item = { type: this.#type.item }
  }

  record(): BibtexRecord | undefined {
    const item = this.#item
    this.#titles()
    for (const name of ['author', 'editor'] as const) item[name] = namesOfTex(this.#raw(name))
    this.#holder()
    // A field that belongs on this type goes before one that others put there.
    for (const isOwn of [true, false]) for (const [name] of this.#fields) this.#text(name, isOwn)
    this.#language()
    item.issued =
      dateOfField(this.#line('date')) ??
      dateOfParts(this.#line('year'), this.#line('month'), this.#line('day'))
    const [urldate, seen] = [this.#line('urldate'), this.#line('lastchecked')]
    item.accessed = dateOfField(urldate) ?? dateOfField(seen)
    this.#eprint()
    const tags = this.#tags()
    const note = this.#note()
    const decision = this.#decision()
    const reason = this.#line('reason')
    const sections = sectionsOfText(tidy(this.#paragraphs('abstract')))
    item.abstract = abstractText(sections)
    // What an entry inherits it has already; `xref` gives nothing on.
    for (const name of ['crossref', 'xdata', 'xref']) this.#left.delete(name)
    const parsed = parseItem(item) ?? { type: 'document' }
    const isUntitled = parsed.title === untitled
    if (isUntitled) delete parsed.title
    const saysSomething = isUntitled || sections.length > 0 || Object.keys(parsed).length > 1
    const isRead = note !== '' || tags.length > 0 || decision !== undefined || reason !== ''
    if (!saysSomething && !isRead) return undefined
    return {
      item: parsed,
      sections,
      tags,
      ...(note === '' ? {} : { note }),
      ...(decision === undefined ? {} : { decision }),
      ...(reason === '' ? {} : { reason }),
      ...identifiersWith(parsed, this.#furtherAddresses),
      unread: [...this.#left],
    }
  }

  /** A field's TeX, which is read with that. */
  #raw(name: string): string {
    this.#left.delete(name)
    return this.#fields.get(name) ?? ''
  }

  #line(name: string): string {
    return lineOfTex(this.#raw(name), this.#options.formulas)
  }

  #paragraphs(name: string): string {
    return paragraphsOfTex(this.#raw(name), this.#options.formulas)
  }

  /** Who holds a patent is its author where no inventor is named, and else who brings it out; CSL has no place for both. */
  #holder(): void {
    const holders = namesOfTex(this.#raw('holder'))
    if (holders.length === 0) return
    const isAuthor = Array.isArray(this.#item.author) && this.#item.author.length === 0
    if (isAuthor) this.#item.author = holders
    else this.#item.publisher ??= holders.map(nameToText).join('; ')
  }

  #titles(): void {
    this.#item.title = this.#line('title')
    for (const [name, sub] of subtitles) {
      const subtitle = this.#line(sub)
      const variable = name === 'title' ? 'title' : 'container-title'
      const title = this.#line(name)
      if (subtitle !== '')
        this.#item[variable] =
          title + (title === '' ? '' : /[?!:]$/.test(title) ? ' ' : ': ') + subtitle
    }
  }

  /** A field of the table; the first that fills a variable has it. */
  #text(name: string, isOwn: boolean): void {
    const { entry } = this.#type
    const row = readRow(name, entry)
    if (!row || (row.on?.includes(entry) ?? true) !== isOwn) return
    const value = this.#spelled(name, row)
    const isAddress = row.field === 'howpublished' && /^https?:\/\/\S+$/i.test(value)
    const variable: TextVariable = isAddress ? 'URL' : row.variable
    if (value !== '') this.#item[variable] ??= value
  }

  #spelled(name: string, row: FieldRow): string {
    if (row.variable === 'DOI') return doiOfTex(this.#raw(name))
    if (row.variable === 'PMID') {
      const id = cleanPmid(this.#line(name))
      if (id === undefined) this.#left.add(name)
      return id ?? ''
    }
    if (row.variable === 'URL') {
      const [address = '', ...further] = addressesIn(verbatimOfTex(this.#raw(name)))
      this.#furtherAddresses = [...this.#furtherAddresses, ...further]
      return address
    }
    if (row.spelling === 'verbatim') return verbatimOfTex(this.#raw(name))
    const line = this.#line(name)
    if (row.variable === 'genre') return readGenre(line)
    if (row.spelling !== 'pages') return line
    return line.replace(pageRange, '-')
  }

  #language(): void {
    const said = typeof this.#item.language === 'string' ? this.#item.language : ''
    const [langid, hyphenation] = [this.#line('langid'), this.#line('hyphenation')]
    const language = readLanguage(said || langid || hyphenation)
    if (language !== '') this.#item.language = language
  }

  /** An eprint of arXiv's, PubMed's or PubMed Central's; arXiv's is known without its archive's name as well. */
  #eprint(): void {
    const item = this.#item
    const archive = (this.#line('eprinttype') || this.#line('archiveprefix')).toLowerCase()
    const eprint = verbatimOfTex(this.#raw('eprint'))
    const sections = [this.#line('eprintclass'), this.#line('primaryclass')]
    if (archive === 'pubmed') item.PMID ??= eprint
    else if (archive === 'pmc' || archive === 'pmcid') item.PMCID ??= eprint
    const named = verbatimOfTex(this.#raw('arxivid'))
    const journal = /\barXiv:\S+/i.exec(String(item['container-title'] ?? ''))?.[0] ?? ''
    const isArxiv = archive === 'arxiv' || archive === ''
    const arxiv = cleanArxiv((isArxiv && eprint) || named || journal)
    if (!arxiv) {
      if (eprint !== '' && item.PMID !== eprint && item.PMCID !== eprint) this.#left.add('eprint')
      return
    }
    if (item.number !== undefined) item.page ??= item.number
    item.archive = 'arXiv'
    item.number = `arXiv:${arxiv.id}${arxiv.version === undefined ? '' : `v${arxiv.version}`}`
    item.archive_location = sections.find((each) => each !== '')
    const isLoose = this.#type.item === 'document' || this.#type.item === 'webpage'
    if (isLoose) item.type = 'article'
  }

  #tags(): string[] {
    const own = tagFields.flatMap((name) => wordsOf(this.#raw(name)))
    const words = [...wordsOf(this.#raw('keywords')), ...wordsOf(this.#raw('keyword'))]
    const isPublishers = this.#options.keywords === 'keyword' || this.#fields.has('mendeley-tags')
    if (!isPublishers) return unique([...words, ...own])
    const tags = unique(own)
    const known = new Set(tags.map(fold))
    this.#item.keyword = unique(words)
      .filter((word) => !known.has(fold(word)))
      .join(', ')
    return tags
  }

  #note(): string {
    const notes: string[] = []
    for (const name of noteFields) {
      const note = tidy(this.#paragraphs(name))
      const pmid = name === 'note' ? /^PMID:? ?(\d{1,9})\.?$/i.exec(note)?.[1] : undefined
      if (pmid !== undefined) this.#item.PMID ??= pmid
      else if (note !== '' && !notes.includes(note)) notes.push(note)
    }
    return notes.join('\n\n')
  }

  #decision(): Decision | undefined {
    const decision = this.#fields.get('decision')?.trim()
    if (decision !== 'include' && decision !== 'maybe' && decision !== 'exclude') return undefined
    this.#left.delete('decision')
    return decision
  }
}

/** Keywords, which commas part, or semicolons where there are any; one in braces is whole. */
function wordsOf(tex: string): string[] {
  const parts = cutAt(tex, ';')
  return (parts.length > 1 ? parts : cutAt(tex, ','))
    .map((word) => tidy(lineOfTex(word)).trim())
    .filter((word) => word !== '')
}

/** Each word once, whatever its case and accents: as it is written first. */
function unique(words: readonly string[]): string[] {
  const seen = new Set<string>()
  return words.filter((word) => !seen.has(fold(word)) && seen.add(fold(word)))
}
