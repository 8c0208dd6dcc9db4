// @vitest-environment jsdom
import 'fake-indexeddb/auto'
import { beforeEach, expect, test, vi } from 'vitest'
import { onMenu } from '../../../extension/background/menus.ts'

const said = vi.hoisted(() => [] as string[])

vi.mock('webextension-polyfill', async () => {
  const { fakeArea } = await import('../support/fake-area.ts')
  return {
    default: {
      i18n: {
        getMessage: (key: string, fill: string | string[] = []) =>
          [key, ...[fill].flat()].join(' '),
      },
      runtime: { getURL: (path: string) => `moz-extension://offprint/${path}` },
      storage: { session: fakeArea(new Map()), local: fakeArea(new Map()) },
      scripting: {
        executeScript: async ({
          func,
          args,
        }: {
          func: (link: string) => string
          args: [string]
        }) => [{ result: func(...args) }],
      },
    },
  }
})
vi.mock('../../../extension/background/read-page.ts', () => ({ readPage: async () => undefined }))
vi.mock('../../../extension/background/badge.ts', () => ({ repaintTab: async () => undefined }))
vi.mock('../../../extension/background/toast.ts', () => ({
  say: async (_tabId: number, text: string) => void said.push(text),
}))

const saveLink = (linkUrl: string) =>
  onMenu({ menuItemId: 'save-link', linkUrl, editable: false, modifiers: [] }, {
    id: 7,
  } as Parameters<typeof onMenu>[1])

beforeEach(() => {
  said.length = 0
})

test('a link that holds an image is saved by the words in its place', async () => {
  document.body.innerHTML = '<a href="https://example.org/1"><img alt="On tides"></a>'
  await saveLink('https://example.org/1')
  await saveLink('https://example.org/1')
  expect(said).toEqual(['noticeSavedLink On tides', 'noticeSavedBefore On tides'])
})

test('of a link without any words it is said that the title is to come', async () => {
  document.body.innerHTML = '<a href="https://example.org/2"><img></a>'
  await saveLink('https://example.org/2')
  await saveLink('https://example.org/2')
  expect(said).toEqual(['noticeSavedBareLink', 'noticeSavedBefore example.org/2'])
})
