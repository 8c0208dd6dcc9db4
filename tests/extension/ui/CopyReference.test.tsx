// @vitest-environment jsdom
import { afterEach, expect, test, vi } from 'vitest'
import { defaultSettings, type Settings } from '../../../extension/settings.ts'
import { Announcements } from '../../../extension/ui/Announcements.tsx'
import { CopyReference } from '../../../extension/ui/CopyReference.tsx'
import { type Shell, ShellContext } from '../../../extension/ui/shell.ts'
import { AnnouncerContext, useAnnouncements } from '../../../extension/ui/use-announcer.ts'
import type { FollowWork } from '../../../extension/ui/use-references.ts'
import { fakeShell } from '../support/fake-shell.ts'
import { hide, perform, show, status, the } from '../support/screen.ts'

vi.mock('webextension-polyfill', () => import('../support/fake-browser.ts'))

afterEach(hide)

function Page(props: { shell: Shell; ids: readonly string[]; follow?: FollowWork }) {
  const { announcer, ...announced } = useAnnouncements()
  const { ids, follow } = props
  return (
    <ShellContext.Provider value={props.shell}>
      <AnnouncerContext.Provider value={announcer}>
        <CopyReference ids={ids} {...(follow && { follow })} />
        <Announcements {...announced} onDismiss={announcer.clear} />
      </AnnouncerContext.Provider>
    </ShellContext.Provider>
  )
}

const styles = () => the<HTMLSelectElement>('select', 'Citation style')
const copy = () => perform(() => the('button', 'Copy reference').click())

/** Settings that are kept. */
function kept(settings: Settings): Shell['settings'] & { now: Settings } {
  const store = {
    now: settings,
    read: async () => store.now,
    change: async (changed: Partial<Settings>) => {
      store.now = { ...store.now, ...changed }
      return store.now
    },
    onChange: () => () => {},
  }
  return store
}

test('copies in the style that is chosen, keeps it, and says so', async () => {
  const copyReferences = vi.fn(async () => {})
  const settings = kept(defaultSettings)
  await show(<Page shell={fakeShell({}, { copyReferences, settings })} ids={['r:1']} />)
  expect([...styles().options].map(({ text }) => text)).toEqual(
    'APA Vancouver Chicago IEEE Nature AMA Harvard MLA'.split(' '),
  )
  await copy()
  expect(copyReferences).toHaveBeenLastCalledWith(['r:1'], 'apa', undefined)
  expect(status()).toBe('Copied in APA style')
  await perform(() => {
    styles().value = 'nature'
    styles().dispatchEvent(new Event('change', { bubbles: true }))
  })
  expect(settings.now.referenceStyle).toBe('nature')
  await copy()
  expect(copyReferences).toHaveBeenLastCalledWith(['r:1'], 'nature', undefined)
  expect(status()).toBe('Copied in Nature style')
})

test('takes the first style where the one that was kept is there no longer', async () => {
  const settings = kept({ ...defaultSettings, referenceStyle: 'gone' })
  await show(<Page shell={fakeShell({}, { settings })} ids={['r:1']} />)
  expect(styles().value).toBe('apa')
})

test('what went wrong is told, and nothing is said to be copied', async () => {
  const copyReferences = async () => {
    throw new Error('No reference could be made in APA style.')
  }
  await show(<Page shell={fakeShell({}, { copyReferences })} ids={['r:1', 'r:2']} />)
  await copy()
  expect(document.querySelector('[role=alert]')?.textContent).toContain(
    'No reference could be made in APA style.',
  )
  expect(status()).toBe('')
})

test('work on many papers is followed, and says nothing when it is stopped', async () => {
  const copyReferences = vi.fn(async () => {})
  const few = Array.from({ length: 50 }, (_, n) => `r:${n}`)
  const followed: string[] = []
  const follow: FollowWork = async (name, work) => {
    followed.push(name)
    await work(() => {}, new AbortController().signal)
    return undefined
  }
  const shell = fakeShell({}, { copyReferences })
  await show(<Page shell={shell} ids={few} follow={follow} />)
  await copy()
  expect([followed, status()]).toEqual([[], 'Copied 50 references in APA style'])
  await show(<Page shell={shell} ids={[...few, 'r:50']} follow={follow} />)
  await copy()
  expect([followed, status()]).toEqual([['Making references'], ''])
})
