/** A file format that a library can leave in. */
export interface Format {
  id: 'bibtex' | 'json'
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
  { id: 'json', name: 'JSON', extension: 'json', mime: 'application/json' },
] as const satisfies readonly Format[]
