import { atypon } from './platforms/atypon.ts'
import type { Portal } from './portal.ts'

/** CABI Digital Library: records of CAB Abstracts, books and the Compendium; the head names no paper. */
export const cabi = {
  id: 'cabi',
  name: 'CABI Digital Library',
  hosts: ['www.cabidigitallibrary.org', 'cabidigitallibrary.org'],
  path: /^\/doi\/(?:(?:abs|full|book)\/)?10\.\d{4,9}\/.+$/,
  silent: true,
  abstract: atypon.abstract,
  fields: { ...atypon.fields, issued: ['.meta-panel__onlineDate'] },
  titleSuffix: /\s*\|\s*CABI [^|]{3,60}$/u,
  pages: [
    'https://www.cabidigitallibrary.org/doi/10.5555/20223044170',
    'https://www.cabidigitallibrary.org/doi/full/10.1079/zzcabi.2022.0017',
    'https://www.cabidigitallibrary.org/doi/abs/10.1079/zzcabi.2022.0017',
  ],
  notPages: [
    'https://www.cabidigitallibrary.org/journal/cabireviews',
    'https://www.cabidigitallibrary.org/action/doSearch?AllField=snails',
    'https://www.cabidigitallibrary.org/doi/pdf/10.1079/zzcabi.2022.0017',
  ],
} satisfies Portal
