import { render } from 'preact'
import { followAppearance } from '../ui/appearance.ts'
import { browserShell } from '../ui/browser-shell.ts'
import { openPageLibrary } from '../ui/open-page-library.ts'
import { dropSecondClicks } from '../ui/second-click.ts'
import { ShellContext } from '../ui/shell.ts'
import { blocked } from './blocked.ts'
import { LibraryPage } from './LibraryPage.tsx'
import { pageWork } from './page-work.ts'
import { WorkContext } from './work.ts'

const app = document.getElementById('app')
if (!app) throw new Error('No #app in the page')
dropSecondClicks(document)
const isBlocked = blocked()
const library = openPageLibrary(isBlocked.set)
const shell = browserShell(async () => library)
const work = pageWork(library, isBlocked)
const draw = () =>
  render(
    <ShellContext.Provider value={shell}>
      <WorkContext.Provider value={work}>
        <LibraryPage />
      </WorkContext.Provider>
    </ShellContext.Provider>,
    app,
  )
followAppearance(draw).then(draw)
