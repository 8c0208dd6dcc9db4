import { render } from 'preact'
import browser from 'webextension-polyfill'
import { followAppearance } from '../ui/appearance.ts'
import { WelcomePage } from './WelcomePage.tsx'

const app = document.getElementById('app')
if (!app) throw new Error('No #app in the page')

/** The keys that save, as they are set in the browser; empty where they are another extension's or were taken away. */
async function saveKeys(): Promise<string> {
  const commands = await browser.commands.getAll()
  return commands.find(({ name }) => name === 'save-page')?.shortcut ?? ''
}

// The page is there without it.
const keys = saveKeys().catch(() => '')
const draw = async () => render(<WelcomePage keys={await keys} />, app)
followAppearance(draw).then(draw)
