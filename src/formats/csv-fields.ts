/** The columns of our CSV files, in their order. */
export const ownColumns = [
  'title',
  'authors',
  'year',
  'journal',
  'volume',
  'issue',
  'pages',
  'doi',
  'pmid',
  'url',
  'abstract',
  'tags',
  'note',
  'decision',
  'reason',
  'citationKey',
] as const

/** A column that we write. */
export type OwnColumn = (typeof ownColumns)[number]

/** Columns of other programs that we read and do not write. */
export type OtherColumn =
  | 'authorsInFull'
  | 'date'
  | 'firstPage'
  | 'lastPage'
  | 'articleNumber'
  | 'editors'
  | 'isbn'
  | 'issn'
  | 'keywords'
  | 'language'
  | 'pmcid'
  | 'publisher'
  | 'shortJournal'
  | 'type'

/** What a column holds. */
export type Column = OwnColumn | OtherColumn

/**
 * What programs call the columns, without spaces, signs and capitals: Rayyan (help.rayyan.ai, CSV format), ASReview
 * (asreview.readthedocs.io, Data format), Covidence, Zotero, Mendeley, PubMed, Scopus, Web of Science, Dimensions,
 * Publish or Perish, IEEE Xplore; sheets in German, French and Spanish. Of two columns for one thing the first filled counts.
 */
const names: { readonly [C in Column]: string } = {
  title: 'title articletitle documenttitle primarytitle ti titel titre título titulo',
  authors:
    'authors author authornames firstauthors primaryauthors creators au autoren auteurs autores',
  authorsInFull: 'authorfullnames authorsfullnames',
  year: 'year publicationyear publishedyear pubyear py jahr année annee año ano',
  journal:
    'journal journaltitle journalname journalbook publicationtitle sourcetitle source secondarytitle containertitle so zeitschrift revue revista periódico',
  volume: 'volume vol vl band',
  issue: 'issue number issuenumber is heft numéro',
  pages: 'pages page pagination pagerange seiten páginas',
  doi: 'doi digitalobjectidentifier',
  pmid: 'pmid pubmedid accessionnumberpubmed',
  url: 'url urls link links articleurl pdflink',
  abstract:
    'abstract abstractnote abstracts notesabstract ab zusammenfassung résumé resumen resumo',
  tags: 'tags manualtags labels label schlagwörter asreviewtags',
  note: 'note notes comment comments usernotes exportednotes exportednotes1 asreviewnote notizen',
  decision:
    'decision included labelincluded finalincluded includedlabel asreviewlabel screeningdecision entscheidung',
  reason: 'reason exclusionreason exclusionreasons reasonforexclusion grund',
  citationKey: 'citationkey citekey bibtexkey bibtexcitationkey',
  date: 'date publicationdate publisheddate pubdate coverdate datum fecha',
  firstPage: 'firstpage startpage pagestart beginningpage sp',
  lastPage: 'lastpage endpage pageend ep',
  articleNumber: 'artno articlenumber',
  editors: 'editors editor',
  isbn: 'isbn isbns',
  issn: 'issn issns',
  keywords: 'keywords keyword authorkeywords automatictags indexkeywords de kw',
  language: 'language languageoforiginaldocument la',
  pmcid: 'pmcid pmcidpmc',
  publisher: 'publisher pb verlag',
  shortJournal: 'journalabbreviation abbreviatedsourcetitle isoabbreviation',
  type: 'type itemtype documenttype publicationtype',
}

const columns = new Map<string, Column>(
  (Object.entries(names) as [Column, string][]).flatMap(([column, each]) =>
    each.split(' ').map((name) => [name, column] as const),
  ),
)

/** What a column holds, by the name that stands at its head; undefined for one that we do not know. */
export function columnOf(head: string): Column | undefined {
  return columns.get(
    head
      .normalize('NFC')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]/gu, ''),
  )
}
