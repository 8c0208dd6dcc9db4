import { cleanDoi } from '../item/identifier.ts'
import { isJournalName } from './journal-name.ts'

/** What a line that cites the paper says, each part as it is written. */
export interface CitationLine {
  journal?: string
  /** As `parseDate` reads it. */
  date?: string
  volume?: string
  issue?: string
  /** A range of pages, or an article number. */
  page?: string
  doi?: string
}

/** Longer lines are reference lists or sentences. */
const longest = 600

const month =
  '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mär|mai|juin|juil|août|okt|dez|déc|ene|abr|ago|dic|fev|set|out)\\p{L}{0,7}\\.?'
const journal = '(?<journal>\\p{L}[^\\d;|]{1,120}?)'
const year = '(?<!\\d)(?<year>(?:1[89]|20)\\d{2})(?!\\d)'
const day = `(?<day>[ -]${month}(?:[-/]${month})?(?: \\d{1,2})?)`
const volume =
  '(?<!\\d)(?<volume>[A-Z]?\\d{1,4}[A-Z]?(?:[-/]\\d{1,4})?(?!\\d)(?: ?suppl\\.? ?\\w{0,4})?)'
const issue = '(?:,? ?\\((?!(?:19|20)\\d{2}\\))(?<issue>[^()]{1,30})\\))'
const page =
  '(?:(?:pp?\\.?|pages?|art(?:icle|\\.)?(?: (?:no\\.?|id))?) ?)?(?<page>[A-Za-z]{0,3}\\d[\\w.]{0,14}?(?: ?- ?[A-Za-z]{0,2}\\d\\w{0,9})?)'
const dated = `\\(?(?:published:? )?(?<date>(?:\\d{1,2} )?(?:${month},? (?:\\d{1,2}, )?)?(?<!\\d)(?:1[89]|20)\\d{2}(?!\\d))\\)?`

/** The forms in which journals and their readers cite, each with an example; tried in this order. */
const forms: readonly RegExp[] = [
  // J Test Med. 2011 Mar 1;29(7):1-5 · ACS Test Sci., 2016, 18 (1), pp 1–14 · Bioinvention (2012) 28 (18): 2386-2388
  `${journal}[.,:]? ?\\(?${year}${day}?\\)?[.,:;]{0,2} ?(?:vol(?:ume)?\\.? ?)?${volume}${issue}? ?[:,.;]? ?${page}?`,
  // Test Database Syst Rev. 2010 Jan 20;(1):CD003267
  `${journal}[.,:]? ?\\(?${year}${day}?\\)?[.,:;] ?${issue} ?[:,] ?${page}`,
  // Acta Testica 68 (4), 2023: 709-718 · Test Phys. 276 (2009) 1-9
  `${journal},? (?:vol(?:ume)?\\.? ?)?${volume}${issue}?,? ?${dated}[:,;]? ?${page}?`,
  // Test. Chem. Phys., 13, 1689-1712, 2013 · Test 505, 69–74 (2 January 2014) · Test Rev. Lett. 122, 145901 – Published 9 April 2019
  `${journal},? (?:vol(?:ume)?\\.? ?)?${volume}${issue}? ?[:,] ?${page},? ?(?:- ?)?${dated}`,
  // J Test Med. 2020 Jan 3.
  `${journal}\\. ?${year}${day}`,
].map((form) => new RegExp(`^${form}[.,; ]*$`, 'iu'))

/** Test Monthly, 25(10), 1-9 */
const undated = new RegExp(`^${journal},? ${volume}${issue}?[,:;.]? ?${page}?[.,; ]*$`, 'iu')

/**
 * Reads a line such as `J Test Med. 2011 Mar 1;29(7):1-5. doi:…`; undefined where it is none.
 *
 * With `title` (plain) the line may be a whole reference, authors and all: what follows the title is read.
 */
