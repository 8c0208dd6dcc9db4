import type { Portal } from './portal.ts'

/** The BMJ and the journals of BMJ Publishing, on HighWire. */
export const bmj = {
  id: 'bmj',
  name: 'BMJ',
  hosts: ['*.bmj.com'],
  path: /^\/content\/(?:(?:bmj\/)?\d+\/(?:bmj|sbmj)[\w-]*(?:\.[a-z]?\d+)?|\d+\/[\w-]+\/\w+|early\/\d{4}\/\d{2}\/\d{2}\/[\w-]+(?:\.\w+)?)(?:\.(?:full|long|abstract|short|extract|full-text|info))?\/?$/,
  type: 'article-journal',
  abstract: ['.section.abstract'],
  pages: [
    'https://www.bmj.com/content/353/bmj.i2607',
    'https://www.bmj.com/content/372/bmj-2020-069999.full',
    'https://bjo.bmj.com/content/98/3/377.full',
    'https://bmjopen.bmj.com/content/10/1/e031234',
    'https://bmjopen.bmj.com/content/early/2020/01/02/bmjopen-2019-031234',
  ],
  notPages: [
    'https://www.bmj.com/content/353/bmj.i2607/rapid-responses',
    'https://www.bmj.com/content/353/bmj.i2607.full.pdf',
    'https://bjo.bmj.com/content/98/3',
    'https://bjo.bmj.com/content/early/recent',
    'https://blogs.bmj.com/bmj/2020/01/02/a-post/',
  ],
} satisfies Portal
