import { cslItem } from '../formats/csl-json-write.ts'
import { withSpelledInitials } from '../item/initials.ts'
import { type Item, type ItemType, nameVariables } from '../item/item.ts'
import type { LibraryRecord } from '../item/record.ts'
import type { CslItem } from './engine.ts'
import { raised } from './raised.ts'

/** Nothing of what the reader added is a part of a reference. */
const citationOnly = { abstracts: false, notes: false, tags: false }

/** What comes in issues, and is found by its pages there. */
const inIssues = new Set<ItemType>(['article-journal', 'article-magazine', 'article-newspaper'])

/** A record as a reference is made of it; `id` is what the engine calls it, `articleNumbers` whether the style has a place for them. */
export function referenceItem(record: LibraryRecord, id: string, articleNumbers: boolean): CslItem {
  const { abstract: _, keyword: __, ...item } = citedItem(record.item, articleNumbers)
  for (const variable of nameVariables) {
    const names = item[variable]
    if (names) item[variable] = names.map(withSpelledInitials)
  }
  const csl: CslItem = { ...cslItem({ ...record, item }, citationOnly), custom: undefined, id }
  return typeof csl.title === 'string' ? { ...csl, title: withOwnCase(csl.title) } : csl
}

/** The same for plain text, where what stands raised is written in characters that do: `10⁶`, not `106`. */
export function plainItem(item: CslItem): CslItem {
  const { title } = item
  return typeof title === 'string' ? { ...item, title: raised(title) } : item
}

function citedItem(item: Item, articleNumbers: boolean): Item {
  const { page, number, DOI: doi } = item
  if (inIssues.has(item.type)) {
    const shown = page ?? number
    if (shown === undefined) return withAddress(item)
    // What has its place in an issue needs no address beside its DOI: so does Zotero, by itself.
    const { URL: _, accessed: __, ...printed } = item
    return articleNumbers ? printed : { ...printed, page: shown }
  }
  if (item.archive !== 'arXiv') return page === undefined ? withAddress(item) : item
  // To styles the server is who publishes; what we keep as its place is a subject class, and the address has the number.
  const { archive: server, archive_location: _, number: own, ...rest } = item
  const isElsewhere = doi !== undefined || item.URL !== undefined
  return {
    ...rest,
    publisher: item.publisher ?? server,
    ...(own !== undefined && !isElsewhere && { number: own }),
  }
}

/** Some styles show an address alone, and a DOI is one too. */
function withAddress(item: Item): Item {
  const { DOI: doi, URL: address } = item
  return doi === undefined || address !== undefined
    ? item
    : { ...item, URL: `https://doi.org/${doi}` }
}

const smallCapitals = /<span style="font-variant:small-caps;">([^<>]*)<\/span>/g

/**
 * Species, genes, signs and the names of elements (`</script>`) keep their letters where a style writes Titles In Capitals. Small capitals are capitals, which plain
 * text and every program have: `D-glucose`.
 */
function withOwnCase(title: string): string {
  return title
    .replace(
      smallCapitals,
      (_, text: string) => `<span class="nocase">${text.toUpperCase()}</span>`,
    )
    .replace(/<(i|sub|sup)>[^<>]*<\/\1>/g, '<span class="nocase">$&</span>')
    .replace(
      /<\/?(?!(?:i|b|sc|sub|sup|span)[\s>])[a-z][^<>]{0,100}>/gi,
      '<span class="nocase">$&</span>',
    )
}
