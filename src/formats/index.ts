/** A file format that a library can leave in. */
export interface Format {
  id: 'bibtex' | 'biblatex' | 'json' | 'csl-json' | 'ris' | 'nbib' | 'csv'
  /** As the export dialog names it. */
  name: string
  /** Of the file's name, without the dot. */
  extension: string
  /** Browsers keep a download's extension only under a type that they do not know better. */
  mime: string
}

/** The formats, in the order in which a person is offered them. */
export const formats = [
  { id: 'bibtex', name: 'BibTeX', extension: 'bib', mime: 'application/x-bibtex' },
  { id: 'biblatex', name: 'BibLaTeX', extension: 'bib', mime: 'application/x-bibtex' },
  { id: 'json', name: 'JSON', extension: 'json', mime: 'application/json' },
  {
    id: 'csl-json',
    name: 'CSL-JSON',
    extension: 'json',
    mime: 'application/vnd.citationstyles.csl+json',
  },
  { id: 'ris', name: 'RIS', extension: 'ris', mime: 'application/x-research-info-systems' },
  { id: 'nbib', name: 'PubMed (NBIB)', extension: 'nbib', mime: 'application/nbib' },
  { id: 'csv', name: 'CSV', extension: 'csv', mime: 'text/csv' },
] as const satisfies readonly Format[]
