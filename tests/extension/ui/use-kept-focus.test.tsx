// @vitest-environment jsdom
import { useState } from 'preact/hooks'
import { afterEach, expect, test } from 'vitest'
import { KeptFocus } from '../../../extension/ui/KeptFocus.tsx'
import { hide, perform, show } from '../support/screen.ts'

afterEach(hide)

interface Shown {
  papers: string
  bar?: boolean
}

let become: (shown: Shown) => void

function Page(first: Shown) {
  const [{ papers, bar }, setShown] = useState(first)
  become = setShown
  return (
    <main tabIndex={-1}>
      <KeptFocus />
      <ul>
        {[...papers].map((paper) => (
          <li key={paper.toLowerCase()}>
            {paper === paper.toLowerCase() ? <button type="button">{paper}</button> : paper}
          </li>
        ))}
      </ul>
      <div class="announcements">{bar && <button type="button">Undo</button>}</div>
    </main>
  )
}

const focused = () => document.activeElement?.textContent

async function focusOn(label: string) {
  const button = [...document.querySelectorAll('button')].find(
    ({ textContent }) => textContent === label,
  )
  await perform(() => button?.focus())
  expect(focused()).toBe(label)
}

test('a row that goes away leaves the focus to the one after it, the last to the one before it', async () => {
  await show(<Page papers="abc" />)
  await focusOn('b')
  await perform(() => become({ papers: 'ac' }))
  expect(focused()).toBe('c')
  await focusOn('c')
  await perform(() => become({ papers: 'a' }))
  expect(focused()).toBe('a')
})

test('a row whose only button goes has the focus itself', async () => {
  await show(<Page papers="abc" />)
  await focusOn('b')
  await perform(() => become({ papers: 'aBc' }))
  expect([document.activeElement?.tagName, focused()]).toEqual(['LI', 'B'])
})

test('a row that is moved keeps the focus', async () => {
  await show(<Page papers="abc" />)
  for (const papers of ['abc', 'bca', 'cab'])
    for (const label of papers) {
      await perform(() => become({ papers }))
      await focusOn(label)
      await perform(() => become({ papers: papers.split('').toReversed().join('') }))
      expect(focused()).toBe(label)
    }
})

test('the bar gives the focus back to where it came from', async () => {
  await show(<Page papers="ab" bar />)
  await focusOn('b')
  await focusOn('Undo')
  await perform(() => become({ papers: 'ab' }))
  expect(focused()).toBe('b')
})

test('who clicks beside everything has no focus, whatever changes', async () => {
  await show(<Page papers="ab" />)
  await focusOn('a')
  await perform(() => (document.activeElement as HTMLElement).blur())
  await perform(() => become({ papers: 'abc' }))
  expect(document.activeElement).toBe(document.body)
})
