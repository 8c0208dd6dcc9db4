import { render } from 'preact'
import { browserShell, openPageLibrary, setLanguage } from '../ui/browser-shell.ts'
import { ShellContext } from '../ui/shell.ts'
import { Popup } from './Popup.tsx'

const app = document.getElementById('app')
if (!app) throw new Error('No #app in the page')
setLanguage()
render(
  <ShellContext.Provider value={browserShell(openPageLibrary())}>
    <Popup />
  </ShellContext.Provider>,
  app,
)
