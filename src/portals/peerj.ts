import type { Portal } from './portal.ts'

/** PeerJ, PeerJ Computer Science and the other PeerJ journals, and the preprints of 2013–2019. */
export const peerj = {
  id: 'peerj',
  name: 'PeerJ',
  hosts: ['peerj.com'],
  path: /^\/(?:articles\/(?:[a-z]+-)?\d+|preprints\/\d+(?:v\d+)?)\/?$/,
  abstract: ['.article-meta .abstract', '.abstract[itemprop="description"]'],
  titleSuffix: /\s*\[PeerJ[^\]]{0,40}\]\s*$/u,
  pages: [
    'https://peerj.com/articles/99486/',
    'https://peerj.com/articles/cs-9999/',
    'https://peerj.com/preprints/99999v1/',
  ],
  notPages: [
    'https://peerj.com/articles/',
    'https://peerj.com/articles/99486/reviews/',
    'https://peerj.com/articles/?journal=cs&q=moss',
    'https://peerj.com/articles/99486.pdf',
    'https://peerj.com/blog/post/115284888868/an-invented-interview/',
  ],
} satisfies Portal
