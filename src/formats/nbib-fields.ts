import type { ItemType, TextVariable } from '../item/item.ts'

/**
 * CSL's types and the publication types (PT) that say them. NLM's format is one of journal articles; a type that is not
 * here is written as one and comes back as one.
 */
export const nbibTypes: readonly { item: ItemType; type: string }[] = [
  { item: 'article', type: 'Preprint' },
  { item: 'article-newspaper', type: 'Newspaper Article' },
  { item: 'dataset', type: 'Dataset' },
  { item: 'paper-conference', type: 'Congress' },
  { item: 'report', type: 'Technical Report' },
  { item: 'thesis', type: 'Academic Dissertation' },
]

/** What decides where a field stands: a book has BTI alone, a chapter BTI beside TI, everything else TI and JT. */
export type NbibKind = 'article' | 'book' | 'chapter'

/** The kind of an item's type. */
export function nbibKindOf(type: ItemType): NbibKind {
  return type === 'book' || type === 'chapter' ? type : 'article'
}

/** One text variable, the tag that holds it, and the tags that are read for it besides, best first; on the kinds where it does. */
export interface NbibRow {
  tag: string
  variable: TextVariable
  read?: readonly string[]
  on?: readonly NbibKind[]
}

/**
 * The tags that hold one CSL text variable each, in PubMed's order (NLM, "MEDLINE/PubMed Data Element (Field)
 * Descriptions"). Made of more than one value, and so in `nbib-parts.ts` or where they are written: identifiers (LID,
 * AID), dates (DP, DEP), names (FAU, AU, CN, FED, ED), the abstract (AB), types (PT), keywords and tags (OT, MH), the note (GN).
 *
 * There is no tag for addresses, events, genres, versions, archives but arXiv, the day of access, a decision and its
 * reason, and the citation key.
 */
export const nbibRows: readonly NbibRow[] = [
  { tag: 'PMID', variable: 'PMID' },
  { tag: 'IS', variable: 'ISSN' },
  { tag: 'ISBN', variable: 'ISBN' },
  { tag: 'VI', variable: 'volume', read: ['VTI'] },
  { tag: 'IP', variable: 'issue' },
  { tag: 'TI', variable: 'title', read: ['TT'], on: ['article', 'chapter'] },
  { tag: 'BTI', variable: 'title', on: ['book'] },
  { tag: 'BTI', variable: 'container-title', on: ['chapter'] },
  { tag: 'CTI', variable: 'collection-title' },
  { tag: 'PB', variable: 'publisher' },
  { tag: 'EN', variable: 'edition' },
  { tag: 'PG', variable: 'page' },
  { tag: 'LA', variable: 'language' },
  { tag: 'PL', variable: 'publisher-place' },
  { tag: 'TA', variable: 'container-title-short' },
  { tag: 'JT', variable: 'container-title', on: ['article'] },
  { tag: 'PMC', variable: 'PMCID' },
]

/** The rows that hold on a kind. */
export function nbibRowsOf(kind: NbibKind): readonly NbibRow[] {
  return nbibRows.filter((row) => row.on === undefined || row.on.includes(kind))
}

/** The tags of names: full, and short beside it; a body that is an author has one of its own. */
export const nbibNames = [
  { variable: 'author', full: 'FAU', short: 'AU', body: 'CN' },
  { variable: 'editor', full: 'FED', short: 'ED', body: undefined },
] as const

/** Languages as MEDLINE writes them (MARC's codes) and BCP 47 does; others stand as they are. */
export const nbibLanguages: ReadonlyMap<string, string> = new Map(
  (
    'eng=en ger=de fre=fr spa=es por=pt ita=it dut=nl rus=ru chi=zh jpn=ja kor=ko pol=pl cze=cs dan=da swe=sv nor=no ' +
    'fin=fi hun=hu tur=tr ara=ar per=fa heb=he gre=el rum=ro ukr=uk hrv=hr slv=sl slo=sk bul=bg srp=sr cat=ca'
  )
    .split(' ')
    .map((pair) => [pair.slice(0, 3), pair.slice(4)] as const),
)

/** Who made the entry (OWN) and whose keywords stand under OT (OTO); by it entries of our own are told from others. */
export const nbibOwner = 'OFFPRINT'

/** The owner of keywords that are the publisher's, as PubMed names it. */
export const publisherTerms = 'NOTNLM'
