import type { Portal } from './portal.ts'

/** JMIR's journals, one host each; place of publication and keywords stand inside the abstract's element. */
export const jmir = {
  id: 'jmir',
  name: 'JMIR Publications',
  hosts: ['*.jmir.org', 'www.i-jmr.org', 'www.researchprotocols.org'],
  path: /^\/(?:\d{4}\/\d+\/e\d+|preprint\/\d+|article\/view\/\d+)\/?$/,
  type: 'article-journal',
  abstract: ['.article-content .abstract', '.main-article-content .abstract'],
  fields: { keyword: ['.abstract .keywords a'] },
  titleSuffix:
    /^(?:JMIR|Journal of Medical Internet Research|Interactive Journal|Online Journal)[^-]{0,60}\s+-\s+/u,
  pages: [
    'https://mhealth.jmir.org/2021/9/e44170',
    'https://www.jmir.org/2020/1/e14417/',
    'https://www.researchprotocols.org/2019/3/e12417',
    'https://preprints.jmir.org/preprint/45001',
  ],
  notPages: [
    'https://www.jmir.org/2020/1',
    'https://mhealth.jmir.org/2021/9/e44170/PDF',
    'https://www.jmir.org/search?term=ferry',
    'https://mhealth.jmir.org/announcements',
  ],
} satisfies Portal
