import type { Item } from '../item/item.ts'
import type { Portal } from './portal.ts'

/** Frontiers: the page of 2024 and after (a plain `Abstract` heading), and the ones before it. */
export const frontiers = {
  id: 'frontiers',
  name: 'Frontiers',
  hosts: ['www.frontiersin.org', 'journal.frontiersin.org', 'www.frontierspartnerships.org'],
  path: /^\/(?:journals\/[\w-]+\/)?(?:articles?|journal)\/10\.\d{4,9}\/[\w.-]+(?:\/(?:full|abstract))?\/?$/i,
  abstract: ['.JournalAbstract'],
  // Title, authors and their addresses stand inside it.
  furniture: ['.JournalAbstract > h1', '.JournalAbstract > .authors', '.JournalAbstract > .notes'],
  titleSuffix: /^\s*Frontiers\s*\|\s*|\s*\|\s*Frontiers[^|]{0,60}$/gu,
  pages: [
    'https://www.frontiersin.org/journals/psychology/articles/10.3389/fpsyg.2099.00781/full',
    'https://www.frontiersin.org/articles/10.3389/fpsyg.2099.648236/full',
    'https://www.frontiersin.org/article/10.3389/fpsyg.2099.648236/abstract',
    'http://journal.frontiersin.org/Journal/10.3389/fpsyg.2099.01582/full',
  ],
  notPages: [
    'https://www.frontiersin.org/journals/psychology',
    'https://www.frontiersin.org/journals/psychology/articles',
    'https://www.frontiersin.org/journals/psychology/articles/10.3389/fpsyg.2099.00781/pdf',
    'https://www.frontiersin.org/research-topics/9999/an-invented-topic',
  ],
  adjust: withArticleNumber,
} satisfies Portal

/** `citation_firstpage` is the manuscript's number; papers are cited by the one at the end of the DOI. */
function withArticleNumber(item: Item): Item {
  const page = /^10\.3389\/[a-z]+\.\d{4}\.0*(\d+)$/.exec(item.DOI ?? '')?.[1]
  return page === undefined ? item : { ...item, page }
}
