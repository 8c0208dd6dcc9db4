// @vitest-environment jsdom
import { useState } from 'preact/hooks'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { TagField } from '../../../extension/ui/TagField.tsx'
import { all, hide, perform, press, show, the, type } from '../support/screen.ts'

vi.mock('webextension-polyfill', () => import('../support/fake-browser.ts'))

const known = [
  { tag: 'marsh', count: 212 },
  { tag: 'to read', count: 40 },
  { tag: 'Marsh gas', count: 3 },
  { tag: 'dry marsh', count: 2 },
]
let tags: string[] = []

function Field() {
  const [own, setOwn] = useState(['gulls', 'roofs'])
  const [text, setText] = useState('')
  tags = own
  return (
    <TagField
      tags={own}
      known={known}
      text={text}
      onType={setText}
      onAdd={(more) => setOwn([...own, ...more])}
      onRemove={(tag) => setOwn(own.filter((each) => each !== tag))}
    />
  )
}

const box = () => the<HTMLInputElement>('input', 'Tags')
const options = () =>
  [...document.querySelectorAll('[role=option] bdi')].map((option) => option.textContent)
const chosen = () => {
  const id = box().getAttribute('aria-activedescendant')
  return id === null ? undefined : document.getElementById(id)?.querySelector('bdi')?.textContent
}

beforeEach(() => show(<Field />))
afterEach(hide)

test('is a combobox named Tags with a closed list', () => {
  expect(box().getAttribute('role')).toBe('combobox')
  expect(box().getAttribute('aria-expanded')).toBe('false')
  expect(
    document.getElementById(box().getAttribute('aria-controls') ?? '')?.getAttribute('role'),
  ).toBe('listbox')
})

test('offers the library’s tags that begin with what was typed, then those with such a word', async () => {
  await type(box(), 'mar')
  expect(box().getAttribute('aria-expanded')).toBe('true')
  expect(options()).toEqual(['marsh', 'Marsh gas', 'dry marsh'])
  expect(chosen()).toBeUndefined()
})

test('Enter adds what was typed and never a completion that was not chosen', async () => {
  await type(box(), 'mar')
  await press(box(), 'Enter')
  expect(tags).toEqual(['gulls', 'roofs', 'mar'])
  expect(box().value).toBe('')
  expect(box().getAttribute('aria-expanded')).toBe('false')
})

test('the arrow keys choose a completion, and Enter or a comma takes it', async () => {
  await type(box(), 'mar')
  await press(box(), 'ArrowDown')
  expect(chosen()).toBe('marsh')
  await press(box(), 'ArrowDown')
  expect(chosen()).toBe('Marsh gas')
  await press(box(), 'Enter')
  expect(tags).toEqual(['gulls', 'roofs', 'Marsh gas'])
  await type(box(), 'mar')
  await press(box(), 'ArrowUp')
  expect(chosen()).toBe('dry marsh')
  await press(box(), ',')
  expect(tags).toEqual(['gulls', 'roofs', 'Marsh gas', 'dry marsh'])
})

test('the arrow keys lead back to what was typed, and typing on gives a choice up', async () => {
  await type(box(), 'mar')
  await press(box(), 'ArrowDown')
  await press(box(), 'ArrowUp')
  expect(chosen()).toBeUndefined()
  await press(box(), 'ArrowDown')
  await type(box(), 'mars')
  expect(chosen()).toBeUndefined()
})

test('a click takes a completion without the typed letters becoming a tag', async () => {
  await type(box(), 'mar')
  const option = document.querySelectorAll<HTMLElement>('[role=option]')[1]
  const down = new MouseEvent('mousedown', { bubbles: true, cancelable: true })
  option?.dispatchEvent(down)
  expect(down.defaultPrevented).toBe(true)
  await perform(() => option?.click())
  expect(tags).toEqual(['gulls', 'roofs', 'Marsh gas'])
})

test('a comma adds, and a pasted list adds all but its last', async () => {
  await type(box(), 'harbour')
  await press(box(), ',')
  await type(box(), 'salt,  sea   ice ,Gulls, ti')
  expect(tags).toEqual(['gulls', 'roofs', 'harbour', 'salt', 'sea ice'])
  expect(box().value).toBe('ti')
})

test('leaving the box adds what was typed', async () => {
  await type(box(), 'harbour')
  await perform(() => box().dispatchEvent(new FocusEvent('blur')))
  expect(tags).toEqual(['gulls', 'roofs', 'harbour'])
  expect(box().value).toBe('')
})

test('Backspace in the empty box takes the last tag off, but not while the key is held or text is there', async () => {
  await press(box(), 'Backspace', { repeat: true })
  await type(box(), 'x')
  await press(box(), 'Backspace')
  expect(tags).toEqual(['gulls', 'roofs'])
  await type(box(), '')
  await press(box(), 'Backspace')
  expect(tags).toEqual(['gulls'])
})

test('Escape first closes the list, then empties the box, then is the browser’s', async () => {
  await type(box(), 'mar')
  expect(await press(box(), 'Escape')).toBe(true)
  expect([box().getAttribute('aria-expanded'), box().value]).toEqual(['false', 'mar'])
  expect(await press(box(), 'Escape')).toBe(true)
  expect(box().value).toBe('')
  expect(await press(box(), 'Escape')).toBe(false)
})

test('keys of an input method are not taken', async () => {
  await type(box(), 'ま')
  await press(box(), 'Enter', { isComposing: true })
  expect(tags).toEqual(['gulls', 'roofs'])
})

test('each tag has a button that takes it off; none is offered twice', async () => {
  await perform(() => the('button', 'Remove tag gulls').click())
  expect(tags).toEqual(['roofs'])
  await type(box(), 'ROOFS')
  await press(box(), 'Enter')
  expect(tags).toEqual(['roofs'])
  expect(all('button', 'Remove tag gulls')).toEqual([])
})

test('what is too long for a tag stays in the box, and is said to be', async () => {
  const long = 'x'.repeat(201)
  await type(box(), `moor, ${long}`)
  await press(box(), 'Enter')
  expect(tags).toEqual(['gulls', 'roofs', 'moor'])
  expect(box().value).toBe(long)
  expect(box().getAttribute('aria-invalid')).toBe('true')
  expect(document.querySelector('[role=alert]')?.textContent).toBe(
    'A tag has at most 200 characters.',
  )
  await type(box(), `${long},`)
  expect(box().value).toBe(long)
  await type(box(), 'marsh')
  expect(document.querySelector('[role=alert]')).toBeNull()
})
