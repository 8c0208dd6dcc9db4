import type { Item, ItemType } from '../item/item.ts'
import type { Portal } from './portal.ts'

/** Zenodo: its description is a publication's abstract; data and software have the same page. */
export const zenodo = {
  id: 'zenodo',
  name: 'Zenodo',
  hosts: ['zenodo.org', 'www.zenodo.org'],
  path: /^\/records?\/\d+\/?$/,
  abstract: ['#description'],
  fields: { genre: ['#record-info [aria-label="Resource type"]'] },
  pages: ['https://zenodo.org/records/7654321', 'https://zenodo.org/record/123456'],
  notPages: [
    'https://zenodo.org/',
    'https://zenodo.org/search?q=tides',
    'https://zenodo.org/communities/harbours/',
    'https://zenodo.org/records/7654321/files/paper.pdf',
    'https://zenodo.org/records/7654321/preview/paper.pdf',
  ],
  adjust: typed,
} satisfies Portal

/** Zenodo's resource types (help.zenodo.org) that CSL has a name for. */
const types: Readonly<Record<string, ItemType>> = {
  'Journal article': 'article-journal',
  'Conference paper': 'paper-conference',
  'Conference proceeding': 'book',
  'Book chapter': 'chapter',
  Book: 'book',
  Thesis: 'thesis',
  Report: 'report',
  'Working paper': 'report',
  'Technical note': 'report',
  Preprint: 'article',
  Dataset: 'dataset',
  Software: 'software',
  Standard: 'standard',
}

/** The label beside the date says what the record is. */
function typed({ genre, ...item }: Item): Item {
  return { ...item, type: types[genre ?? ''] ?? 'document' }
}
