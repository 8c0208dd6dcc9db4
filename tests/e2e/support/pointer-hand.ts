import type { ElementHandle, Page } from 'puppeteer'
import { byRole } from './by-role.ts'
import type { Hand } from './hands.ts'
import { waitForStatus } from './popup.ts'

/** Somebody with a mouse, who points at the middle of what can be seen there; keys only type. */
export function pointerHand(page: Page): Hand {
  const { keyboard, mouse } = page

  /** Brings something into sight and gives its middle; throws where something else lies over it. */
  async function middleOf(element: ElementHandle, name: string): Promise<{ x: number; y: number }> {
    await element.scrollIntoView()
    const box = await element.boundingBox()
    if (!box) throw new Error(`“${name}” is not shown`)
    const at = { x: box.x + box.width / 2, y: box.y + box.height / 2 }
    const over = await element.evaluate((wanted, { x, y }) => {
      const hit = document.elementFromPoint(x, y)
      return wanted.contains(hit) || hit?.contains(wanted) ? undefined : hit?.outerHTML.slice(0, 99)
    }, at)
    if (over !== undefined) throw new Error(`over “${name}” lies ${over}`)
    return at
  }

  async function click(role: string, name: string, count = 1): Promise<void> {
    const element = await page.waitForSelector(byRole(role, name), { timeout: 30_000 })
    if (!element) throw new Error(`there is no ${role} “${name}”`)
    const { x, y } = await middleOf(element, name)
    await mouse.move(x, y, { steps: 3 })
    await mouse.click(x, y, { count })
  }

  const write = async (role: string, name: string, text: string, instead: boolean) => {
    await click(role, name, instead ? 3 : 1)
    if (!instead) {
      await keyboard.down('Control')
      await keyboard.press('End')
      await keyboard.up('Control')
    }
    await keyboard.type(text)
  }

  return {
    press: (name, role = 'button') => click(role, name),
    tick: (name) => click('checkbox', name),
    choose: (name) => click('radio', name),
    async pick(list, entry) {
      await click('combobox', list)
      // The open list is a window of the browser's own, into which puppeteer cannot point.
      await keyboard.type(entry)
      await keyboard.press('Enter')
    },
    write: (role, name, text) => write(role, name, text, false),
    rewrite: (role, name, text) => write(role, name, text, true),
    async leave() {
      const heading = await page.$('h2:not(dialog *)')
      if (!heading) throw new Error('there is no heading to click on')
      const { x, y } = await middleOf(heading, 'heading')
      await mouse.click(x, y)
    },
    async highlightLast(letters) {
      const sections = await page.$$('.section-text')
      const last = sections.at(-1)
      if (!last) throw new Error('there is no abstract')
      await last.scrollIntoView()
      const [from, to] = await last.evaluate(endsOf, letters)
      await mouse.move(from.x, from.y)
      await mouse.down()
      await mouse.move(to.x, to.y, { steps: 5 })
      await mouse.up()
      const words = await page.evaluate(() => String(getSelection()))
      await click('button', 'Highlight')
      return words
    },
    hears: (text) => waitForStatus(page, text),
  }
}

/** Where the last letters, so many, of an element begin and end in the window. */
function endsOf(section: Element, letters: number) {
  const texts = document.createTreeWalker(section, NodeFilter.SHOW_TEXT)
  const text = texts.lastChild()
  const length = text?.textContent?.length ?? 0
  const range = document.createRange()
  if (text) {
    range.setStart(text, length - letters)
    range.setEnd(text, length)
  }
  const { left, right, top, height } = range.getBoundingClientRect()
  const y = top + height / 2
  return [
    { x: left + 0.5, y },
    { x: right + 3, y },
  ] as const
}
