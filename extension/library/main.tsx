import { render } from 'preact'
import { browserShell, setLanguage } from '../ui/browser-shell.ts'
import { openPageLibrary } from '../ui/open-page-library.ts'
import { ShellContext } from '../ui/shell.ts'
import { followTheme } from '../ui/theme.ts'
import { blocked } from './blocked.ts'
import { LibraryPage } from './LibraryPage.tsx'
import { pageWork } from './page-work.ts'
import { WorkContext } from './work.ts'

const app = document.getElementById('app')
if (!app) throw new Error('No #app in the page')
setLanguage()
followTheme().catch((error: unknown) => console.error('Failed to read the theme', error))
const isBlocked = blocked()
const library = openPageLibrary(isBlocked.set)
render(
  <ShellContext.Provider value={browserShell(async () => library)}>
    <WorkContext.Provider value={pageWork(library, isBlocked)}>
      <LibraryPage />
    </WorkContext.Provider>
  </ShellContext.Provider>,
  app,
)
