// @vitest-environment jsdom
import { afterEach, expect, test, vi } from 'vitest'
import { Announcements } from '../../../extension/ui/Announcements.tsx'
import { draftWriter } from '../../../extension/ui/draft-writer.ts'
import { SavedRecord } from '../../../extension/ui/SavedRecord.tsx'
import { type Shell, ShellContext } from '../../../extension/ui/shell.ts'
import { AnnouncerContext, useAnnouncements } from '../../../extension/ui/use-announcer.ts'
import type { LibraryRecord } from '../../../src/item/record.ts'
import { fakeCall, fakeShell } from '../support/fake-shell.ts'
import { record } from '../support/papers.ts'
import { all, hide, perform, press, show, status, the, type } from '../support/screen.ts'

vi.mock('webextension-polyfill', () => import('../support/fake-browser.ts'))

afterEach(hide)

function Page({ shell, of = record }: { shell: Shell; of?: LibraryRecord }) {
  const { announcer, ...announced } = useAnnouncements()
  return (
    <ShellContext.Provider value={shell}>
      <AnnouncerContext.Provider value={announcer}>
        <SavedRecord key={of.id} record={of} onDeleted={() => {}} />
        <Announcements {...announced} onDismiss={announcer.clear} />
      </AnnouncerContext.Provider>
    </ShellContext.Provider>
  )
}

const note = () => the<HTMLTextAreaElement>('textarea', 'Note')
const named = (asked: { name: string; body: unknown }[], name: string) =>
  asked.filter((each) => each.name === name).map((each) => each.body)

test('numbers rise over all of a page’s drafts', async () => {
  const { call, asked } = fakeCall()
  const writer = draftWriter(call, 's')
  await Promise.all([
    writer.put('r:1', { note: 'a' }),
    writer.put('r:2', { note: 'b' }),
    writer.put('r:1', { note: 'ab' }),
  ])
  expect(named(asked, 'draft:put')).toEqual([
    { key: 'r:1', session: 's', n: 1, fields: { note: 'a' } },
    { key: 'r:2', session: 's', n: 2, fields: { note: 'b' } },
    { key: 'r:1', session: 's', n: 3, fields: { note: 'ab' } },
  ])
})

test('a commit waits until every draft before it was kept', async () => {
  const answers: (() => void)[] = []
  const { call, asked } = fakeCall({
    'draft:put': () =>
      new Promise((resolve) => answers.push(() => resolve({ ok: true, value: undefined }))),
  })
  const writer = draftWriter(call, 's')
  void writer.put('r:1', { note: 'a' })
  void writer.put('r:1', { note: 'ab' })
  const commit = writer.commit('r:1')
  answers[1]?.()
  await new Promise((resolve) => setTimeout(resolve, 5))
  expect(named(asked, 'draft:commit')).toEqual([])
  answers[0]?.()
  await commit
  expect(named(asked, 'draft:commit')).toEqual([{ key: 'r:1' }])
})

test('each input of the note is kept at once, and leaving it commits', async () => {
  const shell = fakeShell({
    'draft:commit': () => ({ ok: true, value: { ...record, note: 'why' } }),
  })
  await show(<Page shell={shell} />)
  await type(note(), 'wh')
  await type(note(), 'why')
  expect(named(shell.asked, 'draft:put')).toMatchObject([
    { n: 1, fields: { note: 'wh' } },
    { n: 2, fields: { note: 'why' } },
  ])
  await perform(() => note().dispatchEvent(new FocusEvent('blur')))
  expect(named(shell.asked, 'draft:commit')).toEqual([{ key: record.id }])
  expect(note().value).toBe('why')
  expect(status()).toBe('Changes saved.')
})

test('leaving a note in which nothing was typed asks for nothing; Ctrl+Enter commits', async () => {
  const shell = fakeShell()
  await show(<Page shell={shell} />)
  await perform(() => note().dispatchEvent(new FocusEvent('blur')))
  expect(named(shell.asked, 'draft:commit')).toEqual([])
  await type(note(), 'x')
  await press(note(), 'Enter', { ctrlKey: true })
  expect(named(shell.asked, 'draft:commit')).toHaveLength(1)
})

