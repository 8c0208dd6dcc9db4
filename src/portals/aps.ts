import type { Portal } from './portal.ts'

/** The American Physical Society's journals: the page of 2024 and after, and the one before it with PhySH below. */
export const aps = {
  id: 'aps',
  name: 'APS Journals',
  hosts: [
    'journals.aps.org',
    'prl.aps.org',
    'pra.aps.org',
    'prb.aps.org',
    'prc.aps.org',
    'prd.aps.org',
    'pre.aps.org',
    'rmp.aps.org',
  ],
  path: /^\/(?:[a-z-]+\/)?abstract\/(?:10\.\d{4,9}\/.+|[A-Z]+\/v\d+\/i\d+\/\w+)$/,
  type: 'article-journal',
  abstract: [
    '#abstract-section-content',
    'section.article.abstract > .content',
    '.aps-abstractbox',
  ],
  titleSuffix:
    /\s*\|\s*(?:Phys\.|Rev\.|PRX|Physics)[^|]{0,60}$|^(?:Phys\.|Rev\.|PRX)[^-]{3,60}\(\d{4}\)\s+-\s+/u,
  pages: [
    'https://journals.aps.org/prl/abstract/10.1103/PhysRevLett.199.044170',
    'https://journals.aps.org/prx/abstract/10.1103/PhysRevX.7.0994417',
    'http://prl.aps.org/abstract/PRL/v99/i4/e044170',
  ],
  notPages: [
    'https://journals.aps.org/prl/issues/199/4',
    'https://journals.aps.org/prl/recent',
    'https://journals.aps.org/search/results?clauses=garnet',
    'https://journals.aps.org/prl/pdf/10.1103/PhysRevLett.199.044170',
    'https://journals.aps.org/prl/cited-by/10.1103/PhysRevLett.199.044170',
  ],
} satisfies Portal
