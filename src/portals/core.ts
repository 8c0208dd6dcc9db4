import type { Portal } from './portal.ts'

/** CORE, the aggregator of repositories: the pages of one work or one copy of it, and the reader with the PDF. */
export const core = {
  id: 'core',
  name: 'CORE',
  hosts: ['core.ac.uk', 'www.core.ac.uk'],
  path: /^\/(?:works|outputs|display|reader)\/\d+(?:\/[\w-]*)?$/,
  pages: [
    'https://core.ac.uk/works/12345678',
    'https://core.ac.uk/outputs/200304567',
    'https://core.ac.uk/reader/200304567',
    'https://core.ac.uk/display/200304567',
  ],
  notPages: [
    'https://core.ac.uk/search?q=tides',
    'https://core.ac.uk/download/200304567.pdf',
    'https://core.ac.uk/data-providers/140',
  ],
} satisfies Portal
