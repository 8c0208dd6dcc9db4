// @vitest-environment jsdom
import { afterEach, expect, test, vi } from 'vitest'
import { DuplicateCard } from '../../../extension/library/DuplicateCard.tsx'
import type { LibraryRecord } from '../../../src/item/record.ts'
import { record } from '../support/papers.ts'
import { hide, perform, show, the } from '../support/screen.ts'

vi.mock('webextension-polyfill', () => import('../support/fake-browser.ts'))

afterEach(hide)

async function card(a: Partial<LibraryRecord>, b: Partial<LibraryRecord>) {
  const merged: object[] = []
  await show(
    <DuplicateCard
      pair={{
        records: [
          { ...record, id: 'r:a', ...a },
          { ...record, id: 'r:b', ...b },
        ],
        likeness: 'alike',
      }}
      onMerge={(fields) => merged.push(fields)}
      onKeepApart={() => {}}
    />,
  )
  return { merge: () => perform(() => the('button', 'Make them one').click()), merged }
}

test('of two decisions the one that leaves the paper in is chosen, and the other can be', async () => {
  const { merge, merged } = await card(
    { decision: 'exclude', reason: 'wrong animal', assessed: true },
    { decision: 'include' },
  )
  const text = document.body.textContent
  expect(text).toContain('Excluded: wrong animal')
  expect(text).toContain('Of two decisions one counts')
  await merge()
  expect(merged).toEqual([{ decision: 'include', reason: null, assessed: null }])
  const [first] = document.querySelectorAll<HTMLInputElement>('input[name$=decision]')
  await perform(() => first?.click())
  await merge()
  expect(merged[1]).toEqual({ decision: 'exclude', reason: 'wrong animal', assessed: true })
})

test('the only decision is kept, and shown', async () => {
  const { merge, merged } = await card({ decision: 'maybe' }, {})
  expect(document.querySelector('.compare')?.textContent).toContain('DecisionMaybe')
  await merge()
  expect(merged).toEqual([{}])
})
