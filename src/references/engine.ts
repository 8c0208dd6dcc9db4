/** An element of a style or a locale as citeproc reads it (its `CSL.XmlJSON`). */
export interface CslNode {
  name: string
  attrs: { [name: string]: string }
  children: (CslNode | string)[]
}

/** An item as citeproc takes it. */
export interface CslItem {
  id: string
  [variable: string]: unknown
}

/** What citeproc asks for while it works. */
export interface EngineSource {
  retrieveLocale(language: string): CslNode
  retrieveItem(id: string): CslItem
}

/** What a bibliography says of itself. */
export interface BibliographyFacts {
  /** Of each entry: the ids of its items. */
  entry_ids: string[][]
  /** False where further entries follow those of the asked page. */
  done?: boolean
}

/** The part of citeproc-js's engine that we use (citeproc-js.readthedocs.io, Running the Processor). */
export interface CitationEngine {
  /** Has the engine know these items, in this order, and no others. */
  updateItems(ids: readonly string[]): void
  setOutputFormat(format: 'text' | 'html'): void
  /** The entries behind `page_start`, or from the first where it is true; false where the style has no bibliography. */
  makeBibliography(page: {
    page_start: string | true
    page_length: number
  }): [BibliographyFacts, string[]] | false
}

/** Makes an engine for a style; `language` holds unless the style has one of its own. Throws where it cannot read the style. */
export type EngineMaker = new (
  source: EngineSource,
  style: CslNode,
  language: string,
) => CitationEngine
