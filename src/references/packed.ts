import type { CslNode } from './engine.ts'

/** An element of a style or a locale as it is packed: name, attributes, and what is inside, where there are any. */
export interface Packed {
  n: string
  a?: { readonly [name: string]: string }
  c?: readonly (Packed | string)[]
}

/** A style or a locale in the form in which citeproc reads JSON. */
export function unpack({ n, a, c = [] }: Packed): CslNode {
  const children = c.map((child) => (typeof child === 'string' ? child : unpack(child)))
  // An empty term is one all the same: the style wants nothing said.
  if (n === 'term' && children.length === 0) children.push('')
  return { name: n, attrs: { ...a }, children }
}
