import type { Portal } from './portal.ts'

/** Wiley Online Library, its societies' hosts (`febs.onlinelibrary.wiley.com`), and its pages before 2018. */
export const wiley = {
  id: 'wiley',
  name: 'Wiley Online Library',
  hosts: ['*.onlinelibrary.wiley.com'],
  path: /^\/doi\/(?:(?:abs|full|full-xml)\/)?10\.\d{4,9}\/.+(?<!\/(?:pdf|epdf|references|citedby|figures|suppinfo))$/,
  abstract: [
    // `main` in each language; `short` is the graphical abstract's text, `synopsis` the contents entry.
    '.article-section__abstract .article-section__content.main',
    '#abstract .mainAbstract',
    '#abstract.fullTextAbstract',
    '#abstract',
  ],
  titleSuffix:
    /\s+-\s+(?:[^-]{1,80}-\s+)?(?:\d{4}\s+-\s+)?[^-]{1,200}-\s+Wiley Online Library\s*$/u,
  pages: [
    'https://onlinelibrary.wiley.com/doi/10.1002/adma.209901234',
    'https://febs.onlinelibrary.wiley.com/doi/full/10.1111/febs.19999',
    'https://agupubs.onlinelibrary.wiley.com/doi/abs/10.1029/2099GL012345',
    'http://onlinelibrary.wiley.com/doi/10.1002/ijc.99999/abstract',
    'https://onlinelibrary.wiley.com/doi/abs/10.1002/(SICI)1097-0258(19990815/30)17:15/16%3C1661::AID-SIM968%3E3.0.CO;2-2',
  ],
  notPages: [
    'https://onlinelibrary.wiley.com/toc/15214095/2099/1/1',
    'https://onlinelibrary.wiley.com/action/doSearch?AllField=peat',
    'https://onlinelibrary.wiley.com/doi/pdf/10.1002/adma.209901234',
    'https://onlinelibrary.wiley.com/doi/book/10.1002/9781119999999',
    'https://onlinelibrary.wiley.com/journal/15214095',
  ],
} satisfies Portal
