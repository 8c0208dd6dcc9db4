import type { Item } from '../item/item.ts'
import type { Portal } from './portal.ts'

/** Annual Reviews: Ingenta since 2023, Atypon before it, where only the page names the journal and the pages. */
export const annualReviews = {
  id: 'annual-reviews',
  name: 'Annual Reviews',
  hosts: ['www.annualreviews.org', 'annualreviews.org', 'arjournals.annualreviews.org'],
  path: /^\/(?:content\/journals|doi(?:\/(?:abs|full))?)\/10\.\d{4,9}\/[^/]+$/,
  type: 'article-journal',
  abstract: [
    '#abstract_content .articleabstract .description',
    '#abstract_content .articleabstract',
    '.article-content .abstractSection.abstractInFull',
    '.hlFld-Abstract .abstractSection',
  ],
  fields: { 'container-title': ['.article-header .journal-issue strong'] },
  titleSuffix: /\s*\|\s*Annual Reviews?(?: of [^|]{3,80})?\s*$/u,
  pages: [
    'https://www.annualreviews.org/content/journals/10.1146/annurev-zzmar-044170-112233',
    'https://www.annualreviews.org/doi/abs/10.1146/annurev-zzphys-094417-101112',
    'https://www.annualreviews.org/doi/10.1146/annurev-zzphys-094417-101112',
  ],
  notPages: [
    'https://www.annualreviews.org/content/journals/marine',
    'https://www.annualreviews.org/toc/conmatphys/8/1',
    'https://www.annualreviews.org/search?value1=brine',
    'https://www.annualreviews.org/doi/pdf/10.1146/annurev-zzphys-094417-101112',
  ],
  adjust: withVolume,
} satisfies Portal

/** `Vol. 8:145-168 (Volume publication date …)` under the title; a volume has no issues, whatever the head says. */
function withVolume(item: Item, { document }: { document: Document }): Item {
  const { issue: _, ...adjusted } = item
  const [, volume, first, last] =
    /Vol\.\s*(\d+):(\d+)[-–](\d+)/u.exec(
      document.querySelector('.article-details')?.textContent ?? '',
    ) ?? []
  return volume && first && last ? { ...adjusted, volume, page: `${first}-${last}` } : adjusted
}
