import { atypon } from './platforms/atypon.ts'
import type { Portal } from './portal.ts'

/** The American Society of Clinical Oncology: the context box below the abstract has the abstract's role. */
export const asco = {
  id: 'asco',
  name: 'ASCO Publications',
  hosts: ['ascopubs.org', 'jco.ascopubs.org'],
  path: /^\/(?:doi\/(?:(?:abs|full|reader)\/)?10\.\d{4,9}\/.+|content\/(?:early\/\d{4}\/\d\d\/\d\d|\d+\/\d+)\/\w+(?:\.(?:abstract|full|short|long))?)$/,
  type: 'article-journal',
  abstract: [...atypon.abstract, '.article .section.abstract'],
  fields: atypon.fields,
  titleSuffix: /\s*\|\s*(?:[^|]{0,60}(?:Oncology|Informatics)[^|]{0,60}|JCO [^|]{3,60})$/u,
  pages: [
    'https://ascopubs.org/doi/10.1200/ZZO.21.04417',
    'https://ascopubs.org/doi/full/10.1200/ZZO.2013.54.4417',
    'http://jco.ascopubs.org/content/32/17/4417.abstract',
  ],
  notPages: [
    'https://ascopubs.org/journal/jco',
    'https://ascopubs.org/toc/jco/40/15',
    'https://ascopubs.org/doi/pdf/10.1200/ZZO.21.04417',
    'https://ascopubs.org/action/doSearch?AllField=glioma',
  ],
} satisfies Portal
