import type { Platform } from '../portal.ts'

/** Silverchair, as Oxford, AIP, Karger, Emerald and many societies run it. */
export const silverchair = {
  id: 'silverchair',
  name: 'Silverchair',
  markup: ['.widget-ArticleTopInfo'],
  abstract: ['#ContentTab section.abstract', 'section.abstract'],
} satisfies Platform
