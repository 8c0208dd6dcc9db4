/**
 * PubMed's publication types (www.nlm.nih.gov/mesh/pubtypes.html) as it prints them; portals that are
 * fed by PubMed show them in capitals above the title.
 */
const publicationTypes = [
  'Adaptive Clinical Trial',
  'Address',
  'Autobiography',
  'Bibliography',
  'Biography',
  'Case Reports',
  'Classical Article',
  'Clinical Conference',
  'Clinical Study',
  'Clinical Trial',
  'Clinical Trial Protocol',
  'Clinical Trial, Phase I',
  'Clinical Trial, Phase II',
  'Clinical Trial, Phase III',
  'Clinical Trial, Phase IV',
  'Clinical Trial, Veterinary',
  'Comment',
  'Comparative Study',
  'Congress',
  'Consensus Development Conference',
  'Consensus Development Conference, NIH',
  'Controlled Clinical Trial',
  'Corrected and Republished Article',
  'Dataset',
  'Dictionary',
  'Directory',
  'Editorial',
  'English Abstract',
  'Equivalence Trial',
  'Evaluation Study',
  'Expression of Concern',
  'Festschrift',
  'Guideline',
  'Historical Article',
  'Interactive Tutorial',
  'Interview',
  'Introductory Journal Article',
  'Journal Article',
  'Lecture',
  'Legal Case',
  'Legislation',
  'Letter',
  'Meta-Analysis',
  'Multicenter Study',
  'Network Meta-Analysis',
  'News',
  'Newspaper Article',
  'Observational Study',
  'Observational Study, Veterinary',
  'Patient Education Handout',
  'Periodical Index',
  'Personal Narrative',
  'Portrait',
  'Practice Guideline',
  'Pragmatic Clinical Trial',
  'Preprint',
  'Published Erratum',
  'Randomized Controlled Trial',
  'Randomized Controlled Trial, Veterinary',
  'Research Support, American Recovery and Reinvestment Act',
  'Research Support, N.I.H., Extramural',
  'Research Support, N.I.H., Intramural',
  "Research Support, Non-U.S. Gov't",
  "Research Support, U.S. Gov't, Non-P.H.S.",
  "Research Support, U.S. Gov't, P.H.S.",
  'Retracted Publication',
  'Retraction of Publication',
  'Retraction Notice',
  'Review',
  'Scientific Integrity Review',
  'Scoping Review',
  'Systematic Review',
  'Technical Report',
  'Twin Study',
  'Validation Study',
  'Video-Audio Media',
  'Webcast',
] as const

/** Longest first, so that `Clinical Trial, Phase III` is not read as `Clinical Trial`. */
const byFolded = [...publicationTypes]
  .sort((a, b) => b.length - a.length)
  .map((type) => [folded(type), type] as const)

/** How types begin: most lines of a page begin otherwise. */
const beginnings = new Set(byFolded.map(([name]) => name.slice(0, 4)))

/**
 * The publication types that a line consists of, in PubMed's spelling; undefined where the line holds
 * anything else. `JOURNAL ARTICLE  REVIEW` gives both.
 */
export function readPublicationTypes(line: string): string[] | undefined {
  if (line.length > 300) return undefined
  if (!beginnings.has(line.trimStart().slice(0, 4).toLowerCase())) return undefined
  let rest = folded(line)
  const found: string[] = []
  while (rest !== '') {
    const next = byFolded.find(
      ([name]) =>
        rest === name || (rest.startsWith(name) && /^[\s,;|·•/]/.test(rest.slice(name.length))),
    )
    if (!next) return undefined
    found.push(next[1])
    rest = rest.slice(next[0].length).replace(/^[\s,;|·•/]+/, '')
  }
  return found.length > 0 ? found : undefined
}

function folded(text: string): string {
  return text.toLowerCase().replace(/[’‘ʼ]/g, "'").replace(/\s+/g, ' ').trim()
}
