import type { Portal } from './portal.ts'

/** ResearchGate: public pages of publications; `property="citation_…"` tags, related publications with their abstracts. */
export const researchGate = {
  id: 'researchgate',
  name: 'ResearchGate',
  hosts: ['www.researchgate.net', 'researchgate.net'],
  path: /^\/publication\/\d{5,}(?:_[^/]+)?\/?$/,
  abstract: [
    '.research-detail-middle-section__abstract',
    '.publication-abstract-text',
    '.publication-abstract .pub-text',
  ],
  pages: [
    'https://www.researchgate.net/publication/351234567_Counting_tides_in_small_harbours',
    'https://www.researchgate.net/publication/351234567',
  ],
  notPages: [
    'https://www.researchgate.net/profile/Wilhelmina-Farrow',
    'https://www.researchgate.net/publication/351234567_Counting_tides/figures',
    'https://www.researchgate.net/figure/A-tide-gauge_fig1_351234567',
    'https://www.researchgate.net/post/How_to_count_tides',
    'https://www.researchgate.net/journal/Tides-1234-5678',
  ],
} satisfies Portal
