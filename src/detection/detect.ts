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
 * Pages that are older than citation tags name the section, and name the keywords or link the DOI. A specification has
 * the section alone, a news item the link alone.
 */
function hasAbstractSection(document: Document): boolean {
  return (
    isNamed(document) &&
    (document.getElementById('keywords') !== null ||
      document.querySelector('.keywords,a[href*="doi.org/10."],a[href*="/pubmed/"]') !== null)
  )
}

/** By name and not by selector, which takes the browser several times as long. */
function isNamed(document: Document): boolean {
  if (document.getElementById('abstract')) return true
  if (document.getElementsByClassName('abstract')[0]) return true
  for (const name of ['h2', 'h3']) {
    const headings = document.getElementsByTagName(name)
    // An abstract stands near the beginning.
    for (let i = 0; i < headings.length && i < 15; i++) {
      if (/^\s*abstract\W*$/i.test(headings[i]?.textContent ?? '')) return true
    }
  }
  return false
}
