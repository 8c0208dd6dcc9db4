import type { Portal } from './portal.ts'

/** IOPscience, as it has been since 2016; its medical journals print their labels in italics. */
export const iop = {
  id: 'iop',
  name: 'IOPscience',
  hosts: ['iopscience.iop.org', 'stacks.iop.org'],
  path: /^\/(?:article\/10\.\d{4,9}\/.+?(?<!\/(?:pdf|epub|data|refs|citedby))|\d{4}-\d{3}[\dX]\/\d+\/\d+\/\w+(?:\/(?:abstract|fulltext|article))?)$/,
  type: 'article-journal',
  abstract: ['.wd-jnl-art-abstract'],
  titleSuffix: /\s+-\s+IOPscience\s*$/u,
  pages: [
    'https://iopscience.iop.org/article/10.1088/1361-9994/ac4417',
    'https://iopscience.iop.org/article/10.1088/0953-8984/28/22/224009/meta',
    'https://iopscience.iop.org/article/10.3847/1538-4357/ac4417',
    'http://iopscience.iop.org/0953-8984/28/22/224009/article',
  ],
  notPages: [
    'https://iopscience.iop.org/article/10.1088/1361-9994/ac4417/pdf',
    'https://iopscience.iop.org/issue/0967-3334/43/4',
    'https://iopscience.iop.org/journal/0967-3334',
    'https://iopscience.iop.org/nsearch?terms=tendon',
  ],
} satisfies Portal
