import { render } from 'preact'
import browser from 'webextension-polyfill'
import type { Library } from '../../src/library/library.ts'
import { readSnapshot } from '../snapshot.ts'
import { followAppearance } from '../ui/appearance.ts'
import { browserShell } from '../ui/browser-shell.ts'
import { dropSecondClicks } from '../ui/second-click.ts'
import { ShellContext } from '../ui/shell.ts'
import { loadTheRest, Popup } from './Popup.tsx'

const app = document.getElementById('app')
if (!app) throw new Error('No #app in the page')
dropSecondClicks(document)

let library: Promise<Library> | undefined
/** Half of all code is the library's, and what the popup shows first does without. */
function open(): Promise<Library> {
  library ??= import('../ui/open-page-library.ts').then(({ openPageLibrary }) => openPageLibrary())
  return library
}

/** False where the tab shows none of the web's pages: after a click, only their addresses are told to us. */
async function isOnWeb(): Promise<boolean> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true })
  return /^(https?|file):/.test(tab?.url ?? '')
}

let draw = () => {}

// The database may take a second to open; what it held a moment ago is there in a millisecond.
const shell = browserShell(open)
Promise.all([
  readSnapshot().catch((error: unknown) => {
    console.error('Failed to read the snapshot', error)
    return undefined
  }),
  isOnWeb().catch(() => true),
  followAppearance(() => draw()),
]).then(([snapshot, onWeb]) => {
  if (onWeb) loadTheRest().catch(notLoaded)
  draw = () =>
    render(
      <ShellContext.Provider value={shell}>
        <Popup snapshot={snapshot} isOnWeb={onWeb} />
      </ShellContext.Provider>,
      app,
    )
  draw()
  // The list comes first: its rows are to be seen before anything else is read.
  if (!onWeb) requestIdleCallback(() => loadTheRest().catch(notLoaded), { timeout: 500 })
})

/** What is not there is loaded again when it is asked for, and missing then is said. */
function notLoaded(error: unknown): void {
  console.warn('Failed to load the rest of the popup', error)
}
