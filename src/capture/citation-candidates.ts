import { type Candidate, dateCandidate, textCandidate } from '../metadata/candidate.ts'
import type { Block } from '../text/block.ts'
import type { CitationLine } from './citation-line.ts'
import { isAbbreviated, isAbbreviationOf } from './journal-name.ts'

/** The candidates that a citing line gives, but for its DOI, of which there may be others on the page; `head` are the lines above the title, where an abbreviated journal may be spelled out. */
export function citationCandidates(
  line: CitationLine,
  source: string,
  head: readonly Block[],
): Candidate[] {
  const { journal } = line
  const isShort = journal !== undefined && isAbbreviated(journal)
  const whole = isShort ? spelledOut(journal, head) : undefined
  return [
    ...textCandidate('container-title', whole, `${source}, spelled out`),
    ...textCandidate('container-title', journal, source),
    ...(isShort ? textCandidate('container-title-short', journal, source) : []),
    ...dateCandidate(line.date, source),
    ...textCandidate('volume', line.volume, source),
    // Old pages pad it: `Issue 03`.
    ...textCandidate('issue', line.issue?.replace(/^0+(?=\d)/, ''), source),
    ...textCandidate('page', line.page, source),
  ]
}

/** The journal's whole name, which stands above in the page's head, for the abbreviation in the citation. */
function spelledOut(abbreviation: string, head: readonly Block[]): string | undefined {
  const initial = abbreviation.slice(0, 1)
  return head.find(
    ({ size, plain }) =>
      size <= 400 &&
      plain.length > abbreviation.length &&
      plain.length <= 140 &&
      (plain.startsWith(initial) || /^The /.test(plain)) &&
      isAbbreviationOf(abbreviation, plain.replace(/^The /, '')),
  )?.plain
}
