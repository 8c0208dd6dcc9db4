import { atypon } from './platforms/atypon.ts'
import type { Portal } from './portal.ts'

/** INFORMS PubsOnline; the line that names the accepting editor stands inside the abstract. */
export const informs = {
  id: 'informs',
  name: 'INFORMS PubsOnline',
  hosts: ['pubsonline.informs.org'],
  path: /^\/doi\/(?:(?:abs|full|epdf)\/)?10\.\d{4,9}\/.+$/,
  abstract: atypon.abstract,
  fields: atypon.fields,
  titleSuffix: /\s*\|\s*[^|]{3,100}$/u,
  pages: [
    'https://pubsonline.informs.org/doi/abs/10.1287/zzsc.2021.4417',
    'https://pubsonline.informs.org/doi/10.1287/zzsc.2021.4417',
    'https://pubsonline.informs.org/doi/full/10.1287/zzsc.2021.4417',
  ],
  notPages: [
    'https://pubsonline.informs.org/journal/mnsc',
    'https://pubsonline.informs.org/toc/mnsc/68/7',
    'https://pubsonline.informs.org/doi/pdf/10.1287/zzsc.2021.4417',
    'https://pubsonline.informs.org/action/doSearch?AllField=queues',
  ],
} satisfies Portal
