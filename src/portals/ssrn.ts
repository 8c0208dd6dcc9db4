import type { Portal } from './portal.ts'

/** SSRN: the abstract's page, which is all that it shows of a paper before the download. */
export const ssrn = {
  id: 'ssrn',
  name: 'SSRN',
  hosts: ['papers.ssrn.com', 'www.ssrn.com', 'ssrn.com'],
  path: /^\/(?:sol3\/papers\.cfm|abstract=\d+)\/?$/i,
  type: 'article',
  abstract: ['.box-abstract-main .abstract-text', '.abstract-text', '#abstract .abstract-text'],
  pages: [
    'https://papers.ssrn.com/sol3/papers.cfm?abstract_id=2381263',
    'https://ssrn.com/abstract=2381263',
  ],
  notPages: [
    'https://papers.ssrn.com/sol3/results.cfm?txtKey_Words=europe',
    'https://papers.ssrn.com/sol3/cf_dev/AbsByAuth.cfm?per_id=16042',
    'https://papers.ssrn.com/sol3/JELJOUR_Results.cfm?form_name=journalBrowse',
    'https://www.ssrn.com/index.cfm/en/',
  ],
} satisfies Portal
