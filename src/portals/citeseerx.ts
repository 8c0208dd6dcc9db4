import type { Portal } from './portal.ts'

/** CiteSeerX: the pages before 2022, which saved copies show, and the application that followed them. */
export const citeseerx = {
  id: 'citeseerx',
  name: 'CiteSeerX',
  hosts: ['citeseerx.ist.psu.edu', 'citeseer.ist.psu.edu', 'csxstatic.ist.psu.edu'],
  path: /^\/(?:viewdoc\/summary(?:;.*)?|doc\/10\.1\.1\.[\d.]+|doc_view\/pid\/[\da-f]{40})\/?$/,
  abstract: ['#viewContent #abstract'],
  pages: [
    'http://citeseerx.ist.psu.edu/viewdoc/summary?doi=10.1.1.26.2787',
    'https://citeseerx.ist.psu.edu/doc/10.1.1.26.2787',
    'https://citeseerx.ist.psu.edu/doc_view/pid/497490d0d3ab2724e58b03765055f7a134ce89d3',
  ],
  notPages: [
    'http://citeseerx.ist.psu.edu/search?q=tides',
    'http://citeseerx.ist.psu.edu/viewdoc/download?doi=10.1.1.26.2787&rep=rep1&type=pdf',
    'https://citeseerx.ist.psu.edu/pdf/497490d0d3ab2724e58b03765055f7a134ce89d3',
  ],
} satisfies Portal
