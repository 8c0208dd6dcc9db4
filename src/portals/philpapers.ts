import type { Portal } from './portal.ts'

/** PhilPapers and PhilArchive: records with names such as `SMIAAP-3`. */
export const philpapers = {
  id: 'philpapers',
  name: 'PhilPapers',
  hosts: ['philpapers.org', 'www.philpapers.org', 'philarchive.org', 'www.philarchive.org'],
  path: /^\/(?:rec|archive)\/[A-Z]{3,12}(?:-\d{1,4})?(?:v\d{1,3})?\/?$/,
  pages: ['https://philpapers.org/rec/FOOTPO-2', 'https://philarchive.org/rec/VELPR'],
  notPages: [
    'https://philpapers.org/browse/epistemology',
    'https://philpapers.org/s/tides',
    'https://philpapers.org/profile/1234',
    'https://philarchive.org/archive/VELPR.pdf',
  ],
} satisfies Portal
