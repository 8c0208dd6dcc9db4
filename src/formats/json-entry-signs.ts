/** Lists of entries within an object: Better BibTeX's and Crossref's `items`, pandoc's `references`, Word's citations. */
export const listBegins = /"(?:items|references|citationItems|documents)"\s*:\s*$/

/** How an entry begins: behind a damaged one this is looked for. Names, dates and our own `custom` begin otherwise. */
export const entryBegins =
  /\{\s*"(?:(?:id|type|itemType|itemID|citationKey|citation-key|abstract|archive|DOI|URL|PMID)"\s*:\s*[^\s{[]|(?:author|title|container-title|ISSN|ISBN)"\s*:\s*[^\s{]|(?:accessed|indexed|itemData)"\s*:)/g

/** Without one of these an object behind a damaged entry is a part of that, an author or a licence. */
export const ofPaper = /"(?:title|type|itemType|itemData|id)"\s*:/

/** True where a text begins as an entry does. */
export function entryStart(text: string): boolean {
  entryBegins.lastIndex = 0
  return entryBegins.exec(text)?.index === 0
}
