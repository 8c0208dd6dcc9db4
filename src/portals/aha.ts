import { atypon, withoutPlace } from './platforms/atypon.ts'
import type { Portal } from './portal.ts'

/** Circulation, Stroke and the other journals of the American Heart Association. */
export const aha = {
  id: 'aha',
  name: 'AHA/ASA Journals',
  hosts: ['www.ahajournals.org', 'ahajournals.org'],
  path: /^\/doi\/(?:(?:abs|full|epdf|reader)\/)?10\.\d{4,9}\/\S+$/,
  type: 'article-journal',
  abstract: atypon.abstract,
  fields: atypon.fields,
  pages: [
    'https://www.ahajournals.org/doi/10.1161/CIRCULATIONAHA.121.000000',
    'https://www.ahajournals.org/doi/full/10.1161/STROKEAHA.120.000000',
    'https://www.ahajournals.org/doi/abs/10.1161/01.CIR.100.1.1',
  ],
  notPages: [
    'https://www.ahajournals.org/journal/circ',
    'https://www.ahajournals.org/toc/circ/current',
    'https://www.ahajournals.org/doi/pdf/10.1161/CIRCULATIONAHA.121.000000',
  ],
  adjust: withoutPlace,
} satisfies Portal
