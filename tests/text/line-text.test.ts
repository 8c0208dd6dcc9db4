import { JSDOM } from 'jsdom'
import { expect, test } from 'vitest'
import { readLine } from '../../src/text/line-text.ts'

// Each question may look through all that is inside (`:has`), so a script's 20,000 elements in each other took seconds.
test('elements that lie too deep in a line are read without being asked about', () => {
  const { document } = new JSDOM('<p></p>').window
  const holder = document.querySelector('p') ?? document.body
  let at: Element = holder
  for (let i = 0; i < 700; i++) at = at.appendChild(document.createElement('span'))
  const first = at.appendChild(document.createTextNode('Salt on slate'))
  let asked = 0
  const line = readLine(first, holder, () => {
    asked++
    return undefined
  })
  expect(line.text).toBe('Salt on slate')
  expect(asked).toBe(512)
})
