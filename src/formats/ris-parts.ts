import { cleanArxiv, cleanDoi, cleanIsbn, cleanIssn, cleanPmid } from '../item/identifier.ts'
import type { Item } from '../item/item.ts'

/** Two pages with a hyphen or a dash between them, and nothing else: `123-129`, `S12–S19`. */
const range = /^([^\s\-‐‑‒–—−,;]+)\s*[-‐‑‒–—−]\s*([^\s\-‐‑‒–—−,;]+)$/u

/** Pages as SP and EP; what is no range of two stands whole in SP. */
export function risPages(page: string): [start: string, end: string | undefined] {
  const [, start, end] = range.exec(page) ?? []
  return start === undefined ? [page, undefined] : [start, end]
}

/** Pages out of SP and EP; many write the whole range into SP, or one page into both. */
export function readRisPages(
  start: string | undefined,
  end: string | undefined,
  isOwn: boolean,
): string | undefined {
  if (start === undefined || end === undefined) return start ?? end
  if (!isOwn && (start === end || range.test(start))) return start
  return `${start}-${end}`
}

/** ISSN and ISBN as SN lines; a number that would be taken for the other kind says its own. */
export function risSerials(item: Item): string[] {
  const lines: string[] = []
  for (const kind of ['ISSN', 'ISBN'] as const) {
    const text = item[kind]
    if (text === undefined) continue
    lines.push(serialKind(text) === kind ? text : `${text} (${kind})`)
  }
  return lines
}

/** What an SN line holds: `0378-5955`, `1234-5678 (Electronic)`, `978-3-16-148410-0 (ISBN)`; undefined where neither. */
export function readRisSerial(line: string): { kind: 'ISSN' | 'ISBN'; text: string } | undefined {
  const [, text, says] = /^(.*\S)\s+\((ISSN|ISBN)\)$/s.exec(line) ?? []
  if (text !== undefined) return { kind: says === 'ISSN' ? 'ISSN' : 'ISBN', text }
  const kind = serialKind(line)
  return kind && { kind, text: line }
}

function serialKind(text: string): 'ISSN' | 'ISBN' | undefined {
  if (/\((?:ISSN|ISBN)\)$/.test(text)) return undefined
  if (cleanIsbn(text) !== undefined) return 'ISBN'
  return cleanIssn(text) !== undefined || /^\d{4}-?\d{3}[\dXx]\b/.test(text) ? 'ISSN' : undefined
}

/**
 * Accession numbers as AN lines, as EndNote has the PMID and arXiv's papers are cited:
 * `12345678`, `arXiv:1706.03762 [cs.CL]`; else the place in the archive that DB names.
 */
export function risAccessions(item: Item): string[] {
  const lines: string[] = []
  if (item.PMID !== undefined) lines.push(isPmid(item.PMID) ? item.PMID : `PMID: ${item.PMID}`)
  if (hasArxivNumber(item))
    lines.push(
      [item.number, item.archive_location && `[${item.archive_location}]`]
        .filter(Boolean)
        .join(' '),
    )
  else if (item.archive_location !== undefined)
    lines.push(
      isPlace(item.archive_location) ? item.archive_location : `in: ${item.archive_location}`,
    )
  return lines
}

/** True where the item's number is arXiv's id, which stands under AN instead of the tag for numbers. */
export function hasArxivNumber(item: Item): boolean {
  return item.archive === 'arXiv' && item.number !== undefined && /^arXiv:\S+$/.test(item.number)
}

const arxivLine = /^(arXiv:\S+)(?: \[(.*)\])?$/s

/** What an AN line says, for `Object.assign`; databases' own numbers (`WOS:…`, `L2001`) say nothing. */
export function readRisAccession(line: string, isOwn: boolean): Partial<Item> {
  if (isPmid(line)) return { PMID: line }
  const [, id, place] = arxivLine.exec(line) ?? []
  if (id !== undefined && (isOwn || cleanArxiv(id)))
    return { archive: 'arXiv', number: id, ...(place ? { archive_location: place } : {}) }
  const [, said] = /^PMID: (.+)$/s.exec(line) ?? []
  if (said !== undefined && isOwn) return { PMID: said }
  const pmid = said === undefined ? undefined : cleanPmid(said)
  if (pmid !== undefined) return { PMID: pmid }
  return isOwn ? { archive_location: line.replace(/^in: /, '') } : {}
}

function isPmid(text: string): boolean {
  return /^[1-9]\d{0,8}$/.test(text)
}

/** False for a place in an archive that would be taken for an identifier. */
function isPlace(text: string): boolean {
  return !isPmid(text) && !/^(?:in: |PMID: |arXiv:\S)/.test(text)
}

/** An M3 that is a DOI, as old files have it. */
export function doiInGenre(genre: string | undefined): string | undefined {
  return genre !== undefined &&
    /^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:?\s*)?10\.\d{4,9}\//i.test(genre)
    ? cleanDoi(genre)
    : undefined
}
