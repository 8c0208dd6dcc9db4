// @vitest-environment jsdom
import { render } from 'preact'
import { afterEach, expect, test, vi } from 'vitest'
import { later } from '../../../extension/ui/Later.tsx'
import { type Announcer, AnnouncerContext } from '../../../extension/ui/use-announcer.ts'
import { hide, show } from '../support/screen.ts'

vi.mock('webextension-polyfill', () => import('../support/fake-browser.ts'))

afterEach(hide)

const failures: string[] = []
const announcer: Announcer = {
  say() {},
  tell() {},
  fail: (text) => void failures.push(text),
  clear() {},
}

const Word = ({ text }: { text: string }) => <p>{text}</p>
const word = () => document.querySelector('p')?.textContent

test('is loaded when it is first shown', async () => {
  let reads = 0
  const Late = later(async () => {
    reads += 1
    return Word
  })
  const shown = (
    <AnnouncerContext.Provider value={announcer}>
      <Late text="gulls" />
      <Late text="roofs" />
    </AnnouncerContext.Provider>
  )
  expect(reads).toBe(0)
  await show(shown)
  expect(word()).toBe('gulls')
  expect(document.querySelectorAll('p')).toHaveLength(2)
  expect(reads).toBe(1)
})

test('what does not load is said, and tried again by whoever shows it next', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
  let reads = 0
  const Late = later(async () => {
    reads += 1
    if (reads === 1) throw new Error('gone')
    return Word
  })
  const shown = (
    <AnnouncerContext.Provider value={announcer}>
      <Late text="gulls" />
    </AnnouncerContext.Provider>
  )
  await show(shown)
  expect(word()).toBeUndefined()
  expect(failures).toHaveLength(1)
  await show(shown)
  expect(word()).toBe('gulls')
})

test('what comes between the drawing and its effects is shown all the same', async () => {
  const Late = later(
    async () => Word,
    () => <i>meanwhile</i>,
  )
  const root = document.body.appendChild(document.createElement('div'))
  render(
    <AnnouncerContext.Provider value={announcer}>
      <Late text="gulls" />
    </AnnouncerContext.Provider>,
    root,
  )
  expect(root.textContent).toBe('meanwhile')
  // Effects wait for a frame, and it is there before.
  await Late.load()
  await expect.poll(() => root.textContent).toBe('gulls')
  render(null, root)
  root.remove()
})
