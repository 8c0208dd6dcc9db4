import type { Item, ItemType, Variable } from '../item/item.ts'

/** An address part that holds an identifier: `/read/25829391/…` is the PMID on QxMD. */
export interface PathIdentifier {
  variable: Extract<Variable, 'DOI' | 'PMID' | 'PMCID' | 'number'>
  /** Its first group is the identifier; matched against the path. */
  match: RegExp
}

/** What is particular to one portal; everything that is not goes the generic way. */
export interface Portal {
  /** Kebab-case; the file's name, the fixtures' folder and the commit prefix. */
  id: string
  name: string
  /** Host names; `*.` in front stands for any subdomain and for the host itself. */
  hosts: readonly string[]
  /** The paths on which one paper is shown. */
  path: RegExp
  type?: ItemType
  /** Selectors of the title's element, best first; only where the generic reading is wrong. */
  title?: readonly string[]
  /** Selectors of the abstract's element, best first. */
  abstract?: readonly string[]
  /** Selectors whose elements name one author each. */
  author?: readonly string[]
  /** Selectors whose elements name one publication type each. */
  publicationTypes?: readonly string[]
  /** Selectors of single-valued variables: the journal's name beside the title, a DOI in a list. */
  fields?: Partial<Record<Variable, readonly string[]>>
  identifiers?: readonly PathIdentifier[]
  /** What the portal appends to its window titles. */
  titleSuffix?: RegExp
  /** Addresses of pages that show one paper; each must match this portal and no other. */
  pages: readonly string[]
  /** Addresses on the same hosts that show none. */
  notPages: readonly string[]
  /** The one way out of the data: a pure last step over the item. */
  adjust?: (item: Item, page: { document: Document; url: URL }) => Item
}
