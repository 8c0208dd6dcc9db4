import browser from 'webextension-polyfill'
import { paintBadge } from './badge.ts'

/**
 * Says something on a tab's page, for what was done without the popup: a line in the corner that a screen reader
 * hears. Where nothing can be put into the page, the toolbar button says it.
 */
export async function say(tabId: number, text: string, failed = false): Promise<void> {
  try {
    await browser.scripting.executeScript({ target: { tabId }, func: showToast, args: [text] })
  } catch {
    await paintBadge(tabId, failed ? 'failed' : 'saved', text)
  }
}

/** Runs in the page's isolated world, alone: it may use nothing but its argument. */
function showToast(text: string): void {
  const name = 'offprint-notice'
  for (const old of document.querySelectorAll(name)) old.remove()
  const host = document.createElement(name)
  const root = host.attachShadow({ mode: 'closed' })
  const line = document.createElement('div')
  line.setAttribute('role', 'status')
  const dark = matchMedia('(prefers-color-scheme: dark)').matches
  Object.assign(line.style, {
    position: 'fixed',
    insetBlockStart: '16px',
    insetInlineEnd: '16px',
    zIndex: '2147483647',
    maxInlineSize: '360px',
    padding: '10px 14px',
    borderRadius: '8px',
    font: '500 14px/1.45 system-ui, sans-serif',
    color: dark ? '#e6e9ee' : '#1d2430',
    background: dark ? '#1b2027' : '#ffffff',
    border: '1px solid #0f5c63',
    boxShadow: '0 8px 30px #0003',
  })
  root.append(line)
  document.documentElement.append(host)
  // A live region speaks when its text changes, so it must be there before the text.
  setTimeout(() => {
    line.dir = 'auto'
    line.textContent = text
  }, 50)
  setTimeout(() => host.remove(), 6000)
}
