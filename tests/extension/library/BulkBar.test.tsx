// @vitest-environment jsdom
import { afterEach, expect, test, vi } from 'vitest'
import { BulkBar } from '../../../extension/library/BulkBar.tsx'
import type { LongWork } from '../../../extension/library/use-long-work.ts'
import { ShellContext } from '../../../extension/ui/shell.ts'
import { AnnouncerContext, useAnnouncements } from '../../../extension/ui/use-announcer.ts'
import type { LibraryList } from '../../../extension/ui/use-library-list.ts'
import { type Selection, useSelection } from '../../../extension/ui/use-selection.ts'
import { fakeShell } from '../support/fake-shell.ts'
import { all, hide, perform, show, the } from '../support/screen.ts'

vi.mock('webextension-polyfill', () => import('../support/fake-browser.ts'))

afterEach(hide)

let selection: Selection

function Page({ list }: { list: LibraryList }) {
  const { announcer } = useAnnouncements()
  selection = useSelection()
  return (
    <AnnouncerContext.Provider value={announcer}>
      <BulkBar list={list} selection={selection} tags={[]} long={{} as LongWork} />
    </AnnouncerContext.Provider>
  )
}

/** A bar beside a list that was searched, of papers with these ids; those of `ticked` are ticked. */
async function bar(ids: string[], ticked: string[]) {
  const { library, ...shell } = fakeShell()
  const list = { query: { text: 'sea', tags: [] }, total: ids.length } as unknown as LibraryList
  await show(
    <ShellContext.Provider value={{ ...shell, library: { ...library, ids: async () => ids } }}>
      <Page list={list} />
    </ShellContext.Provider>,
  )
  await perform(() => selection.add(ticked))
  return () => document.querySelector('[role=toolbar] > span')?.textContent
}

test('what was ticked and is not in the list is told of, and the list’s papers can be ticked beside it', async () => {
  const said = await bar(['d', 'e', 'f'], ['a', 'b', 'd'])
  expect(said()).toBe('3 selected · not in this list: 2')
  await perform(() => the('button', 'Select all 3').click())
  expect([...selection.ids].sort()).toEqual(['a', 'b', 'd', 'e', 'f'])
  expect(said()).toBe('5 selected · not in this list: 2')
  expect(all('button', 'Select all 3')).toEqual([])
})

test('as many ticked elsewhere as there are in the list are not those of the list', async () => {
  await bar(['d', 'e'], ['a', 'b'])
  expect(all('button', 'Select all 2')).toHaveLength(1)
})
