/** One `<meta>` tag that names something. */
export interface MetaTag {
  /** Lower-cased `name`, `property`, `itemprop` or, for want of these, `id`, with `:` and `_` as they stand. */
  name: string
  content: string
}

/** More than any honest page has; a page of 10,000 must not cost a second. */
const most = 3000

/** The longest value that is read, in characters: no abstract is longer. */
const longest = 30_000

/**
 * The page's meta tags in order, wherever they stand (some sites put them in the body), read once for all
 * vocabularies. `contents` is a misspelling of `content` that is met in the field.
 */
export function readMetaTags(document: Document): MetaTag[] {
  const tags: MetaTag[] = []
  const metas = document.getElementsByTagName('meta')
  for (let i = 0; i < metas.length && tags.length < most; i++) {
    const meta = metas[i]
    const name =
      meta?.getAttribute('name') ??
      meta?.getAttribute('property') ??
      meta?.getAttribute('itemprop') ??
      meta?.getAttribute('id')
    const content = meta?.getAttribute('content') ?? meta?.getAttribute('contents')
    if (!meta || !name || !content || content.trim() === '') continue
    const tag: MetaTag = { name: name.trim().toLowerCase(), content: content.slice(0, longest) }
    tags.push(tag)
  }
  return tags
}

/** The contents of the tags that bear one of these names, in the page's order. */
export function contentsOf(tags: readonly MetaTag[], ...names: string[]): string[] {
  return tags.filter((tag) => names.includes(tag.name)).map((tag) => tag.content)
}

/** The same tags by name, so that each vocabulary finds its own without going through all of them. */
export type MetaIndex = ReadonlyMap<string, readonly string[]>

/** Indexes meta tags by name; the contents of one name stay in the page's order. */
export function indexTags(tags: readonly MetaTag[]): MetaIndex {
  const index = new Map<string, string[]>()
  for (const { name, content } of tags) {
    const known = index.get(name)
    if (known) known.push(content)
    else index.set(name, [content])
  }
  return index
}
