import type { Portal } from './portal.ts'

/** OpenReview: the paper's fields on top (`Abstract:` is one of them), its reviews with summaries of their own below. */
export const openreview = {
  id: 'openreview',
  name: 'OpenReview',
  hosts: ['openreview.net', 'www.openreview.net'],
  path: /^\/forum$/,
  pages: [
    'https://openreview.net/forum?id=LzPWWPAdY4',
    'https://openreview.net/forum?id=SJU4ayYgl&noteId=SJU4ayYgl',
  ],
  notPages: [
    'https://openreview.net/',
    'https://openreview.net/group?id=ICLR.cc/2024/Conference',
    'https://openreview.net/pdf?id=LzPWWPAdY4',
    'https://openreview.net/profile?id=~Ada_Lovelace1',
  ],
} satisfies Portal
