import type { Portal } from './portal.ts'

/** BioMed Central and SpringerOpen: one host a journal. */
export const biomedCentral = {
  id: 'biomed-central',
  name: 'BioMed Central',
  hosts: ['*.biomedcentral.com', '*.springeropen.com'],
  path: /^\/(?:articles\/10\.\d{4,9}\/[^/]+|\d{4}-\d{3}[\dX]\/\d+\/(?:S\d+\/)?S?\d+(?:\/abstract)?)\/?$/,
  abstract: [
    '#Abs1-section',
    'section[aria-labelledby^="Abs"]:not([data-title*="raphic"])',
    'section.Abstract',
  ],
  fields: { keyword: ['.c-article-subject-list__subject', '.KeywordGroup .Keyword'] },
  titleSuffix: /\s*\|\s*(?:[^|]{1,120}\|\s*)?Full Text\s*$/u,
  pages: [
    'https://bmcnephrol.biomedcentral.com/articles/10.1186/s12882-099-0293-8',
    'https://bioresourcesbioprocessing.springeropen.com/articles/10.1186/s40643-099-0099-3',
    'http://www.biomedcentral.com/1471-2148/99/70',
    'http://www.biomedcentral.com/1471-2105/99/S1/S5/abstract',
  ],
  notPages: [
    'https://bmcnephrol.biomedcentral.com/articles',
    'https://bmcnephrol.biomedcentral.com/articles/10.1186/s12882-099-0293-8/figures/2',
    'https://bmcnephrol.biomedcentral.com/submission-guidelines',
    'https://www.biomedcentral.com/search?query=kidney',
  ],
} satisfies Portal
