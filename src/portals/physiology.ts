import { atypon, withoutPlace } from './platforms/atypon.ts'
import type { Portal } from './portal.ts'

/** The American Physiological Society; what is new and noteworthy is the last paragraph of its abstracts. */
export const physiology = {
  id: 'physiology',
  name: 'American Physiological Society Journals',
  hosts: ['journals.physiology.org', '*.physiology.org'],
  path: /^\/(?:doi\/(?:(?:abs|full)\/)?10\.\d{4,9}\/.+|content\/\d+\/\d+\/\w+(?:\.(?:abstract|full|short|long))?)$/,
  type: 'article-journal',
  abstract: [
    ...atypon.abstract,
    '.highwire-markup .section.abstract',
    '.article .section.abstract',
  ],
  fields: atypon.fields,
  titleSuffix: /\s*\|\s*[^|]{3,120}$/u,
  pages: [
    'https://journals.physiology.org/doi/full/10.1152/zzphysiol.00441.2020',
    'https://journals.physiology.org/doi/abs/10.1152/zzphysiol.00441.2020',
    'http://jap.physiology.org/content/120/4/441',
  ],
  notPages: [
    'https://journals.physiology.org/journal/jappl',
    'https://journals.physiology.org/toc/jappl/130/2',
    'https://journals.physiology.org/doi/pdf/10.1152/zzphysiol.00441.2020',
    'https://journals.physiology.org/action/doSearch?AllField=bells',
  ],
  adjust: withoutPlace,
} satisfies Portal
