// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { LibraryChanged } from '../../../extension/messages.ts'
import { FollowSelection } from '../../../extension/ui/FollowSelection.tsx'
import { ShellContext } from '../../../extension/ui/shell.ts'
import { AnnouncerContext } from '../../../extension/ui/use-announcer.ts'
import { type Selection, useSelection } from '../../../extension/ui/use-selection.ts'
import type { LibraryRecord } from '../../../src/item/record.ts'
import { fakeShell } from '../support/fake-shell.ts'
import { record } from '../support/papers.ts'
import { hide, perform, show } from '../support/screen.ts'

vi.mock('webextension-polyfill', () => import('../support/fake-browser.ts'))

let selection: Selection
let tell: (change: LibraryChanged) => void
/** What the library has by each id. */
let found: Map<string, LibraryRecord>
const announcer = { say: () => {}, fail: vi.fn(), tell: () => {}, clear: () => {} }

beforeEach(async () => {
  const { library } = fakeShell()
  found = new Map(['a', 'b', 'c'].map((id) => [id, { ...record, id }]))
  const listeners = new Set<(change: LibraryChanged) => void>()
  tell = (change) => {
    for (const listener of listeners) listener(change)
  }
  const shell = fakeShell(
    {},
    {
      onChange(listener) {
        listeners.add(listener)
        return () => listeners.delete(listener)
      },
      library: {
        ...library,
        get: async (id) => found.get(id),
        ids: async () =>
          [...found].filter(([id, each]) => each.id === id && !each.deleted).map(([id]) => id),
      },
    },
  )
  function Page() {
    selection = useSelection()
    return <FollowSelection selection={selection} />
  }
  await show(
    <ShellContext.Provider value={shell}>
      <AnnouncerContext.Provider value={announcer}>
        <Page />
      </AnnouncerContext.Provider>
    </ShellContext.Provider>,
  )
  await perform(() => selection.add(['a', 'b']))
})
afterEach(async () => {
  await hide()
  vi.useRealTimers()
})

const ticked = () => [...selection.ids].sort()

test('a paper that is deleted is ticked no longer, one that is only changed still is', async () => {
  found.set('a', { ...record, id: 'a', deleted: true })
  await perform(() => tell({ ids: ['a', 'b', 'c'], counter: 1 }))
  expect(ticked()).toEqual(['b'])
})

test('one that is gone for good is ticked no longer; for one that became part of another, that one is', async () => {
  found.delete('a')
  found.set('b', { ...record, id: 'c' })
  await perform(() => tell({ ids: ['a', 'b'], counter: 1 }))
  expect(ticked()).toEqual(['c'])
})

test('after work on too many to name, what left the library is unticked once that has come to rest', async () => {
  vi.useFakeTimers()
  found.set('a', { ...record, id: 'a', deleted: true })
  tell({ ids: [], counter: 1 })
  await vi.advanceTimersByTimeAsync(600)
  tell({ ids: [], counter: 2 })
  await vi.advanceTimersByTimeAsync(600)
  expect(ticked()).toEqual(['a', 'b'])
  await vi.advanceTimersByTimeAsync(200)
  vi.useRealTimers()
  await perform(() => {})
  expect(ticked()).toEqual(['b'])
})