test('what is typed while a commit is under way stays in the box', async () => {
  let answer = () => {}
  const shell = fakeShell({
    'draft:commit': () =>
      new Promise((resolve) => {
        answer = () => resolve({ ok: true, value: { ...record, note: 'first' } })
      }),
  })
  await show(<Page shell={shell} />)
  await type(note(), 'first')
  await perform(() => note().dispatchEvent(new FocusEvent('blur')))
  await type(note(), 'first and second')
  await perform(() => answer())
  expect(note().value).toBe('first and second')
})

test('a draft of an earlier popup comes back, with a line that says so and a way to give it up', async () => {
  const shell = fakeShell()
  shell.library.draft = async () => ({ session: 'earlier', fields: { note: 'half a sen' } })
  await show(<Page shell={shell} of={{ ...record, note: 'old' }} />)
  expect(note().value).toBe('half a sen')
  expect(document.body.textContent).toContain('was kept, but is not saved yet')
  await perform(() => the('button', 'Discard it').click())
  expect(note().value).toBe('old')
  expect(named(shell.asked, 'draft:drop')).toEqual([{ key: record.id }])
  expect(all('button', 'Discard it')).toEqual([])
})

test('a draft that the panel still holds when it goes away is committed', async () => {
  const shell = fakeShell()
  await show(<Page shell={shell} />)
  await type(note(), 'half')
  await perform(hide)
  expect(named(shell.asked, 'draft:commit')).toEqual([{ key: record.id }])
})

test('the form’s fields are drafts too, and Done leaves it', async () => {
  const shell = fakeShell()
  await show(<Page shell={shell} />)
  await perform(() => the('button', 'Edit').click())
  expect(document.activeElement).toBe(the('textarea', 'Title'))
  await type(the<HTMLTextAreaElement>('textarea', 'Authors, one per line'), 'Ito, Aya')
  await type(the<HTMLTextAreaElement>('textarea', 'Section 2, text'), 'We counted 41.')
  expect(named(shell.asked, 'draft:put').at(-1)).toMatchObject({
    fields: { author: 'Ito, Aya', 'section.1.text': 'We counted 41.' },
  })
  await perform(() => the('button', 'Done').click())
  expect(all('textarea', 'Title')).toEqual([])
  expect(document.activeElement).toBe(the('button', 'Edit'))
})

test('an error is shown in its own words, and the typed text stays', async () => {
  const shell = fakeShell({ 'draft:put': () => ({ ok: false, error: 'The disk is full.' }) })
  await show(<Page shell={shell} />)
  await type(note(), 'x')
  expect(document.querySelector('[role=alert]')?.textContent).toContain('The disk is full.')
  expect(note().value).toBe('x')
})

test('a removed tag is announced, and its undo asks for this record’s newest', async () => {
  const shell = fakeShell({
    'record:edit': () => ({ ok: true, value: { ...record, tags: [] } }),
    undo: () => ({ ok: true, value: { action: 'edit', records: 1, kept: 0 } }),
  })
  await show(<Page shell={shell} />)
  await press(the('input', 'Tags'), 'Backspace')
  expect(named(shell.asked, 'record:edit')).toEqual([
    { id: record.id, edit: { removeTags: ['gulls'] } },
  ])
  expect(status()).toBe('Removed the tag gulls.')
  await perform(() => the('button', 'Undo: Removed the tag gulls.').click())
  expect(named(shell.asked, 'undo')).toEqual([{ id: record.id }])
  expect(status()).toBe('Undone.')
})

test('a line that was left out is put back, and another value taken, with one click each', async () => {
  const shell = fakeShell({ 'record:edit': () => ({ ok: true, value: record }) })
  await show(<Page shell={shell} />)
  expect(the('button', 'What was left out').getAttribute('aria-expanded')).toBe('false')
  await perform(() => the('button', 'What was left out').click())
  expect(document.body.textContent).toContain('App prompt')
  await perform(() => the('button', 'Put back: Get the app.').click())
  await perform(() => the('button', 'Where each field came from').click())
  await perform(() => the('button', 'Use this for Title: Counting gulls').click())
  expect(named(shell.asked, 'record:edit')).toEqual([
    {
      id: record.id,
      edit: {
        sections: [record.sections[0], { label: 'RESULTS', text: 'We counted 40.\nGet the app.' }],
      },
    },
    { id: record.id, edit: { item: { title: 'Counting gulls' } } },
  ])
})
