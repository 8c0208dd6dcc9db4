// @vitest-environment jsdom
import { afterEach, expect, test, vi } from 'vitest'
import { BulkTagsDialog } from '../../../extension/library/BulkTagsDialog.tsx'
import { hide, perform, show, the, type } from '../support/screen.ts'

vi.mock('webextension-polyfill', () => import('../support/fake-browser.ts'))

afterEach(hide)

test('a tag that is too long is told of, and given to no paper', async () => {
  const marks: object[] = []
  // jsdom has no dialogs.
  HTMLDialogElement.prototype.showModal ??= function showModal(this: HTMLDialogElement) {
    this.open = true
  }
  await show(
    <BulkTagsDialog count={2} known={[]} onMark={(mark) => marks.push(mark)} onClose={() => {}} />,
  )
  const box = the<HTMLInputElement>('input', 'Tags')
  await type(box, 'x'.repeat(201))
  expect(the<HTMLButtonElement>('button', 'Add').disabled).toBe(true)
  expect(document.querySelector('[role=alert]')?.textContent).toContain('200')
  await type(box, 'x'.repeat(200))
  await perform(() => the('button', 'Add').click())
  expect(marks).toEqual([{ addTags: ['x'.repeat(200)] }])
})
