import { type ComponentChild, render } from 'preact'
import { act } from 'preact/test-utils'

let root: HTMLElement | undefined

/** Shows a component in the document, and waits for what its hooks begin. */
export async function show(component: ComponentChild): Promise<void> {
  await hide()
  root = document.body.appendChild(document.createElement('div'))
  const into = root
  await perform(() => render(component, into))
}

/** Takes the shown component away. */
export async function hide(): Promise<void> {
  const from = root
  if (!from) return
  root = undefined
  await perform(() => render(null, from))
  from.remove()
}

/** Does something and waits for what follows from it. */
export async function perform(doing: () => unknown): Promise<void> {
  await act(async () => {
    await doing()
    await turn()
  })
  // What an effect began may set a state, whose effects begin something else.
  for (let round = 0; round < 3; round++) await act(turn)
}

/** The one element with this role or tag and this exact name; throws where there is none or several. */
export function the<E extends HTMLElement = HTMLElement>(selector: string, name: string): E {
  const found = all(selector, name)
  const [element] = found
  if (!element || found.length > 1) {
    throw new Error(`${found.length} of ${selector} named ${name} in:\n${document.body.innerHTML}`)
  }
  return element as E
}

/** Every shown element with this role or tag and this exact name. */
export function all(selector: string, name: string): HTMLElement[] {
  const matches = document.querySelectorAll<HTMLElement>(`${selector}, [role="${selector}"]`)
  return [...matches].filter((element) => !element.closest('[hidden]') && nameOf(element) === name)
}

/** Types a text into a box, as one input. */
export async function type(
  box: HTMLInputElement | HTMLTextAreaElement,
  text: string,
): Promise<void> {
  await perform(() => {
    box.value = text
    box.dispatchEvent(new Event('input', { bubbles: true }))
  })
}

/** Presses a key on an element; true where the page took it. */
export async function press(
  element: HTMLElement,
  key: string,
  more: KeyboardEventInit = {},
): Promise<boolean> {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more })
  await perform(() => element.dispatchEvent(event))
  return event.defaultPrevented
}

/** What the status region says. */
export function status(): string {
  return (document.querySelector('[role=status]')?.textContent ?? '').trim()
}

function nameOf(element: HTMLElement): string {
  const label = element.getAttribute('aria-label')
  if (label !== null) return label
  const by = element.getAttribute('aria-labelledby') ?? ''
  if (by !== '') return document.getElementById(by)?.textContent?.trim() ?? ''
  const labels = 'labels' in element ? (element as HTMLInputElement).labels : null
  if (labels && labels.length > 0) return labels[0]?.textContent?.trim() ?? ''
  const copy = element.cloneNode(true) as HTMLElement
  for (const hidden of copy.querySelectorAll('[aria-hidden=true]')) hidden.remove()
  return copy.textContent?.trim() ?? ''
}

function turn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0))
}
