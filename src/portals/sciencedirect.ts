import type { Item } from '../item/item.ts'
import { parseName } from '../item/name.ts'
import type { Portal } from './portal.ts'

/** ScienceDirect: the page of 2025, the ones from 2017 on, and the tagless ones that saved pages of 2009–2016 still show. */
export const sciencedirect = {
  id: 'sciencedirect',
  name: 'ScienceDirect',
  hosts: ['www.sciencedirect.com', 'sciencedirect.com'],
  path: /^\/science\/article\/(?:abs\/)?pii\/[SB][\dX()-]{16,24}\/?$/i,
  abstract: [
    // Highlights hold an `.abstract.author` of their own, without a heading.
    '#abstracts > .abstract.author:not(.author-highlights)',
    '.svAbstract:not(.abstractHighlights)',
  ],
  fields: {
    keyword: ['.keywords-section .keyword', '.svKeywords li'],
    'container-title': ['.publicationHead .title', '#artihead b'],
    DOI: ['.extLinks #ddDoi', '#articleHeader > a[target="doilink"]'],
  },
  titleSuffix: /\s+-\s+ScienceDirect\s*$|^\s*ScienceDirect\s+-\s+[^:]{1,120}\s:\s/u,
  pages: [
    'https://www.sciencedirect.com/science/article/abs/pii/S2352485599001888',
    'https://www.sciencedirect.com/science/article/pii/S0009261499040141?via%3Dihub',
  ],
  notPages: [
    'https://www.sciencedirect.com/search?qs=peatland',
    'https://www.sciencedirect.com/science/article/pii/S0009261499040141/pdfft',
  ],
  adjust: withMarkedNames,
} satisfies Portal

/** From 2012 to 2016 the link on a name bore its parts: `data-ln="van der Berg Silva" data-fn="Ana"`. */
function withMarkedNames(item: Item, { document }: { document: Document }): Item {
  const author = [...document.querySelectorAll('a.authorName[data-ln]')].flatMap((name) => {
    const [family, given] = [name.getAttribute('data-ln'), name.getAttribute('data-fn')]
    return parseName(given ? `${family}, ${given}` : (family ?? '')) ?? []
  })
  return author.length > 0 ? { ...item, author } : item
}
