import { atypon, withoutPlace } from './platforms/atypon.ts'
import type { Portal } from './portal.ts'

/** The American Society for Microbiology; the paragraph on importance is a section of its abstracts. */
export const asm = {
  id: 'asm',
  name: 'ASM Journals',
  hosts: ['journals.asm.org', '*.asm.org'],
  path: /^\/(?:doi\/(?:(?:abs|full|epub|reader)\/)?10\.\d{4,9}\/.+|content\/(?:early\/\d{4}\/\d\d\/\d\d|\d+\/\d+)\/[\w-]+(?:\.(?:abstract|full|short|long))?)$/,
  type: 'article-journal',
  abstract: [
    ...atypon.abstract,
    '.highwire-markup .section.abstract',
    '.article .section.abstract',
  ],
  fields: atypon.fields,
  titleSuffix: /\s*\|\s*[^|]{3,80}$/u,
  pages: [
    'https://journals.asm.org/doi/10.1128/zzbio.04417-21',
    'https://journals.asm.org/doi/full/10.1128/zzbio.04417-21',
    'http://jvi.asm.org/content/83/9/4417.abstract',
  ],
  notPages: [
    'https://journals.asm.org/journal/mbio',
    'https://journals.asm.org/toc/mbio/12/6',
    'https://journals.asm.org/doi/pdf/10.1128/zzbio.04417-21',
    'https://journals.asm.org/action/doSearch?AllField=bog',
  ],
  adjust: withoutPlace,
} satisfies Portal
