import { expect, test, vi } from 'vitest'
import { pageLink } from '../../../extension/ui/by-line.ts'

vi.mock('webextension-polyfill', () => import('../support/fake-browser.ts'))

test.each([
  'javascript:alert(1)',
  ' java\nscript:alert(1)',
  'JaVaScRiPt:alert(1)//https://a.example/',
  'data:text/html,x',
  'vbscript:x',
  'file:///etc/passwd',
  'chrome://settings',
  '',
])('%j is no link', (address) => {
  expect(pageLink(address)).toBeUndefined()
})

test('a link to a page names nobody', () => {
  expect(pageLink('https://user:secret@www.journal.example/paper')).toEqual({
    href: 'https://www.journal.example/paper',
    host: 'journal.example',
  })
})
