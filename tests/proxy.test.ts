import { expect, test } from 'vitest'
import type { Portal } from '../src/portals/portal.ts'
import { withoutProxy } from '../src/portals/proxy.ts'

const portals: Portal[] = [
  {
    id: 'a',
    name: 'A',
    hosts: ['www.roofs.com', '*.tiles-online.com'],
    path: /^\/articles\//,
    pages: [],
    notPages: [],
  },
]

test.each([
  ['https://www-roofs-com.ezproxy.example.edu/articles/1', 'https://www.roofs.com/articles/1'],
  ['https://www.roofs.com.ezproxy.example.edu/articles/1', 'https://www.roofs.com/articles/1'],
  ['http://www.roofs.com.proxy.example.edu:2048/articles/1', 'https://www.roofs.com/articles/1'],
  ['https://www-roofs-com.eu1.proxy.openathens.net/articles/1', 'https://www.roofs.com/articles/1'],
  [
    'https://slate-tiles-online-com.idm.oclc.org/articles/1',
    'https://slate.tiles-online.com/articles/1',
  ],
  [
    'https://slate-tiles--online-com.ezp.example.edu/articles/1',
    'https://slate.tiles-online.com/articles/1',
  ],
])('%s is %s', (proxied, own) => {
  expect(withoutProxy(new URL(proxied), portals).href).toBe(own)
})

test.each([
  'https://www.roofs.com.example.com/articles/1',
  'https://www-roofs-com.example.com/articles/1',
  'https://www-roofs-com.ezproxy.example.edu/search',
  'https://xwww.roofs.com.ezproxy.example.edu/articles/1',
  'https://www.roofs.com/articles/1',
])('%s stays itself', (url) => {
  expect(withoutProxy(new URL(url), portals).href).toBe(url)
})
