import { collapse, tidy } from '../text/space.ts'
import { canonicalUrl } from './canonical-url.ts'
import type { Item } from './item.ts'

export { canonicalUrl }

/** Longer text holds an identifier at best by accident. */
const longest = 2048

/**
 * A DOI out of what pages write for one: bare, `doi:10.…`, `https://doi.org/10.…` (also through a proxy),
 * percent-encoded, with punctuation or an unbalanced bracket behind. Its case stays as it is.
 * Undefined for anything else (DOI Handbook 2.2: `10.` registrant `/` suffix).
 */
export function cleanDoi(text: string): string | undefined {
  const plain = plainText(text)
  const isUrl = /^https?:\/\//i.test(plain)
  const bare = (isUrl ? plain.replace(/[?#].*$/, '') : plain)
    .replace(/^(?:https?:\/\/)?(?:dx[.-]|www[.-])?doi[.-]org[\w.:-]*\//i, '')
    .replace(/^(?:info:|urn:)?doi[:/\s]\s*/i, '')
  if (/^https?:/i.test(bare)) return isUrl && bare !== plain ? cleanDoi(bare) : undefined
  const found = /^10\.\d{4,9}(?:\.\d+)*\/[^\s"\u0000-\u001f]+/.exec(percentDecoded(bare))
  const doi = found && trimmedEnd(found[0].replace(/<\/.*$/, ''))
  return doi && /\/.*[\p{L}\p{N}]/u.test(doi) ? doi : undefined
}

/** A PubMed id as digits, out of `PMID: 123`, a PubMed address or the bare number. */
export function cleanPmid(text: string): string | undefined {
  const found =
    /^(?:info:)?(?:pmid|pubmed(?: id)?)?[\s:/#]*0*([1-9]\d{0,8})(?:\.\d)?$/i.exec(
      plainText(text),
    ) ??
    /^https?:\/\/(?:[\w.-]+\.)?(?:pubmed\.ncbi\.nlm\.nih\.gov|ncbi\.nlm\.nih\.gov\/(?:m\/)?pubmed)\/0*([1-9]\d{0,8})(?:[/?#].*)?$/i.exec(
      plainText(text),
    )
  return found?.[1]
}

/** A PubMed Central id as `PMC123`, out of `PMCID: PMC123`, an article's address or the bare number; its version is dropped. */
export function cleanPmcid(text: string): string | undefined {
  const plain = plainText(text)
  const found =
    /^(?:pmcid|pmc id)?[\s:]*(?:pmc)?0*([1-9]\d{0,9})(?:\.\d{1,2})?$/i.exec(plain) ??
    /^https?:\/\/[\w.-]+\/(?:[\w.-]+\/){0,3}PMC0*([1-9]\d{0,9})(?:\.\d{1,2})?(?:[/?#].*)?$/i.exec(
      plain,
    )
  return found?.[1] === undefined ? undefined : `PMC${found[1]}`
}

/** arXiv's archives before April 2007 (arxiv.org/help/arxiv_identifier), whose ids are `archive/yymmnnn`. */
const oldArchives =
  'acc-phys|adap-org|alg-geom|ao-sci|astro-ph|atom-ph|bayes-an|chao-dyn|chem-ph|cmp-lg|comp-gas|cond-mat|cs|dg-ga|funct-an|gr-qc|hep-ex|hep-lat|hep-ph|hep-th|math|math-ph|mtrl-th|nlin|nucl-ex|nucl-th|patt-sol|physics|plasm-ph|q-alg|q-bio|quant-ph|solv-int|supr-con'

const arxivId = new RegExp(
  `^(?:(\\d{2}(?:0[1-9]|1[0-2])\\.\\d{4,5})|(${oldArchives})(?:\\.[a-z]{2})?/(\\d{2}(?:0[1-9]|1[0-2])\\d{3}))(?:v([1-9]\\d?))?(?:\\.pdf)?(?=$|[\\s/?#,;)\\]])`,
  'i',
)

/**
 * An arXiv id and its version, out of `arXiv:1706.03762v5 [cs.CL]`, an address on arxiv.org or the DOI that
 * arXiv gives (`10.48550/arXiv.…`). Old ids are lower case and without a subject class: `math/0309136`.
 */
export function cleanArxiv(text: string): { id: string; version?: number } | undefined {
  const plain = percentDecoded(plainText(text))
  const bare = plain
    .replace(
      /^https?:\/\/(?:[\w-]+\.){0,3}arxiv\.org\/(?:abs|pdf|html|format|ps|src|e-print)\//i,
      '',
    )
    .replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)?10\.48550\/arxiv\./i, '')
    .replace(/^arxiv[:.\s]\s*/i, '')
  const found = arxivId.exec(bare)
  if (!found) return undefined
  const id = found[1] ?? `${found[2]?.toLowerCase()}/${found[3]}`
  return found[4] === undefined ? { id } : { id, version: Number(found[4]) }
}

/** An ISBN's 10 or 13 characters, the first in the text whose check digit is right (ISO 2108). */
export function cleanIsbn(text: string): string | undefined {
  for (const found of plainText(text).matchAll(
    /(?<![\d-])(?:97[89][- ]?)?\d(?:[- ]?\d){8}[- ]?[\dXx](?!\d)/g,
  )) {
    const isbn = found[0].replace(/[- ]/g, '').toUpperCase()
    const digits = [...isbn].map((digit) => (digit === 'X' ? 10 : Number(digit)))
    const sum = digits.reduce(
      (total, n, i) => total + n * (isbn.length === 10 ? 10 - i : i % 2 === 0 ? 1 : 3),
      0,
    )
    if (sum % (isbn.length === 10 ? 11 : 10) === 0 && (isbn.length === 10 || !isbn.endsWith('X')))
      return isbn
  }
  return undefined
}

/** An ISSN as `1234-567X`, the first in the text whose check digit is right (ISO 3297). */
export function cleanIssn(text: string): string | undefined {
  for (const found of plainText(text).matchAll(
    /(?<![\d-])(\d{4})[-\s]?(\d{3})([\dXx])(?![\d-])/g,
  )) {
    const issn = `${found[1]}${found[2]}${found[3]}`.toUpperCase()
    const sum = [...issn].reduce(
      (total, digit, i) => total + (digit === 'X' ? 10 : Number(digit)) * (8 - i),
      0,
    )
    if (sum % 11 === 0) return `${issn.slice(0, 4)}-${issn.slice(4)}`
  }
  return undefined
}

/**
 * Every identifier of an item in normal form, strongest first: `doi:10.1000/abc` (lower case), `pmid:123`,
 * `pmcid:PMC123`, `arxiv:1706.03762` (no version), and last `url:` with `url`, which is made canonical.
 *
 * The DOI that arXiv itself gives is its id in other words, so it counts as `arxiv:` alone: whether a page
 * states it or not, the paper is the same one.
 */
export function identifiersOf(item: Item, url?: string): string[] {
  const doi = item.DOI === undefined ? undefined : cleanDoi(item.DOI)
  const ofDoi = doi !== undefined && /^10\.48550\/arxiv\./i.test(doi) ? cleanArxiv(doi) : undefined
  const pmid = item.PMID === undefined ? undefined : cleanPmid(item.PMID)
  const pmcid = item.PMCID === undefined ? undefined : cleanPmcid(item.PMCID)
  const arxiv = arxivOf(item) ?? ofDoi
  const address = url === undefined ? undefined : canonicalUrl(url)
  const found: string[] = []
  if (doi !== undefined && !ofDoi) found.push(`doi:${doi.toLowerCase()}`)
  if (pmid !== undefined) found.push(`pmid:${pmid}`)
  if (pmcid !== undefined) found.push(`pmcid:${pmcid}`)
  if (arxiv) found.push(`arxiv:${arxiv.id}`)
  if (address !== undefined) found.push(`url:${address}`)
  return found
}

/** The identifier that a record's id is made from (DOI, else PMID, PMCID, arXiv), never an address; undefined where none is. */
export function strongestIdentifier(identifiers: readonly string[]): string | undefined {
  for (const kind of ['doi:', 'pmid:', 'pmcid:', 'arxiv:']) {
    const found = identifiers.find((identifier) => identifier.startsWith(kind))
    if (found !== undefined) return found
  }
  return undefined
}

/** An item's arXiv id and version, from its number or its address. */
export function arxivOf(item: Item): { id: string; version?: number } | undefined {
  const says = item.archive?.toLowerCase() === 'arxiv'
  if (item.number !== undefined && (says || /^arxiv/i.test(item.number.trim())))
    return cleanArxiv(item.number)
  return item.URL !== undefined && /^https?:\/\/(?:[\w-]+\.)*arxiv\.org\//i.test(item.URL)
    ? cleanArxiv(item.URL)
    : undefined
}

function plainText(text: string): string {
  return text.length > longest ? '' : collapse(tidy(text)).replace(/^[\s([{<"'“]+/, '')
}

/** A stray `%` is left alone; SICI DOIs arrive with their angle brackets as `%3C` or as `&lt;`. */
function percentDecoded(text: string): string {
  const unescaped = text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
  if (!/%[\da-f]{2}/i.test(unescaped)) return unescaped
  try {
    return tidy(decodeURIComponent(unescaped))
  } catch {
    return unescaped
  }
}

const opening: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{', '>': '<' }

function trimmedEnd(doi: string): string {
  let end = doi.length
  for (; end > 0; end--) {
    const last = doi.charAt(end - 1)
    const open = opening[last]
    if (
      open === undefined
        ? !/[.,;:!?'"`*/\\”’»…([{<&#]/.test(last)
        : isBalanced(doi.slice(0, end), open, last)
    )
      break
  }
  return doi.slice(0, end)
}

function isBalanced(text: string, open: string, close: string): boolean {
  return text.split(open).length >= text.split(close).length
}
