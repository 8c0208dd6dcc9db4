// @vitest-environment jsdom
import { afterEach, expect, test, vi } from 'vitest'
import type { ListQuery } from '../../../extension/ui/library-reader.ts'
import { type Shell, ShellContext } from '../../../extension/ui/shell.ts'
import { type Announcer, AnnouncerContext } from '../../../extension/ui/use-announcer.ts'
import { type LibraryList, useLibraryList } from '../../../extension/ui/use-library-list.ts'
import type { RecordRow } from '../../../src/item/record.ts'
import { fakeShell } from '../support/fake-shell.ts'
import { hide, perform, show } from '../support/screen.ts'

vi.mock('webextension-polyfill', () => import('../support/fake-browser.ts'))
afterEach(hide)

const rows: RecordRow[] = Array.from({ length: 50 }, (_, n) => ({
  id: `r:${n}`,
  title: `Tide ${n}`,
  names: '',
  tags: [],
  savedAt: '2026-11-20T10:00:00.000Z',
}))

const announcer: Announcer = { say() {}, tell() {}, fail() {}, clear() {} }

/** The list over a library of 324 papers, which gives for a search without a value what it gives for none. */
async function open(): Promise<{ list(): LibraryList; search(query: ListQuery): Promise<void> }> {
  const { library } = fakeShell()
  const reader: Shell['library'] = {
    ...library,
    list: async () => ({ rows, words: [], isIndexing: false }),
    numbers: async () => Uint32Array.from({ length: 324 }, (_, n) => 324 - n),
    counts: async () => ({ records: 324 }),
  }
  let list: LibraryList | undefined
  function Reader() {
    list = useLibraryList()
    return null
  }
  await show(
    <ShellContext.Provider value={fakeShell({}, { library: reader })}>
      <AnnouncerContext.Provider value={announcer}>
        <Reader />
      </AnnouncerContext.Provider>
    </ShellContext.Provider>,
  )
  const newest = () => {
    if (!list) throw new Error('nothing is shown')
    return list
  }
  return { list: newest, search: (query) => perform(() => newest().search(query)) }
}

test.each(['', ' ', 'tag:', 'author:', 'year:', '-'])(
  'a search without a value, “%s”, has a place for every paper and says how many there are',
  async (text) => {
    const { list, search } = await open()
    await search({ text, tags: [] })
    expect(list()).toMatchObject({ total: 324, length: 324, all: 324 })
  },
)
