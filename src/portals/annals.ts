import { atypon } from './platforms/atypon.ts'
import type { Portal } from './portal.ts'

/** Annals of Internal Medicine and the other journals of the American College of Physicians. */
export const annals = {
  id: 'annals',
  name: 'ACP Journals',
  hosts: ['www.acpjournals.org', 'acpjournals.org', 'annals.org', 'www.annals.org'],
  path: /^\/(?:doi\/(?:(?:abs|full|epdf|reader)\/)?10\.\d{4,9}\/\S+|(?:aim\/)?(?:fullarticle|article-abstract|article)\/\d+(?:\/[\w-]+)?)$/,
  type: 'article-journal',
  abstract: atypon.abstract,
  fields: atypon.fields,
  pages: [
    'https://www.acpjournals.org/doi/10.7326/M21-0000',
    'https://www.acpjournals.org/doi/abs/10.7326/M21-0000',
    'https://www.acpjournals.org/doi/full/10.7326/0003-4819-158-11-201306040-00002',
    'https://annals.org/aim/fullarticle/2600000/evening-light-invented',
  ],
  notPages: [
    'https://www.acpjournals.org/journal/aim',
    'https://www.acpjournals.org/toc/aim/current',
    'https://www.acpjournals.org/doi/pdf/10.7326/M21-0000',
    'https://www.acpjournals.org/topic/web-exclusives/annals-for-hospitalists',
  ],
} satisfies Portal
