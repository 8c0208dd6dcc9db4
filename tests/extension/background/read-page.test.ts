import { beforeEach, describe, expect, test, vi } from 'vitest'

const url = 'https://example.org/paper'

/** What the tab's script answers, one after the other, and what was put into the tab. */
const tab = vi.hoisted(() => ({
  answers: [] as unknown[],
  injected: [] as string[],
  refused: '',
  url: '',
}))

vi.mock('../../../extension/content/capture.iife.ts?script', () => ({ default: 'capture.js' }))
vi.mock('../../../extension/content/mathematics.iife.ts?script', () => ({
  default: 'mathematics.js',
}))
vi.mock('webextension-polyfill', async () => {
  const { fakeBrowser } = await import('../support/fake-browser.ts')
  return {
    default: {
      ...fakeBrowser,
      scripting: {
        executeScript: async ({ files: [file = ''] }: { files: string[] }) => {
          if (file === tab.refused) throw new Error('refused')
          tab.injected.push(file)
        },
      },
      tabs: {
        get: async () => ({ url: tab.url }),
        sendMessage: async () => ({ ok: true, value: tab.answers.shift() }),
      },
    },
  }
})

const { readPage } = await import('../../../extension/background/read-page.ts')

const answer = (abstract: string, more: object = {}, at = url): object => ({
  capture: {
    kind: 'abstract',
    item: { type: 'article-journal', title: 'Lamps', abstract },
    sections: [{ text: abstract }],
    publicationTypes: [],
    identifiers: [],
    source: {
      url: at,
      portal: 'generic',
      capturedAt: '2026-01-02T03:04:05.000Z',
      fields: {},
      removed: [],
      doubts: [],
    },
    ...more,
  },
  settled: true,
})

const abstractRead = async (): Promise<string | undefined> => {
  const read = await readPage(7)
  return read.ok ? read.capture.item.abstract : undefined
}

describe('a page with mathematics', () => {
  beforeEach(() => {
    Object.assign(tab, { answers: [], injected: [], refused: '', url })
  })

  test('gets the script for it when its capture asks, and is read again', async () => {
    tab.answers = [answer('in a line', { needsMathematics: true }), answer('in $L$')]
    expect(await abstractRead()).toBe('in $L$')
    expect(tab.injected).toEqual(['capture.js', 'mathematics.js'])
    expect(tab.answers).toEqual([])
  })

  test('is not asked again without end', async () => {
    tab.answers = [
      answer('one', { needsMathematics: true }),
      answer('two', { needsMathematics: true }),
      answer('three'),
    ]
    expect(await abstractRead()).toBe('two')
  })

  test('nothing but the capture script goes into any other page', async () => {
    tab.answers = [answer('plain')]
    expect(await abstractRead()).toBe('plain')
    expect(tab.injected).toEqual(['capture.js'])
  })

  test.each([
    ['the script cannot be put there', { refused: 'mathematics.js' }, answer('never asked')],
    ['the second answer is none', {}, undefined],
    ['the page has gone elsewhere', {}, answer('other', {}, 'https://example.org/other')],
  ])('is kept as it was read first where %s', async (_name, how, second) => {
    Object.assign(tab, how)
    tab.answers = [answer('in a line', { needsMathematics: true }), second]
    expect(await abstractRead()).toBe('in a line')
  })
})

describe('what a page is and where it is', () => {
  beforeEach(() => {
    Object.assign(tab, { answers: [], injected: [], refused: '', url })
  })

  test.each(['chrome://settings/', 'about:config', 'data:text/html,x', 'view-source:https://a.b/'])(
    '%s is refused, and no script put there',
    async (address) => {
      tab.url = address
      tab.answers = [answer('plain')]
      expect((await readPage(7)).ok).toBe(false)
      expect(tab.injected).toEqual([])
    },
  )

  test('is the tab’s address, whatever the page says of itself', async () => {
    const elsewhere = 'https://other.example/paper'
    tab.answers = [answer('plain', {}, elsewhere), answer('plain', {}, elsewhere)]
    const read = await readPage(7)
    expect(read.ok && read.capture.source.url).toBe(url)
    expect(read.ok && read.capture.identifiers).toEqual([`url:${url}`])
  })

  test('a selection is no longer than an abstract', async () => {
    tab.answers = [{ ...answer('plain'), selection: 'a'.repeat(50_000) }]
    const read = await readPage(7)
    expect(read.ok && read.selection?.length).toBe(20_000)
  })
})
