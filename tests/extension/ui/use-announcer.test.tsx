// @vitest-environment jsdom
import { afterEach, expect, test, vi } from 'vitest'
import { Announcements } from '../../../extension/ui/Announcements.tsx'
import { type Announcer, useAnnouncements } from '../../../extension/ui/use-announcer.ts'
import { all, hide, perform, show, status } from '../support/screen.ts'

vi.mock('webextension-polyfill', () => import('../support/fake-browser.ts'))

afterEach(hide)

let announcer: Announcer

function Page() {
  const { announcer: made, ...announced } = useAnnouncements()
  announcer = made
  return <Announcements {...announced} onDismiss={made.clear} />
}

const offered = () => all('button', 'Undo: Deleted.').length

test('what changes nothing is said, and leaves what can be taken back', async () => {
  await show(<Page />)
  await perform(() => announcer.say('Deleted.', () => {}))
  expect([status(), offered()]).toEqual(['Deleted.', 1])
  await perform(() => announcer.tell('Copied.'))
  expect([status(), offered()]).toEqual(['Copied.', 1])
  await perform(() => announcer.say('Renamed.'))
  expect([status(), offered()]).toEqual(['Renamed.', 0])
})

test('the same sentence is said twice', async () => {
  await show(<Page />)
  await perform(() => announcer.tell('Copied.'))
  const before = document.querySelector('[role=status]')?.textContent
  await perform(() => announcer.tell('Copied.'))
  expect(document.querySelector('[role=status]')?.textContent).not.toBe(before)
})
