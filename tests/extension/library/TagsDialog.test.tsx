// @vitest-environment jsdom
import { afterEach, beforeAll, expect, test, vi } from 'vitest'
import { TagsDialog } from '../../../extension/library/TagsDialog.tsx'
import type { LongWork } from '../../../extension/library/use-long-work.ts'
import { all, hide, perform, press, show, the, type } from '../support/screen.ts'

vi.mock('webextension-polyfill', () => import('../support/fake-browser.ts'))

beforeAll(() => {
  // jsdom has no modal dialogs.
  HTMLDialogElement.prototype.showModal = function () {
    this.open = true
  }
})
afterEach(hide)

async function rename(to: string) {
  const run = vi.fn(async () => undefined)
  const onClose = vi.fn()
  const long = { run } as unknown as LongWork
  await show(<TagsDialog tags={[{ tag: 'salt', count: 3 }]} long={long} onClose={onClose} />)
  await perform(() => the('button', 'Rename salt').click())
  const box = the<HTMLInputElement>('input', 'New name for salt')
  await type(box, to)
  return { run, onClose, box }
}

test.each(['a, b', '海，山', 'a、b'])(
  'a tag is not renamed to what would be several: %s',
  async (to) => {
    const { run, onClose, box } = await rename(to)
    expect(document.querySelector('[role=alert]')?.textContent).toMatch(/^A comma parts tags/)
    await perform(() => the('button', 'Rename').click())
    expect(run).not.toHaveBeenCalled()
    expect(onClose).not.toHaveBeenCalled()
    expect(box.value).toBe(to)
  },
)

test('a tag is renamed to what the tag box would make', async () => {
  const { run } = await rename('  two   words, ')
  expect(document.querySelector('[role=alert]')).toBeNull()
  await perform(() => the('button', 'Rename').click())
  expect(run).toHaveBeenCalledWith(
    { kind: 'retag', from: ['salt'], to: 'two words' },
    expect.any(String),
    expect.any(Function),
  )
})

test('Escape leaves the name first, then the dialog', async () => {
  const { box } = await rename('salty')
  expect(await press(box, 'Escape')).toBe(true)
  expect(all('input', 'New name for salt')).toEqual([])
  expect(await press(the('button', 'Rename salt'), 'Escape')).toBe(false)
})
