import type { Portal } from './portal.ts'

/** ChemRxiv on Cambridge Open Engage; the head's tags give everything but the abstract. */
export const chemrxiv = {
  id: 'chemrxiv',
  name: 'ChemRxiv',
  hosts: ['chemrxiv.org', 'www.chemrxiv.org'],
  path: /^\/(?:engage\/chemrxiv\/article-details\/[\da-f]{24}|doi\/(?:(?:abs|full)\/)?10\.26434\/chemrxiv[\w./-]+)\/?$/,
  type: 'article',
  titleSuffix: /\s*\|[^|]{0,80}\|\s*ChemRxiv(?:\s*\|\s*Cambridge Open Engage)?\s*$/u,
  pages: [
    'https://chemrxiv.org/engage/chemrxiv/article-details/615ee2142aca5367575b8e49',
    'https://chemrxiv.org/doi/full/10.26434/chemrxiv-2021-mjpkz',
  ],
  notPages: [
    'https://chemrxiv.org/engage/chemrxiv/search-dashboard',
    'https://chemrxiv.org/engage/chemrxiv/public-dashboard',
    'https://chemrxiv.org/engage/chemrxiv/about-information',
  ],
} satisfies Portal
