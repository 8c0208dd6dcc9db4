import { cleanDoi } from '../item/identifier.ts'

/** What databases write under N1, each on a line of its own: Scopus, Web of Science, and EndNote out of them. */
const ofDatabases =
  /^(?:Export Date: .{0,40}\d|(?:Cited By|(?:Total )?Times Cited(?: in [\w ]{0,60})?|Cited References? Count) ?: *\d+)$/i

/** What Scopus writes besides, in words that could be a person's elsewhere. */
const ofScopus =
  /^(?:References|CODEN|Correspondence Address|Funding (?:details|text(?: \d+)?)|Chemicals\/CAS|Tradenames|Manufacturers|Molecular Sequence Numbers|Conference code)\s?:/i

/** A note without the lines that a database wrote. */
export function withoutDatabaseLines(note: string, isScopus: boolean): string {
  return note
    .split('\n')
    .filter((line) => !ofDatabases.test(line.trim()) && !(isScopus && ofScopus.test(line)))
    .join('\n')
    .trim()
}

/** The DOI of a note that says nothing else, as Atypon's sites write it: `doi: 10.1000/x`. */
export function doiOfNote(note: string): string | undefined {
  return /^(?:doi:?\s*|https?:\/\/(?:dx\.)?doi\.org\/)?10\.\d{4,9}\/\S+$/i.test(note)
    ? cleanDoi(note)
    : undefined
}
