import type { Item, Variable } from './item.ts'

/** One part of an abstract; an unstructured abstract is one section without a label. */
export interface Section {
  /** As printed, without its colon: `BACKGROUND`, `Aims and methods`. */
  label?: string
  text: string
}

/** A line that was on the page and is not in the abstract, with the rule that removed it. */
export interface Removed {
  /** The rule's id, as in `src/boilerplate`. */
  rule: string
  text: string
}

/** One value for one field, and where on the page it stood. */
export interface FieldCandidate {
  /** The value as text, for a person to read and choose: authors joined by `; `, a date as `2015-09-01`. */
  value: string
  /** `citation_abstract`, `DC.description`, `JSON-LD`, `section#abstract`, `address`, `window title`, `reader` … */
  source: string
  /** An abstract's sections, where it has more than one or they have labels; `value` is their text. */
  sections?: Section[]
}

/** Where a field's value came from, and what else the page offered for it. */
export interface FieldSource {
  source: string
  /** The other candidates, best first; never the chosen one. */
  others: FieldCandidate[]
}

/** What a person may have to look at before trusting a capture. */
export const doubts = [
  'retracted',
  'expression-of-concern',
  'no-abstract',
  'abstract-cut-off',
  'abstract-from-metadata',
  'abstract-unlabelled',
  'abstract-short',
  'abstract-in-two-languages',
  'title-from-window',
  'no-title',
  'no-authors',
  'saved-from-link',
  'page-still-loading',
  'shortened',
] as const

/** Something a person should look at before trusting a capture. */
export type Doubt = (typeof doubts)[number]

/** The abstract in another language than the one that was taken. */
export interface Translation {
  /** BCP 47. */
  language: string
  sections: Section[]
}

/** How and where a record was captured. */
export interface Source {
  /** The page's address when it was captured, without credentials and fragment. */
  url: string
  /** The portal's id (`qxmd`), or `generic`. */
  portal: string
  /** ISO 8601, UTC. */
  capturedAt: string
  fields: Partial<Record<Variable | 'publicationTypes', FieldSource>>
  removed: Removed[]
  doubts: Doubt[]
  /** The abstract's other languages, as the page gives them. */
  translations?: Translation[]
  /** The address of the licence under which the page says that the paper may be used; CSL has no variable for it. */
  licence?: string
  /** The address of the paper's PDF, where the page states one. */
  pdf?: string
}

/** What a reader decided about a paper while screening. */
export type Decision = 'include' | 'maybe' | 'exclude'

/** What a reader may add to or change on a paper. */
export interface ReaderFields {
  /** NFC, trimmed, single inner spaces, case kept; compared case-folded. */
  tags: string[]
  note?: string
  decision?: Decision
  /** Why it was excluded, in the reader's words. */
  reason?: string
  /** True where the decision was made on the full text, after one on title and abstract (PRISMA 2020: assessed for eligibility). */
  assessed?: true
}

/** A paper in the library: an item, where it came from, and what the reader added. */
export interface LibraryRecord extends ReaderFields {
  /** `r:` + 26 hex digits of its strongest identifier's SHA-256, or `u:` + ULID; never changes. */
  id: string
  item: Item
  sections: Section[]
  /** As the page gives them: `Journal Article`, `Review` … */
  publicationTypes: string[]
  /** Every identifier known for the paper, normalised: `doi:10.…`, `pmid:…`, `pmcid:PMC…`, `arxiv:…`, `url:https://…`. */
  identifiers: string[]
  citationKey?: string
  /** ISO 8601, UTC. */
  savedAt: string
  source: Source
  /** True while it is in the trash, or its save was undone. */
  deleted: boolean
  /** The id of the record that it became part of. */
  mergedInto?: string
}

/** What a capture, or a file that is imported, gives for a paper that may become a record. */
export type NewRecord = Pick<
  LibraryRecord,
  'item' | 'sections' | 'publicationTypes' | 'identifiers' | 'source'
>

/** What a list shows of a record without reading all of it. */
export interface RecordRow {
  id: string
  title: string
  /** `Ito et al.`, `Smith & Jones`, or empty. */
  names: string
  year?: string
  journal?: string
  tags: string[]
  decision?: Decision
  savedAt: string
}

/** A record's title as a list, a heading or a file name can show it. */
export const untitled = '(untitled)'
