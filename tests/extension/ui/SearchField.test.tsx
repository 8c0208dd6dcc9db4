// @vitest-environment jsdom
import { useState } from 'preact/hooks'
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { SearchField } from '../../../extension/ui/SearchField.tsx'
import { ShellContext } from '../../../extension/ui/shell.ts'
import { AnnouncerContext } from '../../../extension/ui/use-announcer.ts'
import { fakeShell } from '../support/fake-shell.ts'
import { all, hide, perform, press, show, the, type } from '../support/screen.ts'

vi.mock('webextension-polyfill', () => import('../support/fake-browser.ts'))

beforeAll(async () => {
  // What comes behind the field is there before the first test.
  await import('../../../extension/ui/SearchHelp.tsx')
})
afterEach(hide)

const tags = [
  { tag: 'roofs', count: 12 },
  { tag: 'two words', count: 3 },
  { tag: '3" pipe', count: 1 },
]

function Page({ total }: { total: number }) {
  const [text, setText] = useState('')
  return (
    <ShellContext.Provider value={fakeShell()}>
      <AnnouncerContext.Provider value={{ say() {}, tell() {}, fail() {}, clear() {} }}>
        <SearchField text={text} tags={tags} total={total} onSearch={setText} />
        <button type="button">Elsewhere</button>
      </AnnouncerContext.Provider>
    </ShellContext.Provider>
  )
}

const box = () => the<HTMLInputElement>('input', 'Search')
const described = () =>
  document.getElementById(box().getAttribute('aria-describedby') ?? '')?.textContent ?? ''
const choices = () =>
  all('toolbar', 'Search suggestions').flatMap((list) =>
    [...list.querySelectorAll('bdi')].map(({ textContent }) => textContent),
  )
const focus = (element: HTMLElement) => perform(() => element.focus())

async function open(total = 4) {
  await show(<Page total={total} />)
  await focus(box())
}

describe('what is not understood', () => {
  test.each([
    ['year:abc ', '“year:abc” is no year: write year:2014 or year:2014-2018.'],
    ['year:2020-2010', '“year:2020-2010” ends before it begins: write year:2010-2020.'],
    ['no:pdf', '“no:pdf” is not understood here: write no:doi or no:abstract.'],
    ['has:note', '“has:” is nothing to search by, so “has:note” was looked for as words.'],
  ])('describes the field where nothing is found: %s', async (text, sentence) => {
    await open(0)
    await type(box(), text)
    expect(described().replaceAll(/[\u2068\u2069]/g, '')).toBe(sentence)
    // At each letter that would be too much.
    expect(document.querySelector('[role=alert], [role=status], [aria-live]')).toBeNull()
  })

  test('is nothing where papers are found', async () => {
    await open(2)
    await type(box(), 'has:note')
    expect(described()).toBe('')
  })
})

describe('hints', () => {
  test('stand below the empty field while it has the focus', async () => {
    await show(<Page total={4} />)
    expect(choices()).toEqual([])
    await focus(box())
    expect(choices()).toEqual([
      ...['tag:', 'author:', 'title:', 'journal:', 'note:', 'year:', 'is:', 'no:'],
      ...['"…"', '-…'],
    ])
    expect(described()).toBe('Down arrow: suggestions')
    await focus(the('button', 'Elsewhere'))
    expect(choices()).toEqual([])
    expect(described()).toBe('')
  })

  test.each([
    ['is:', ['unread', 'include', 'maybe', 'exclude', 'assessed']],
    ['salt -is:in', ['include']],
    ['no:', ['doi', 'abstract']],
    ['tag:', ['roofs', 'two words', '3" pipe']],
    ['tag:3\\"', ['3" pipe']],
    ['tag:tw', ['two words']],
    ['year:', ['2026', '2022-2026', '2022-', '-2021']],
  ])('a field that was just typed has its values: %s', async (text, values) => {
    await open()
    await type(box(), text)
    expect(choices()).toEqual(values)
  })

  test('a field of words has an example', async () => {
    await open()
    await type(box(), 'author:')
    expect(described()).toContain('author:"van der Berg"')
  })

  test('one is chosen by the arrows, and typed; the next may follow', async () => {
    await open()
    await type(box(), 'salt tag:')
    expect(await press(box(), 'ArrowDown')).toBe(true)
    expect(await press(document.activeElement as HTMLElement, 'ArrowDown')).toBe(true)
    await perform(() => (document.activeElement as HTMLElement).click())
    expect(box().value).toBe('salt tag:"two words" ')
    expect(document.activeElement).toBe(box())
    expect(choices()).toEqual([])
  })

  test('one that begins leads to the values', async () => {
    await open()
    await press(box(), 'ArrowDown')
    await perform(() => [...document.querySelectorAll<HTMLElement>('.search-choice')][6]?.click())
    expect(box().value).toBe('is:')
    expect(choices()).toContain('unread')
  })

  test('go away by Escape, which then empties no field and closes no popup, and come back by the arrow', async () => {
    await open()
    await type(box(), 'is:')
    await press(box(), 'ArrowDown')
    expect(await press(document.activeElement as HTMLElement, 'Escape')).toBe(true)
    expect(choices()).toEqual([])
    expect(document.activeElement).toBe(box())
    expect(await press(box(), 'Escape')).toBe(false)
    await type(box(), 'is:u')
    expect(choices()).toEqual([])
    await press(box(), 'ArrowDown')
    expect(choices()).toEqual(['unread'])
  })

  test('do not cover the list again when the field is emptied', async () => {
    await open()
    await type(box(), 'salt')
    await type(box(), '')
    expect(choices()).toEqual([])
    await press(box(), 'ArrowDown')
    expect(choices()).toContain('tag:')
  })
})
