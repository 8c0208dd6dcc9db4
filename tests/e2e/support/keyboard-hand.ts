import type { ElementHandle, Page } from 'puppeteer'
import { byRole } from './by-role.ts'
import { expectFocusSeen } from './focus.ts'
import type { Hand } from './hands.ts'
import { waitForStatus } from './popup.ts'

/** More steps than this nobody takes to one control. */
const mostSteps = 80

/**
 * Somebody without a mouse: Tab and arrows lead to everything, and it can be seen where they have led. Never Shift+Tab where
 * Tab goes round: going back where that is shorter would hide what it does not come out of.
 */
export function keyboardHand(page: Page): Hand {
  const { keyboard } = page
  const find = async (role: string, name: string) => {
    const found = await page.waitForSelector(byRole(role, name), { timeout: 30_000 })
    if (!found) throw new Error(`there is no ${role} “${name}”`)
    return found
  }

  /** Goes on by Tab until the focus is there: at a control, or where arrows lead on to it. In a list of papers they do. */
  async function reach(
    role: string,
    name: string,
    isThere: (element: Element) => boolean = (element) => element === document.activeElement,
  ): Promise<ElementHandle> {
    let target = await find(role, name)
    // In Firefox the way round leads through the browser's own toolbar, where the page's keys do not go.
    const goesRound = !(await page.browser().version()).startsWith('firefox')
    const back = !goesRound && (await target.evaluate(isBefore))
    for (let steps = 0; steps < mostSteps; steps++) {
      if (!(await target.evaluate((element) => element.isConnected)))
        target = await find(role, name)
      if (await target.evaluate(isThere)) {
        await expectFocusSeen(page)
        return target
      }
      const arrow = await target.evaluate(arrowInList)
      if (back && !arrow) await keyboard.down('Shift')
      await keyboard.press(arrow ?? 'Tab')
      if (back && !arrow) await keyboard.up('Shift')
    }
    throw new Error(`Tab does not lead to the ${role} “${name}”`)
  }

  /** Goes to one of several that are one stop of Tab, and on by an arrow. */
  async function reachByArrow(role: string, name: string, arrow: 'ArrowDown' | 'ArrowRight') {
    const target = await reach(role, name, (element) => {
      const at = document.activeElement
      if (element instanceof HTMLInputElement)
        return at instanceof HTMLInputElement && at.type === 'radio' && at.name === element.name
      return at?.parentElement === element.parentElement && at?.role === element.role
    })
    for (let steps = 0; steps < 10; steps++) {
      if (await target.evaluate((element) => element === document.activeElement)) return
      await keyboard.press(arrow)
      await expectFocusSeen(page)
    }
    throw new Error(`the arrows do not lead to the ${role} “${name}”`)
  }

  const withControl = async (key: 'End' | 'a') => {
    await keyboard.down('Control')
    await keyboard.press(key)
    await keyboard.up('Control')
  }
  const write = async (role: string, name: string, text: string, first: 'End' | 'a') => {
    await reach(role, name)
    await withControl(first)
    await keyboard.type(text)
  }

  return {
    async press(name, role = 'button') {
      if (role === 'tab') return reachByArrow(role, name, 'ArrowRight')
      await reach(role, name)
      await keyboard.press('Enter')
    },
    async tick(name) {
      await reach('checkbox', name)
      await keyboard.press(' ')
    },
    choose: (name) => reachByArrow('radio', name, 'ArrowDown'),
    async pick(list, entry) {
      await reach('combobox', list)
      await keyboard.type(entry)
    },
    write: (role, name, text) => write(role, name, text, 'End'),
    rewrite: (role, name, text) => write(role, name, text, 'a'),
    leave: () => keyboard.press('Tab'),
    async highlightLast(letters) {
      await reach('button', 'Highlight…')
      await keyboard.press('Enter')
      await reach('textbox', 'Abstract')
      await withControl('End')
      await keyboard.down('Shift')
      for (let n = 0; n < letters; n++) await keyboard.press('ArrowLeft')
      await keyboard.up('Shift')
      const words = await page.$eval('dialog textarea', ({ value, selectionStart, selectionEnd }) =>
        value.slice(selectionStart, selectionEnd),
      )
      await reach('button', 'Highlight')
      await keyboard.press('Enter')
      return words
    },
    async hears(text) {
      await waitForStatus(page, text)
      await expectFocusSeen(page)
    },
  }
}

/** The arrow that leads on to an element of the list of papers that the focus is in; runs in the page. */
function arrowInList(
  target: Element,
): 'ArrowDown' | 'ArrowUp' | 'ArrowLeft' | 'ArrowRight' | undefined {
  const at = document.activeElement
  const [here, there] = [at?.closest('.rows > .row'), target.closest('.rows > .row')]
  if (!at || !here || !there || here.parentElement !== there.parentElement) return undefined
  if (here === there) return target.matches('input') ? 'ArrowLeft' : 'ArrowRight'
  const isBelow = (here.compareDocumentPosition(there) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0
  return isBelow ? 'ArrowDown' : 'ArrowUp'
}

/** Whether an element comes before what has the focus; runs in the page. */
function isBefore(target: Element): boolean {
  const at = document.activeElement
  if (!at || at === document.body) return false
  return (at.compareDocumentPosition(target) & Node.DOCUMENT_POSITION_PRECEDING) !== 0
}
