import { type Candidate, dateCandidate, textCandidate } from '../metadata/candidate.ts'
import type { Block } from '../text/block.ts'
import { comparable } from '../text/comparable.ts'
import { citationCandidates } from './citation-candidates.ts'
import { parseCitationLine, parseVolumeLine } from './citation-line.ts'
import { isJournalName } from './journal-name.ts'
import type { Labelled } from './labelled-line.ts'

const source = 'labelled line'

/**
 * The candidates that a labelled value gives, and whether it is a citation, which is surer than single values.
 * `title` is the paper's; `head` are the lines above it.
 */
export function labelledCandidates(
  { label, value }: Labelled,
  title: string,
  head: readonly Block[],
): { isCitation: boolean; candidates: Candidate[] } {
  if (label === 'citation' || label === 'journal') {
    const line = parseCitationLine(value, title) ?? parseVolumeLine(value)
    if (line)
      return { isCitation: true, candidates: citationCandidates(line, 'citation line', head) }
  }
  return { isCitation: false, candidates: single({ label, value }, title) }
}

function single({ label, value }: Labelled, title: string): Candidate[] {
  switch (label) {
    case 'journal': {
      const name = value.replace(/[.,;\s]+$/, '')
      const isTitle = comparable(name) === comparable(title)
      return isJournalName(name) && !isTitle ? textCandidate('container-title', name, source) : []
    }
    case 'date':
      return dateCandidate(value.slice(0, 60), source)
    case 'volume': {
      const line = parseVolumeLine(`Volume ${value}`)
      return line
        ? citationCandidates(line, source, [])
        : textCandidate('volume', numberIn(value), source)
    }
    case 'issue':
      return textCandidate('issue', numberIn(value), source)
    case 'page':
      return textCandidate(
        'page',
        /^[A-Za-z]?\d[\w.]*(?:\s?[-–]\s?\w{1,9})?/.exec(value)?.[0],
        source,
      )
    case 'ISSN':
      return textCandidate('ISSN', value, source)
    default:
      return []
  }
}

function numberIn(value: string): string | undefined {
  return /^(?:[A-Z]?\d[\w/-]{0,11}|[IVXLC]{1,7}(?!\w))/.exec(value)?.[0]
}
