// @vitest-environment jsdom
import { useState } from 'preact/hooks'
import { afterEach, expect, test, vi } from 'vitest'
import { SideTags } from '../../../extension/library/SideTags.tsx'
import { TagsDialog } from '../../../extension/library/TagsDialog.tsx'
import type { LongWork } from '../../../extension/library/use-long-work.ts'
import type { TagCount } from '../../../extension/ui/library-reader.ts'
import { TagFilters } from '../../../extension/ui/TagFilters.tsx'
import { AnnouncerContext } from '../../../extension/ui/use-announcer.ts'
import { all, hide, perform, show, the, type } from '../support/screen.ts'

vi.mock('webextension-polyfill', () => import('../support/fake-browser.ts'))
afterEach(hide)

const many: TagCount[] = Array.from({ length: 10_000 }, (_, n) => ({
  tag: `tag ${n}`,
  count: 10_000 - n,
}))
const announcer = { say: () => {}, tell: () => {}, fail: () => {}, clear: () => {} }
let pressed: readonly string[]

function Popup({ first = [] }: { first?: string[] }) {
  const [tags, press] = useState<readonly string[]>(first)
  pressed = tags
  return (
    <AnnouncerContext.Provider value={announcer}>
      <TagFilters known={many} pressed={tags} onPress={press} />
    </AnnouncerContext.Provider>
  )
}

function Side({ first = [], known = many }: { first?: string[]; known?: TagCount[] }) {
  const [tags, press] = useState<readonly string[]>(first)
  pressed = tags
  const toggle = (tag: string) =>
    press(tags.includes(tag) ? tags.filter((each) => each !== tag) : [...tags, tag])
  return <SideTags tags={known} pressed={tags} isListed onToggle={toggle} onManage={() => {}} />
}

/** The tags that are shown, as numbers. */
const shown = () =>
  [...document.querySelectorAll('bdi')].map((each) => Number(each.textContent?.split(' ')[1]))
const box = () => the<HTMLInputElement>('input', 'Find a tag')

test.each([
  ['the popup', <Popup key="popup" />, 6, 'tag 4321 5,679 papers'],
  ['the sidebar', <Side key="side" />, 12, 'tag 4321'],
])(
  'in %s a tag that is the 4,322nd most used is found and pressed, and no more than 60 are drawn beside the first',
  async (_where, view, few, name) => {
    await show(view)
    expect(shown()).toHaveLength(few)
    await perform(() => the('button', 'More tags').click())
    await expect.poll(() => shown().length).toBe(few + 60)
    expect(document.body.textContent).toContain(
      `and ${(10_000 - few - 60).toLocaleString('en')} more`,
    )
    await type(box(), 'tag 4321')
    expect(shown().slice(few)).toEqual([4321])
    await perform(() => the('button', name).click())
    expect(pressed).toEqual(['tag 4321'])
    // It stays in sight while it filters, whatever else is looked for.
    await type(box(), 'nowhere')
    expect(document.body.textContent).toContain('No tag has that in its name.')
    expect(shown().slice(few)).toEqual([4321])
    await perform(() => the('button', 'Fewer tags').click())
    expect(shown()).toHaveLength(few + 1)
    await perform(() => the('button', name).click())
    expect(shown()).toHaveLength(few)
  },
)

test.each([
  [
    'the popup',
    <Popup key="popup" first={['tag 700', 'tag gone']} />,
    ' 9,300 papers',
    ' 0 papers',
  ],
  ['the sidebar', <Side key="side" first={['tag 700', 'tag gone']} />, '', ''],
])(
  'in %s a pressed tag is shown though it is rare, or on no paper any longer',
  async (_where, view, papers, none) => {
    await show(view)
    expect(the('button', `tag 700${papers}`).getAttribute('aria-pressed')).toBe('true')
    await perform(() => the('button', `tag gone${none}`).click())
    expect(pressed).toEqual(['tag 700'])
  },
)

test('where there are few tags there is no button for more, and where there are some dozens no box to find them', async () => {
  await show(<Side known={many.slice(0, 12)} />)
  expect(all('button', 'More tags')).toEqual([])
  await show(<Side known={many.slice(0, 40)} />)
  await perform(() => the('button', 'More tags').click())
  expect(shown()).toHaveLength(40)
  expect(all('input', 'Find a tag')).toEqual([])
})

test('the dialog for tags has 60 of 10,000 lines, finds the others, and leaves the name that is typed for one', async () => {
  HTMLDialogElement.prototype.showModal = function () {
    this.open = true
  }
  await show(<TagsDialog tags={many} long={{} as LongWork} onClose={() => {}} />)
  expect(document.querySelectorAll('.tag-list li')).toHaveLength(60)
  await perform(() => the('button', 'Show more').click())
  expect(document.querySelectorAll('.tag-list li')).toHaveLength(120)
  await type(box(), '9999')
  expect(shown()).toEqual([9999])
  await perform(() => the('button', 'Rename tag 9999').click())
  const name = the<HTMLInputElement>('input', 'New name for tag 9999')
  await type(name, 'tag 17')
  the('button', 'Make them one tag')
  await perform(() => box().focus())
  await type(box(), 'tag 1')
  expect(document.activeElement).not.toBe(name)
  // What is being renamed stays, with what was typed.
  expect(the<HTMLInputElement>('input', 'New name for tag 9999').value).toBe('tag 17')
})
