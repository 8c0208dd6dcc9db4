/** CSL's inline tags (CSL 1.0.2, "Rich text"), the only markup that a title or an abstract may hold. */
export type InlineTag = 'i' | 'b' | 'sub' | 'sup' | 'sc'

/** A run of text, or a tag with what it encloses. */
export type InlineNode = string | { tag: InlineTag; children: InlineNode[] }

/** A tag below this many others is shown as the characters it is made of. */
const deepest = 8

/**
 * Reads CSL inline markup into nodes, in time linear in the text's length. Whatever is not a complete pair of
 * known tags, without attributes, stays text as it stands: `p < 0.05`, `<img src=x>`, a `<b>` that never ends.
 */
export function readInlineMarkup(text: string): InlineNode[] {
  const root: Open = { children: [] }
  const open: Open[] = [root]
  let end = 0
  for (const match of text.matchAll(/<(\/?)(i|b|sub|sup|sc)>/g)) {
    append(innermost(open, root), text.slice(end, match.index))
    end = match.index + match[0].length
    const tag = match[2]
    if (!isInlineTag(tag)) continue
    if (match[1] === '') {
      if (open.length <= deepest) open.push({ tag, children: [] })
      else append(innermost(open, root), match[0])
    } else if (open.some((each) => each.tag === tag)) close(open, root, tag)
    else append(innermost(open, root), match[0])
  }
  append(innermost(open, root), text.slice(end))
  close(open, root, undefined)
  return root.children
}

/** The same text as a name or a sentence can hold it: without its inline markup. */
export function plainText(text: string): string {
  return readInlineMarkup(text).map(plain).join('')
}

function plain(node: InlineNode): string {
  return typeof node === 'string' ? node : node.children.map(plain).join('')
}

interface Open {
  tag?: InlineTag
  children: InlineNode[]
}

function innermost(open: Open[], root: Open): Open {
  return open.at(-1) ?? root
}

/** Closes the innermost `tag`; tags opened inside it and never closed become text. With no tag, closes all. */
function close(open: Open[], root: Open, tag: InlineTag | undefined): void {
  while (open.length > 1) {
    const inner = open.pop()
    const outer = innermost(open, root)
    if (inner?.tag === undefined) return
    if (inner.tag === tag) {
      outer.children.push({ tag, children: inner.children })
      return
    }
    append(outer, `<${inner.tag}>`)
    for (const child of inner.children) append(outer, child)
  }
}

function append(to: Open, node: InlineNode): void {
  const last = to.children.at(-1)
  if (node === '') return
  if (typeof node === 'string' && typeof last === 'string')
    to.children[to.children.length - 1] = last + node
  else to.children.push(node)
}

function isInlineTag(name: string | undefined): name is InlineTag {
  return name === 'i' || name === 'b' || name === 'sub' || name === 'sup' || name === 'sc'
}
