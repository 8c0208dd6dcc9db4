import type { Item, ItemType, Variable } from '../item/item.ts'

/** An address part that holds an identifier: `/read/25829391/…` is the PMID on QxMD. */
export interface PathIdentifier {
  variable: Extract<Variable, 'DOI' | 'PMID' | 'PMCID' | 'number'>
  /** Its first group is the identifier; matched against the path. */
  match: RegExp
}

/** What is particular to the pages of one portal or platform; everything that is not goes the generic way. */
export interface Reading {
  /** Kebab-case; the file's name, the fixtures' folder and the commit prefix. */
  id: string
  name: string
  type?: ItemType
  /** Selectors of the title's element, best first; only where the generic reading is wrong. */
  title?: readonly string[]
  /** Selectors of the abstract's element, best first. */
  abstract?: readonly string[]
  /** Selectors of what stands inside the abstract's element, is no part of it, and is known to no common rule. */
  furniture?: readonly string[]
  /** Selectors whose elements name one author each. */
  author?: readonly string[]
  /** Selectors whose elements name one publication type each. */
  publicationTypes?: readonly string[]
  /** Selectors of single-valued variables: the journal's name beside the title, a DOI in a list. */
  fields?: Partial<Record<Variable, readonly string[]>>
  /** The one way out of the data: a pure last step over the item. */
  adjust?: (item: Item, page: { document: Document; url: URL }) => Item
}

/** A site whose papers are known by their address. */
export interface Portal extends Reading {
  /** Host names; `*.` in front stands for any subdomain and for the host itself. */
  hosts: readonly string[]
  /** The paths on which one paper is shown. */
  path: RegExp
  /** True where the head of its pages names no paper, so that only the address tells the detector. */
  silent?: true
  /** True where it shows its abstracts without a heading or an element of their own, right below the title. */
  unlabelled?: true
  identifiers?: readonly PathIdentifier[]
  /** What the portal appends to its window titles. */
  titleSuffix?: RegExp
  /** Addresses of pages that show one paper; each must match this portal and no other. */
  pages: readonly string[]
  /** Addresses on the same hosts that show none. */
  notPages: readonly string[]
}

/** A publishing system that many hosts run; its pages are known by their markup. */
export interface Platform extends Reading {
  /** What `<meta name="generator">` says of it. */
  generator?: RegExp
  /** Selectors, one of which matches an element of each of its paper pages and none of other systems' pages; ids and classes only. */
  markup?: readonly string[]
}
