/** What can be done with something in the popup, or with all of it. */
export type Deed = 'find' | 'text' | 'status' | 'press' | 'write' | 'enter' | 'close'

/**
 * Does something in the open popup, with what a screen reader calls by this role and name, and gives its text or value; undefined where
 * there is none. Runs in another page of ours, so that it may use nothing but its arguments.
 */
export async function inPopup(
  deed: Deed,
  role: string,
  name: string,
  text: string,
): Promise<string | undefined> {
  const view: (Window & typeof globalThis) | undefined = Reflect.get(
    globalThis,
    'browser',
  ).extension.getViews({ type: 'popup' })[0]
  const root = view?.document.querySelector('main')
  if (!view || !root) return undefined
  if (deed === 'close') {
    view.close()
    return ''
  }
  if (deed === 'status')
    return [...root.querySelectorAll('[role=status]')].map((each) => each.textContent).join('\n')
  if (role === '') return root.innerText

  const roles: { [role: string]: string } = {
    textbox: 'textarea, input[type=text], input:not([type])',
    radio: 'input[type=radio]',
    checkbox: 'input[type=checkbox]',
    searchbox: 'input[type=search]',
    region: 'section',
    heading: 'h2, h3',
    combobox: 'select',
    link: 'a',
  }
  const said = (element: Element | null | undefined): string => {
    if (!element) return ''
    const copy = element.cloneNode(true) as Element
    for (const hidden of copy.querySelectorAll('[aria-hidden=true]')) hidden.remove()
    return (copy.textContent ?? '').replace(/\s+/g, ' ').trim()
  }
  const nameOf = (element: Element): string => {
    const label = element.getAttribute('aria-label')
    if (label !== null) return label
    const ids = element.getAttribute('aria-labelledby')?.split(' ') ?? []
    if (ids.length > 0) return ids.map((id) => said(view.document.getElementById(id))).join(' ')
    const labels: NodeListOf<Element> | undefined = Reflect.get(element, 'labels') ?? undefined
    return said(labels?.[0] ?? element)
  }
  const dialog = view.document.querySelector('dialog[open]')
  const all = (dialog ?? root).querySelectorAll<HTMLElement>(
    `[role=${role}], ${roles[role] ?? role}`,
  )
  const found = [...all].find((each) => nameOf(each) === name && each.checkVisibility())
  if (!found) return undefined
  const box = found as HTMLTextAreaElement
  if (deed === 'press') found.click()
  if (deed === 'write' || deed === 'enter') {
    box.focus()
    box.value = text
    box.dispatchEvent(new view.InputEvent('input', { bubbles: true }))
    // What was typed has to be drawn before a key is pressed on it.
    await new Promise((drawn) => view.setTimeout(drawn, 50))
    if (deed === 'enter')
      box.dispatchEvent(new view.KeyboardEvent('keydown', { key: 'Enter', bubbles: true }))
    else box.blur()
  }
  return 'value' in found ? String(box.value) : found.innerText
}
