import type { Platform } from '../portal.ts'

/** InvenioRDM: the abstract stands under a heading that says `Description` and is not seen. */
export const invenio = {
  id: 'invenio',
  name: 'InvenioRDM',
  markup: ['#record-title.wrap-overflowing-text'],
  abstract: ['#description.rich-input-content'],
} satisfies Platform
