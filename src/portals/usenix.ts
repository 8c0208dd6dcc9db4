import type { Portal } from './portal.ts'

/** USENIX: a talk's page; the abstract is a field without a heading on the older pages. */
export const usenix = {
  id: 'usenix',
  name: 'USENIX',
  hosts: ['www.usenix.org', 'usenix.org'],
  path: /^\/conference\/[\w-]+\/(?:(?:technical-sessions|workshop-program)\/)?presentation\/[\w-]+\/?$/,
  type: 'paper-conference',
  abstract: ['.field-name-field-paper-description-long', '.field-name-field-paper-description'],
  pages: [
    'https://www.usenix.org/conference/usenixsecurity22/presentation/bulekov',
    'https://www.usenix.org/conference/osdi14/technical-sessions/presentation/smith',
  ],
  notPages: [
    'https://www.usenix.org/conference/usenixsecurity22',
    'https://www.usenix.org/conference/usenixsecurity22/technical-sessions',
    'https://www.usenix.org/system/files/sec22-bulekov.pdf',
  ],
} satisfies Portal
