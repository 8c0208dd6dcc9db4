// @vitest-environment jsdom
import { useState } from 'preact/hooks'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type LongWork, useLongWork } from '../../../extension/library/use-long-work.ts'
import { useRetagged } from '../../../extension/library/use-retagged.ts'
import { type LibraryWork, WorkContext } from '../../../extension/library/work.ts'
import { defaultSettings, type Settings } from '../../../extension/settings.ts'
import type { ListQuery } from '../../../extension/ui/library-reader.ts'
import { ShellContext } from '../../../extension/ui/shell.ts'
import { AnnouncerContext } from '../../../extension/ui/use-announcer.ts'
import type { LibraryList } from '../../../extension/ui/use-library-list.ts'
import type { Task } from '../../../src/library/task.ts'
import { fakeShell } from '../support/fake-shell.ts'
import { hide, perform, show } from '../support/screen.ts'

vi.mock('webextension-polyfill', () => import('../support/fake-browser.ts'))

let settings: Settings
let query: ListQuery
let search: (query: ListQuery) => void
let long: LongWork
let undo: (() => void) | undefined
let stopped: boolean
let unfinished: Task | undefined

beforeEach(async () => {
  settings = {
    ...defaultSettings,
    projects: ['tag:common -mice', 'rats', 'tag:shared'],
    reviewOf: 'tag:common',
  }
  stopped = false
  unfinished = undefined
  const work: Partial<LibraryWork> = {
    run: async () => ({ changed: 2, kept: 0, stopped, action: 4 }),
    unfinished: async () =>
      unfinished && {
        task: unfinished,
        progress: { next: 0, done: 0, of: 0, changed: 0, kept: 0 },
      },
  }
  const announcer = {
    say: (_text: string, taking?: () => void) => {
      undo = taking
    },
    fail: (text: string) => {
      throw new Error(text)
    },
    tell: () => {},
    clear: () => {},
  }
  function Page() {
    ;[query, search] = useState<ListQuery>({ text: 'tag:common 1908', tags: ['Common', 'salt'] })
    long = useLongWork(useRetagged({ query, search } as LibraryList).follow)
    return null
  }
  const shell = fakeShell(
    {},
    {
      settings: {
        read: async () => settings,
        change: async (changed) => {
          settings = { ...settings, ...changed }
          return settings
        },
        onChange: () => () => {},
      },
    },
  )
  await show(
    <ShellContext.Provider value={shell}>
      <WorkContext.Provider value={work as LibraryWork}>
        <AnnouncerContext.Provider value={announcer}>
          <Page />
        </AnnouncerContext.Provider>
      </WorkContext.Provider>
    </ShellContext.Provider>,
  )
})
afterEach(hide)

const rename: Task = { kind: 'retag', from: ['common'], to: 'shared' }
const run = (task: Task | undefined) => perform(() => long.run(task, '', () => ''))
const kept = () => [...settings.projects, settings.reviewOf]

test('filters, the search and kept searches follow a renaming, and its undo', async () => {
  await run(rename)
  expect(query).toEqual({ text: 'tag:shared 1908', tags: ['shared', 'salt'] })
  expect(kept()).toEqual(['tag:shared -mice', 'rats', 'tag:shared', 'tag:shared'])
  await perform(() => undo?.())
  expect(query).toEqual({ text: 'tag:common 1908', tags: ['Common', 'salt'] })
  expect(kept()).toEqual(['tag:common -mice', 'rats', 'tag:shared', 'tag:common'])
})

test('an undo leaves what was filtered, kept and forgotten since', async () => {
  await run(rename)
  await perform(() => search({ text: 'tides', tags: ['shared'] }))
  settings = { ...settings, projects: ['new', 'tag:shared -mice'], reviewOf: 'new' }
  await perform(() => undo?.())
  expect(query).toEqual({ text: 'tides', tags: ['common'] })
  expect(kept()).toEqual(['new', 'tag:common -mice', 'new'])
})

test('a deleted tag filters no longer, until that is taken back; a search that was kept for it stays', async () => {
  await run({ kind: 'retag', from: ['common'] })
  expect(query).toEqual({ text: '1908', tags: ['salt'] })
  expect(kept()).toEqual(['tag:common -mice', 'rats', 'tag:shared', 'tag:common'])
  await perform(() => undo?.())
  expect(query).toEqual({ text: 'tag:common 1908', tags: ['Common', 'salt'] })
})

test('nothing follows a renaming that was stopped, since papers have both names then', async () => {
  stopped = true
  await run(rename)
  expect(query.tags).toEqual(['Common', 'salt'])
  expect(settings.reviewOf).toBe('tag:common')
})

test('a renaming that the browser’s end cut off is followed when it is gone on with', async () => {
  unfinished = rename
  await run(undefined)
  expect(query.tags).toEqual(['shared', 'salt'])
  expect(settings.reviewOf).toBe('tag:shared')
})
