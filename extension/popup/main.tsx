import { render } from 'preact'
import { readSnapshot } from '../snapshot.ts'
import { browserShell, setLanguage } from '../ui/browser-shell.ts'
import { openPageLibrary } from '../ui/open-page-library.ts'
import { ShellContext } from '../ui/shell.ts'
import { Popup } from './Popup.tsx'

const app = document.getElementById('app')
if (!app) throw new Error('No #app in the page')
setLanguage()
const shell = browserShell(openPageLibrary())
// The database may take a second to open; what it held a moment ago is there in a millisecond.
readSnapshot()
  .catch((error: unknown) => {
    console.error('Failed to read the snapshot', error)
    return undefined
  })
  .then((snapshot) =>
    render(
      <ShellContext.Provider value={shell}>
        <Popup snapshot={snapshot} />
      </ShellContext.Provider>,
      app,
    ),
  )
