import { render } from 'preact'
import { browserShell, setLanguage } from '../ui/browser-shell.ts'
import { openPageLibrary } from '../ui/open-page-library.ts'
import { ShellContext } from '../ui/shell.ts'
import { LibraryPage } from './LibraryPage.tsx'
import { pageWork } from './page-work.ts'
import { WorkContext } from './work.ts'

const app = document.getElementById('app')
if (!app) throw new Error('No #app in the page')
setLanguage()
const library = openPageLibrary()
render(
  <ShellContext.Provider value={browserShell(library)}>
    <WorkContext.Provider value={pageWork(library)}>
      <LibraryPage />
    </WorkContext.Provider>
  </ShellContext.Provider>,
  app,
)
