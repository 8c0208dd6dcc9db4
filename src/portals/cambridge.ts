import type { Portal } from './portal.ts'

/** Cambridge Core, and Cambridge Journals Online before 2017; an `Extract` is the paper's first page, no abstract. */
export const cambridge = {
  id: 'cambridge',
  name: 'Cambridge Core',
  hosts: ['www.cambridge.org', 'journals.cambridge.org'],
  path: /^\/(?:core\/journals\/[\w-]+\/article\/(?:abs\/|div\/)?(?:[^/]+\/)?[0-9A-F]{32}|abstract_S[\dX]+|action\/display(?:Abstract|Fulltext))\/?$/,
  abstract: [
    '.abstract[data-abstract-type="normal"]',
    '.abstract-content > .abstract:not([data-abstract-type])',
  ],
  // The opening sentences, shown `as an abstract is not available`, and summaries for other readers.
  furniture: [
    '.abstract[data-abstract-type]:not([data-abstract-type="normal"])',
    '.abstract-text-container > .message',
  ],
  // Journals Online has no tags in its head.
  fields: { 'container-title': ['.jnlDetails a[href*="displayJournal"]'], DOI: ['a.cboDOI'] },
  titleSuffix: /\s*\|\s*[^|]{1,200}\|\s*Cambridge Core\s*$/u,
  pages: [
    'https://www.cambridge.org/core/journals/parasitology/article/an-invented-paper/0123456789ABCDEF0123456789ABCDEF',
    'https://www.cambridge.org/core/journals/parasitology/article/abs/an-invented-paper/0123456789ABCDEF0123456789ABCDEF',
    'http://journals.cambridge.org/abstract_S2055709499000029',
    'http://journals.cambridge.org/action/displayAbstract?fromPage=online&aid=9999999',
  ],
  notPages: [
    'https://www.cambridge.org/core/journals/parasitology/all-issues',
    'https://www.cambridge.org/core/search?q=tides',
    'https://www.cambridge.org/core/journals/parasitology/issue/0123456789ABCDEF0123456789ABCDEF',
  ],
} satisfies Portal
