// @vitest-environment jsdom
import { afterEach, expect, test, vi } from 'vitest'
import { useLongWork } from '../../../extension/library/use-long-work.ts'
import { type LibraryWork, WorkContext } from '../../../extension/library/work.ts'
import { ShellContext } from '../../../extension/ui/shell.ts'
import { AnnouncerContext } from '../../../extension/ui/use-announcer.ts'
import type { Task } from '../../../src/library/task.ts'
import { fakeShell } from '../support/fake-shell.ts'
import { hide, perform, show, the } from '../support/screen.ts'

vi.mock('webextension-polyfill', () => import('../support/fake-browser.ts'))

afterEach(hide)

function Purge() {
  const long = useLongWork()
  const run = () => void long.run({ kind: 'purge' }, 'Emptying', () => 'Emptied')
  return (
    <button type="button" onClick={run}>
      Empty
    </button>
  )
}

/** A page that does one task, of which the background says `action`, and whose newest action is another one. */
async function open(action: { action?: number }) {
  const tasks: (Task | undefined)[] = []
  const said: { text: string; undo?: (() => void) | undefined }[] = []
  const work: Partial<LibraryWork> & { undoable(): Promise<unknown> } = {
    run: async (task) => {
      tasks.push(task)
      return { changed: 3, kept: 0, stopped: false, ...(task?.kind === 'undo' ? {} : action) }
    },
    undoable: async () => ({ n: 9, action: 'save', records: 1, isLarge: false }),
  }
  const announcer = {
    say: (text: string, undo?: () => void) => void said.push({ text, undo }),
    fail: (text: string) => void said.push({ text }),
    tell: () => {},
    clear: () => {},
  }
  await show(
    <ShellContext.Provider value={fakeShell()}>
      <WorkContext.Provider value={work as unknown as LibraryWork}>
        <AnnouncerContext.Provider value={announcer}>
          <Purge />
        </AnnouncerContext.Provider>
      </WorkContext.Provider>
    </ShellContext.Provider>,
  )
  await perform(() => the('button', 'Empty').click())
  return { tasks, said }
}

test('Undo takes back the work itself, not what somebody else did meanwhile', async () => {
  const { tasks, said } = await open({ action: 4 })
  expect(said.map(({ text }) => text)).toEqual(['Emptied'])
  await perform(() => said[0]?.undo?.())
  expect(tasks).toEqual([{ kind: 'purge' }, { kind: 'undo', action: 4 }])
  expect(said[1]?.text).toBe('Undone.')
})

test('work that changed nothing offers no Undo', async () => {
  const { said } = await open({})
  expect(said).toEqual([{ text: 'Emptied', undo: undefined }])
})
