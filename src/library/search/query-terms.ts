/** One part of a query as it was typed: a value, perhaps behind a field's name, perhaps one that must not be there. */
export interface QueryTerm {
  isExcluded: boolean
  /** The word before the colon, in lower case, and as it was written. */
  field: string | undefined
  written: string | undefined
  value: string
  isQuoted: boolean
  /** False where the second quotation mark is still to come. */
  isClosed: boolean
  /** All of it, as it stands in the query. */
  text: string
  /** True where nothing stands behind it, so that it may be unfinished. */
  isLast: boolean
}

/** More text than this is a paragraph that was pasted into the search field, in UTF-16 units; and more words. */
const longest = 2_000
const mostTerms = 24

/**
 * A minus, a field with its colon, and a quoted or plain value; what is left open at the end is being typed. Behind a backslash a
 * quotation mark, or a backslash, is a letter like others: `tag:half\"`, `tag:"3 \" pipes"`.
 */
const pattern =
  /(?<minus>-)?(?:(?<field>\p{L}+):)?(?:["“”«»](?<quoted>(?:\\(?:["“”«»\\]|(?!["“”«»\\]))|[^"“”«»\\])*)(?<closed>["“”«»])?|(?<plain>(?:\\(?:["“”«»\\]|(?!["“”«»\\]))|[^\s"“”«»\\])+))/gu

/** The parts of a query in their order, 24 at most. */
export function queryTerms(query: string): QueryTerm[] {
  const text = query.slice(0, longest)
  const terms: QueryTerm[] = []
  for (const { 0: whole, index, groups = {} } of text.matchAll(pattern)) {
    if (terms.length === mostTerms) break
    const { minus, field, quoted, closed, plain } = groups
    terms.push({
      isExcluded: minus !== undefined,
      field: field?.toLowerCase(),
      written: field,
      value: unescaped(quoted ?? plain ?? ''),
      isQuoted: quoted !== undefined,
      isClosed: closed !== undefined,
      text: whole,
      isLast: index + whole.length === text.length,
    })
  }
  return terms
}

/** A text as a value of a field is written: in quotation marks where it has blanks, a backslash before each mark of its own. */
export function queryValue(text: string): string {
  const written = text.replace(/["“”«»\\]/gu, '\\$&')
  return /\s/.test(text) ? `"${written}"` : written
}

/** What a value's letters mean, the backslashes before its marks taken away. */
export function unescaped(value: string): string {
  return value.replace(/\\(["“”«»\\])/gu, '$1')
}
