import type { Portal } from './portal.ts'

/** ACL Anthology: papers with the ids of before and after 2020; a volume's front matter has the number 0. */
export const aclAnthology = {
  id: 'acl-anthology',
  name: 'ACL Anthology',
  hosts: ['aclanthology.org', 'www.aclanthology.org', 'www.aclweb.org'],
  path: /^\/(?:anthology\/)?(?:[A-Z]\d{2}-[1-9]\d{3,4}|\d{4}\.[\w-]{1,40}\.[1-9]\d{0,4})\/?$/,
  abstract: ['.acl-abstract > span', '.acl-abstract'],
  pages: [
    'https://aclanthology.org/N19-1423/',
    'https://aclanthology.org/2020.acl-main.447/',
    'https://www.aclweb.org/anthology/P18-1001',
  ],
  notPages: [
    'https://aclanthology.org/volumes/2020.acl-main/',
    'https://aclanthology.org/2020.acl-main.0/',
    'https://aclanthology.org/people/radu-florian/',
    'https://aclanthology.org/events/acl-2020/',
    'https://aclanthology.org/N19-1423.pdf',
  ],
} satisfies Portal
