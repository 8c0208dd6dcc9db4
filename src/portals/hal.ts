import type { Portal } from './portal.ts'

/**
 * HAL with all its portals and TEL for theses: the pages of 2022 and after, whose abstracts lie in one layer a
 * language, and those before, where each stands behind its label in bold. MédiHAL's numbers are pictures.
 */
export const hal = {
  id: 'hal',
  name: 'HAL',
  hosts: [
    '*.hal.science',
    '*.archives-ouvertes.fr',
    'hal.inria.fr',
    'hal.inrae.fr',
    'hal.umontpellier.fr',
  ],
  path: /^\/(?:[A-Z\d_-]{2,40}\/)?(?!medihal)[a-z]+(?:[-_][a-z]+){0,3}-\d{8}(?:v\d+)?\/?$/,
  abstract: ['.abstract-content.active', '.abstract-content'],
  pages: [
    'https://hal.science/hal-03700064v1',
    'https://theses.hal.science/tel-02083632v1',
    'https://hal.archives-ouvertes.fr/jpa-00235190',
    'https://hal.science/LIRMM/hal-03700064',
    'https://hal.inria.fr/inria-00100001/',
  ],
  notPages: [
    'https://hal.science/search/index?q=tides',
    'https://hal.science/hal-03700064v1/document',
    'https://hal.science/hal-03700064/file/paper.pdf',
    'https://medihal.archives-ouvertes.fr/medihal-01234567',
    'https://hal.science/LIRMM',
  ],
} satisfies Portal
