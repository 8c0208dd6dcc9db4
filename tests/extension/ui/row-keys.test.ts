// @vitest-environment jsdom
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { type RowKeys, type RowPlaces, rowKeys } from '../../../extension/ui/row-keys.ts'

let list: HTMLUListElement
let places: RowPlaces
let keys: RowKeys

beforeAll(() => {
  // jsdom lays nothing out.
  Element.prototype.scrollIntoView = () => {}
})
beforeEach(() => {
  document.body.innerHTML = '<input id="before"><ul></ul><button id="behind"></button>'
  list = document.querySelector('ul') as HTMLUListElement
  list.append(...[0, 1, 2, 3, 4, 5, 6, 7].map(rowOf))
  places = {
    at: undefined,
    count: () => 8,
    first: () => 0,
    atOnce: () => 3,
    stay: () => {},
    bring: () => {},
  }
  keys = rowKeys(list, places)
})
afterEach(() => keys.stop())

function rowOf(n: number): HTMLElement {
  const row = document.createElement('li')
  row.innerHTML = `<input type="checkbox" aria-label="box ${n}"><button class="row-title">title ${n}</button>`
  return row
}

/** What Tab stops at, in its order. */
const stops = () =>
  [...document.querySelectorAll<HTMLElement>('ul input, ul button')]
    .filter(({ tabIndex }) => tabIndex === 0)
    .map(nameOf)
const focused = () => nameOf(document.activeElement)
const nameOf = (element: Element | null) =>
  element?.getAttribute('aria-label') ?? element?.textContent ?? ''
const named = (name: string) =>
  [...list.querySelectorAll<HTMLElement>('input, button')].find(
    (each) => nameOf(each) === name,
  ) as HTMLElement

function press(key: string, more: KeyboardEventInit = {}): boolean {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more })
  document.activeElement?.dispatchEvent(event)
  return event.defaultPrevented
}

test('Tab stops at one row’s box and title, those of the row where the keyboard was last', () => {
  expect(stops()).toEqual(['box 0', 'title 0'])
  named('title 3').focus()
  expect(stops()).toEqual(['box 3', 'title 3'])
  document.getElementById('behind')?.focus()
  expect(stops()).toEqual(['box 3', 'title 3'])
})

test.each([
  ['ArrowDown', 'title 4'],
  ['ArrowUp', 'title 2'],
  ['PageDown', 'title 6'],
  ['PageUp', 'title 0'],
  ['Home', 'title 0'],
  ['End', 'title 7'],
  ['ArrowLeft', 'box 3'],
  ['ArrowRight', 'title 3'],
])('%s goes from the fourth title to %s', (key, to) => {
  named('title 3').focus()
  expect(press(key)).toBe(true)
  expect(focused()).toBe(to)
  expect(stops()).toContain(to)
})

test('from a box the arrows go to boxes, right to its title, and no further than the ends', () => {
  named('box 1').focus()
  for (const _ of [1, 2, 3]) press('ArrowUp')
  expect(focused()).toBe('box 0')
  press('ArrowRight')
  expect(focused()).toBe('title 0')
})

test('from right to left, left and right are the other way round', () => {
  list.style.direction = 'rtl'
  named('title 1').focus()
  press('ArrowRight')
  expect(focused()).toBe('box 1')
  press('ArrowLeft')
  expect(focused()).toBe('title 1')
})

test('Enter on a box opens the row; Space and what the browser has with other keys are left to it', () => {
  const opened = vi.fn()
  named('title 2').addEventListener('click', opened)
  named('box 2').focus()
  expect(press(' ')).toBe(false)
  expect(press('ArrowLeft', { altKey: true })).toBe(false)
  expect(press('End', { shiftKey: true })).toBe(false)
  expect(press('Enter')).toBe(true)
  expect(opened).toHaveBeenCalledOnce()
})

test('a click makes a row the one that Tab leads into, where the browser gives it no focus', () => {
  named('title 5').click()
  expect(stops()).toEqual(['box 5', 'title 5'])
})

test('rows that come before it leave Tab at the row that has the focus; where that goes, at what is in its place', async () => {
  named('title 3').focus()
  list.prepend(rowOf(99))
  await Promise.resolve()
  expect(places.at).toBe(4)
  expect(stops()).toEqual(['box 3', 'title 3'])
  document.getElementById('behind')?.focus()
  named('title 3').closest('li')?.remove()
  await Promise.resolve()
  expect(stops()).toEqual(['box 4', 'title 4'])
})

test('a row without an element is brought, and takes the focus once it is drawn; keys that are held down run ahead', async () => {
  const bring = vi.fn()
  Object.assign(places, { count: () => 3000, bring })
  for (const [at, row] of [...list.children].entries()) row.setAttribute('data-index', `${at}`)
  named('box 7').focus()
  press('PageDown')
  press('PageDown')
  expect(bring.mock.calls).toEqual([[10], [13]])
  expect(focused()).toBe('box 7')
  const drawn = rowOf(13)
  drawn.dataset.index = '13'
  list.append(drawn)
  await Promise.resolve()
  expect(focused()).toBe('box 13')
  expect(stops()).toEqual(['box 13', 'title 13'])
})
