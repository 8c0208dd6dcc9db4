import { beforeEach, expect, test, vi } from 'vitest'
import { welcome } from '../../../extension/background/welcome.ts'

const { opened, self } = vi.hoisted(() => ({
  opened: [] as { url: string }[],
  self: { installType: 'normal' },
}))

vi.mock('webextension-polyfill', () => ({
  default: {
    management: { getSelf: async () => self },
    runtime: { getURL: (path: string) => `chrome-extension://offprint/${path}` },
    tabs: { create: async (tab: { url: string }) => void opened.push(tab) },
  },
}))

beforeEach(() => {
  opened.length = 0
  self.installType = 'normal'
})

test('who has installed it sees what it is for', async () => {
  await welcome('install')
  expect(opened).toEqual([{ url: 'chrome-extension://offprint/extension/welcome/index.html' }])
})

test.each(['update', 'browser_update'])('nobody sees it again at: %s', async (reason) => {
  await welcome(reason)
  expect(opened).toEqual([])
})

test('a folder that is loaded again and again opens nothing', async () => {
  self.installType = 'development'
  await welcome('install')
  expect(opened).toEqual([])
})
