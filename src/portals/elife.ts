import type { Item } from '../item/item.ts'
import type { Portal } from './portal.ts'

/** eLife; assessment, impact statement and digest stand round the abstract. */
export const elife = {
  id: 'elife',
  name: 'eLife',
  hosts: ['elifesciences.org'],
  path: /^\/(?:articles|reviewed-preprints)\/\d+(?:v\d+)?\/?$/,
  abstract: ['#abstract .article-section__body', '#abstract'],
  // The DOI that older papers' abstracts have of their own.
  furniture: ['.doi--article-section'],
  fields: {
    keyword: ['.article-meta__group:first-of-type .article-meta__link[href^="/search?for="]'],
  },
  titleSuffix: /\s*\|\s*eLife(?: Sciences Publications)?\s*$/u,
  pages: [
    'https://elifesciences.org/articles/99753',
    'https://elifesciences.org/articles/99753v2',
    'https://elifesciences.org/reviewed-preprints/99554',
  ],
  notPages: [
    'https://elifesciences.org/search?for=moss',
    'https://elifesciences.org/articles/99753/figures',
    'https://elifesciences.org/digests/99753/an-invented-digest',
    'https://elifesciences.org/articles/research-article',
    'https://elifesciences.org/subjects/neuroscience',
  ],
  adjust: asElife,
} satisfies Portal

/** No tag names the journal; the line `eLife 2019;8:e44753` has volume and article number. */
function asElife(item: Item, { document }: { document: Document }): Item {
  const line = document.querySelector('.contextual-data__cite')?.textContent ?? ''
  const [, volume, page] = /eLife\s+(?:\d{4};\s*)?(\d+):(\w+)/.exec(line) ?? []
  return {
    'container-title': 'eLife',
    ISSN: '2050-084X',
    ...(volume && page && { volume, page }),
    ...item,
  }
}
