import { type EvidenceKind, readEvidence } from './evidence.ts'
import { isPaperPath } from './paths.ts'

/** What the detector tells of a page. */
export interface Suspicion {
  /** Kinds of evidence; `section` stands for a section that is named as an abstract. */
  evidence: (EvidenceKind | 'section')[]
  identifiers: string[]
}

/**
 * Suspects that a page shows one paper, for the badge: by what its head says, else by its address, else by a section
 * that is named as an abstract. Whether it is one, the capture decides.
 */
export function detect(document: Document, address: Pick<URL, 'hostname' | 'pathname'>): Suspicion {
  const { evidence, identifiers } = readEvidence(document)
  if (evidence.length > 0) return { evidence, identifiers }
  if (isPaperPath(address)) return { evidence: ['path'], identifiers }
  return { evidence: hasAbstractSection(document) ? ['section'] : [], identifiers }
}

/**
 * Pages that are older than citation tags name the section, by an element's name or a heading; so do lists of results,
 * many times, and specifications, which say what they are. By name and not by selector, which takes the browser several
 * times as long.
 */
function hasAbstractSection(document: Document): boolean {
  const classed = document.getElementsByClassName('abstract').length
  if (classed > mostClassed) return false
  let named = classed > 0 || document.getElementById('abstract') !== null
  for (const name of ['h2', 'h3']) {
    const headings = document.getElementsByTagName(name)
    // An abstract stands near the beginning.
    for (let i = 0; i < headings.length && i < 15; i++) {
      const text = headings[i]?.textContent ?? ''
      if (/^\s*status\s+of\s+this\s/i.test(text)) return false
      named ||= /^\s*abstract\W*$/i.test(text)
    }
  }
  return named
}

/** An abstract in as many languages, or again for another width of the screen. */
const mostClassed = 4