export function parseCitationLine(line: string, title?: string): CitationLine | undefined {
  if (line.length > longest || !/\d{4}/.test(line)) return undefined
  const behind = afterTitle(line, title)
  const { text, doi } = withoutDoi(behind)
  for (const form of forms) {
    const found = form.exec(text)?.groups
    const name = found?.journal?.replace(/[\s.,:;(–-]+$/u, '')
    if (!found || !name || !isJournalName(name)) continue
    // A name, a number and a year are a date or an address; pages, an issue or a day make them a citation.
    if (!found.page && !found.issue && !found.day) continue
    return withoutEmpty({
      // The full stop of an abbreviation stays: `Test. Chem. Phys.`
      journal: /\.\s/.test(name) ? `${name}.` : name,
      date: found.date ?? `${found.year ?? ''}${found.day ?? ''}`,
      volume: found.volume,
      issue: found.issue,
      page: found.page?.replace(/ ?- ?/, '-'),
      doi,
    })
  }
  // `Roe, R. (2020). A title. Test Monthly, 25(10).`: the year stands before the title.
  const early = behind === line ? undefined : /\((\d{4})[^()]{0,20}\)/.exec(line)?.[1]
  const found = early === undefined ? undefined : undated.exec(text)?.groups
  const name = found?.journal?.replace(/[\s.,:;(–-]+$/u, '')
  return found && name && isJournalName(name)
    ? withoutEmpty({
        journal: name,
        date: early,
        volume: found.volume,
        issue: found.issue,
        page: found.page?.replace(/ ?- ?/, '-'),
        doi,
      })
    : undefined
}

/**
 * Reads a line that labels its parts, in any order: `Volume 83, February 2015, Pages 56–71`,
 * `Tests Open / Volume 2 / 2016, e5`, `Vol. 6:15-38 (Volume publication date March 2015)`; undefined where none is.
 */
export function parseVolumeLine(line: string): CitationLine | undefined {
  if (line.length > 240) return undefined
  const { text, doi } = withoutDoi(line)
  const volume =
    /(?<![\p{L}\d])vol(?:ume)?s?[.:]? ?(?<volume>\d[\p{L}\d]*(?:[-/]\d+)?|[IVXLC]{1,7}(?!\p{L}))(?: ?\((?!(?:19|20)\d{2}\))(?<issue>[^()]{1,24})\))?(?::(?<page>\d+(?: ?- ?\d+)?))?/iu.exec(
      text,
    )
  if (!volume) return undefined
  const before = text.slice(0, volume.index)
  const after = text.slice(volume.index + volume[0].length)
  const issue =
    volume.groups?.issue ??
    /(?<!\p{L})(?:issues?|number|iss\.|nos?\.?|nr\.?|heft|n[º°]\.?)[:.]? ?(\d[\p{L}\d]*(?: ?[-/] ?\d+)?)/iu.exec(
      after,
    )?.[1]
  const page =
    volume.groups?.page ??
    /(?<!\p{L})(?:pages?|pp?\.?)(?:\(s\))?[:.]? ?([A-Za-z]?\d[\w.]*(?: ?- ?[A-Za-z]?\d\w*)?)/iu.exec(
      after,
    )?.[1] ??
    /(?<![\p{L}\d])(e\d{1,8})(?![\p{L}\d])/u.exec(after)?.[1]
  const date = new RegExp(
    `(?:\\d{1,2} )?(?:${month}(?: ?[-/] ?${month})?,? (?:\\d{1,2}, )?)?(?<!\\d)(?:1[89]|20)\\d{2}(?!\\d)`,
    'iu',
  ).exec(text.replace(volume[0], ' | '))?.[0]
  if (issue === undefined && page === undefined && date === undefined) return undefined
  const name = before
    .replace(/^(?:in|from|source)\s*:?\s+/i, '')
    .replace(/\(?(?:1[89]|20)\d{2}\)?/, '')
    .replace(/[\s.,:;/|(–-]+$/u, '')
  return withoutEmpty({
    journal: isJournalName(name) ? name : undefined,
    date,
    volume: volume.groups?.volume?.replace(/ /g, ''),
    issue: issue?.replace(/ /g, ''),
    page: page?.replace(/ ?- ?/, '-').replace(/\.$/, ''),
    doi,
  })
}

/** What stands behind the title in a reference to the paper; the whole line where the title is not in it. */
function afterTitle(line: string, title: string | undefined): string {
  const at = title && title.length >= 12 ? line.toLowerCase().indexOf(title.toLowerCase()) : -1
  if (at < 0 || !title) return line
  return line
    .slice(at + title.length)
    .replace(/^[\s.,:;”"’'*\])]+(?:\[[^\]]{1,60}\][\s.,:;]*)?/u, '')
}

/** Without what stands behind or between the parts and is none: the DOI, notes of databases, the number of pages. */
function withoutDoi(line: string): { text: string; doi: string | undefined } {
  const found =
    /[.,;]?\s*\(?(?:doi\s*:?\s*(?:https?:\/\/(?:dx\.)?doi\.org\/)?|https?:\/\/(?:dx\.)?doi\.org\/)(10\.\d{4,9}\/[^\s<>"]+)/i.exec(
      line,
    )
  const doi = found?.[1] === undefined ? undefined : cleanDoi(found[1])
  const text = (
    found
      ? `${line.slice(0, found.index)}${trailing(found[0])}${line.slice(found.index + found[0].length)}`
      : line
  )
    .replace(
      /\s*(?:\[|\bEpub\b|\beCollection\b|\bPMID\b|\bPMCID\b|\bfirst published\b|\bdoi\s*:?\s*$|\bhttps?:).*$/iu,
      '',
    )
    .replace(/\s*\(\d+ pages?\)/i, '')
    .replace(/[–—‐−]/gu, '-')
    .replace(/\s+/g, ' ')
    .trim()
  return { text, doi }
}

/** The comma that parts a DOI from what follows it. */
function trailing(matched: string): string {
  return matched.endsWith(',') ? ',' : ''
}

function withoutEmpty(parts: { [key in keyof CitationLine]: string | undefined }): CitationLine {
  const line: CitationLine = {}
  for (const key of ['journal', 'date', 'volume', 'issue', 'page', 'doi'] as const) {
    const value = parts[key]
    if (value !== undefined && value !== '') line[key] = value
  }
  return line
}
