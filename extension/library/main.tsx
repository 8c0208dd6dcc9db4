import { render } from 'preact'
import { browserShell, openPageLibrary, setLanguage } from '../ui/browser-shell.ts'
import { ShellContext } from '../ui/shell.ts'
import { checkImport } from './check-import.ts'
import { LibraryPage } from './LibraryPage.tsx'

const app = document.getElementById('app')
if (!app) throw new Error('No #app in the page')
setLanguage()
const library = openPageLibrary()
render(
  <ShellContext.Provider value={browserShell(library)}>
    <LibraryPage check={(file) => checkImport(library, file)} />
  </ShellContext.Provider>,
  app,
)
