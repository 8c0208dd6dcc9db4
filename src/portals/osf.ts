import type { Portal } from './portal.ts'

/**
 * OSF Preprints and its communities (PsyArXiv, SocArXiv …): drawn late, and the head's tags with it, so that only
 * the address tells at first. OSF's identifiers have no `i`, `l`, `o`, `0` or `1`; its communities' names do.
 */
export const osf = {
  id: 'osf',
  name: 'OSF',
  hosts: ['osf.io', 'www.osf.io'],
  path: /^\/preprints\/(?:[a-z]{4,20}\/)?[2-9a-hjkmnp-z]{5}(?:_v\d+)?\/?$/,
  silent: true,
  type: 'article',
  titleSuffix: /^\s*OSF(?: Preprints)?\s*\|\s*|\s*\|\s*OSF(?: Preprints)?\s*$/u,
  pages: [
    'https://osf.io/preprints/psyarxiv/nx2b4',
    'https://osf.io/preprints/psyarxiv/nx2b4_v2',
    'https://osf.io/preprints/b2xmp',
  ],
  notPages: [
    'https://osf.io/preprints/psyarxiv',
    'https://osf.io/preprints/bitss',
    'https://osf.io/preprints/psyarxiv/discover',
    'https://osf.io/search',
  ],
} satisfies Portal
