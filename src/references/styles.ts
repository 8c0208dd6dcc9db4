/** A citation style that references can be written in. */
export interface ReferenceStyle {
  id: string
  /** As a person knows it; a name, the same in every language. */
  name: string
  /** The style's name in the Citation Style Language's collection (zotero.org/styles). */
  csl: string
  /** True where it has words of its own for an article's number (`Article e0123`); elsewhere that takes the pages' place. */
  articleNumbers: boolean
}

/** The styles, in the order in which a person is offered them. */
export const referenceStyles = [
  { id: 'apa', name: 'APA', csl: 'apa', articleNumbers: true },
  { id: 'vancouver', name: 'Vancouver', csl: 'vancouver', articleNumbers: false },
  { id: 'chicago', name: 'Chicago', csl: 'chicago-author-date', articleNumbers: false },
  { id: 'ieee', name: 'IEEE', csl: 'ieee', articleNumbers: true },
  { id: 'nature', name: 'Nature', csl: 'nature', articleNumbers: false },
  { id: 'ama', name: 'AMA', csl: 'american-medical-association', articleNumbers: false },
  { id: 'harvard', name: 'Harvard', csl: 'harvard-cite-them-right', articleNumbers: false },
  { id: 'mla', name: 'MLA', csl: 'modern-language-association', articleNumbers: true },
] as const satisfies readonly ReferenceStyle[]

/** The id of a style that we have. */
export type StyleId = (typeof referenceStyles)[number]['id']

/** A style by its id; the first where there is none of that id. */
export function referenceStyle(id: string): (typeof referenceStyles)[number] {
  return referenceStyles.find((style) => style.id === id) ?? referenceStyles[0]
}
