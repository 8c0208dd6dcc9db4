import type { Portal } from './portal.ts'

/** Read by QxMD (WebMD): PubMed's records with the portal's own buttons above and fifteen lines of furniture below. */
export const qxmd = {
  id: 'qxmd',
  name: 'Read by QxMD',
  hosts: ['read.qxmd.com', 'www.readbyqxmd.com'],
  path: /^\/read\/\d+(?:\/|$)/,
  type: 'article-journal',
  silent: true,
  unlabelled: true,
  identifiers: [{ variable: 'PMID', match: /^\/read\/(\d{1,9})(?:\/|$)/ }],
  titleSuffix: /\s*[|–-]\s*Read (?:by QxMD|by qxmd)\s*$/u,
  pages: [
    'https://read.qxmd.com/read/25829391/an-invented-paper',
    'https://read.qxmd.com/read/25829391',
  ],
  notPages: [
    'https://read.qxmd.com/',
    'https://read.qxmd.com/search?q=lymphoma',
    'https://read.qxmd.com/journal/123',
  ],
} satisfies Portal
