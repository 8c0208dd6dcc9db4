import type { Item } from '../item/item.ts'
import type { Portal } from './portal.ts'

/** Sage Journals: the page of 2021 and after, and the one before it. */
export const sage = {
  id: 'sage',
  name: 'Sage Journals',
  hosts: ['journals.sagepub.com'],
  path: /^\/doi\/(?:(?:abs|full)\/)?10\.\d{4,9}\/.+$/,
  abstract: [
    // Plain language summaries are `#abstract-…` beside it, with the same role.
    '#abstract[role="doc-abstract"]',
    '.hlFld-Abstract .abstractSection.abstractInFull',
  ],
  fields: {
    volume: ['.core-enumeration [property="volumeNumber"]'],
    issue: ['.core-enumeration [property="issueNumber"]'],
  },
  titleSuffix: /\s+-\s+[^-]{1,400}(?:,\s*\d{4})?\s*$/u,
  pages: [
    'https://journals.sagepub.com/doi/10.1177/00222429991234567',
    'https://journals.sagepub.com/doi/full/10.1177/00222429991234567',
    'https://journals.sagepub.com/doi/abs/10.1177/00222429991234567?journalCode=jmxa',
  ],
  notPages: [
    'https://journals.sagepub.com/toc/jmxa/current',
    'https://journals.sagepub.com/home/jmx',
    'https://journals.sagepub.com/doi/pdf/10.1177/00222429991234567',
    'https://journals.sagepub.com/action/doSearch?AllField=queues',
  ],
  adjust: withPublisher,
} satisfies Portal

/** The head writes `SAGE PublicationsSage UK: London, England`, the imprint glued to the house. */
function withPublisher(item: Item): Item {
  return item.publisher?.startsWith('SAGE Publications')
    ? { ...item, publisher: 'SAGE Publications' }
    : item
}
