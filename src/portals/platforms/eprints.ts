import type { Platform } from '../portal.ts'

/** EPrints 3: below the citation and the files, the abstract has a heading and no element of its own. */
export const eprints = {
  id: 'eprints',
  name: 'EPrints',
  generator: /\bEPrints\b/i,
  markup: ['.ep_tm_pagetitle', '.ep_summary_content'],
  title: ['.ep_tm_pagetitle'],
  author: ['.ep_summary_content > p .person_name'],
} satisfies Platform
