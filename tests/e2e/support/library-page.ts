import type { RunOptions } from 'axe-core'
import type { Page } from 'puppeteer'
import { expect } from 'vitest'
import type { Capture } from '../../../src/capture/page-kind.ts'
import { send } from '../../faults/support/desk.ts'
import { waitUntil } from '../../faults/support/wait.ts'
import { runAxe } from './axe.ts'
import { byRole } from './by-role.ts'
import { focusedInFirefox } from './firefox/focused.ts'
import type { Running } from './launch.ts'
import { type Colours, screenshot, setColorScheme } from './look.ts'
import { type OwnPage, openOwnPage } from './own-page.ts'
import { press } from './popup.ts'
import { waitInPage } from './wait-in-page.ts'

/** Opens the library page as a person sees it on a small screen, in front of the other tabs. */
export async function openLibraryPage(running: Running): Promise<OwnPage> {
  const library = await openOwnPage(running, 'extension/library/index.html')
  await library.page.setViewport({ width: 1240, height: 900 })
  await library.page.bringToFront()
  await waitForNamed(library.page, 'heading', 'Upkeep')
  return library
}

/** Saves a paper as the popup does, with tags and a note where there are any; the record's id. */
export async function savePaper(
  page: Page,
  capture: Capture,
  { tags = [], note }: { tags?: string[]; note?: string } = {},
): Promise<string> {
  const saved = await send(page, 'record:save', { capture })
  if (!saved.ok) throw new Error(saved.error)
  const { id } = saved.value.record
  const edit = { addTags: tags, ...(note === undefined ? {} : { note }) }
  if (tags.length > 0 || note !== undefined) await send(page, 'record:edit', { id, edit })
  return id
}

/** Waits until something of this role and name can be seen. */
export async function waitForNamed(page: Page, role: string, name: string): Promise<void> {
  await page.waitForSelector(byRole(role, name), { visible: true, timeout: 30_000 })
}

/** Waits until the sidebar says how many papers a line of it has: `1 paper`, `3 papers`, as it is described to who cannot see it. */
export async function waitForCount(page: Page, name: string, count: number): Promise<void> {
  await waitInPage(page, isDescribed, [name, papers(count)]).catch(async () =>
    expect(await page.evaluate(lines, '')).toContain(`${name} ${papers(count)}`),
  )
}

/** Waits until the sidebar says of each of these how many papers there are, and has no other tags. */
export async function waitForCounts(
  page: Page,
  counts: { all?: number; trash?: number; tags?: { [tag: string]: number } },
): Promise<void> {
  if (counts.all !== undefined) await waitForCount(page, 'All', counts.all)
  if (counts.trash !== undefined) await waitForCount(page, 'Trash', counts.trash)
  if (!counts.tags) return
  const tags = Object.entries(counts.tags).map(([tag, count]) => `${tag} ${papers(count)}`)
  const part = '[aria-labelledby=side-tags] '
  await waitUntil(async () => {
    const shown = await page.evaluate(lines, part)
    return JSON.stringify(shown.toSorted()) === JSON.stringify(tags.toSorted())
  }, 30_000).catch(async () =>
    expect((await page.evaluate(lines, part)).toSorted()).toEqual(tags.toSorted()),
  )
}

function papers(count: number): string {
  return count === 1 ? '1 paper' : `${count.toLocaleString('en')} papers`
}

/** The lines of the sidebar, or of a part of it, with what is counted in them. */
function lines(part: string): string[] {
  return [...document.querySelectorAll(`${part}.side-item`)].map((button) => {
    const count = document.getElementById(button.getAttribute('aria-describedby') ?? '')
    return `${button.querySelector('bdi')?.textContent} ${count?.textContent}`
  })
}

function isDescribed(name: string, count: string): boolean {
  const button = [...document.querySelectorAll('.side-item')].find(
    (each) => each.querySelector('bdi')?.textContent === name,
  )
  const described = document.getElementById(button?.getAttribute('aria-describedby') ?? '')
  return described?.textContent === count
}

/** In other colours nothing is another way but they. */
const inOtherColours: RunOptions = {
  resultTypes: ['violations'],
  runOnly: ['color-contrast', 'link-in-text-block'],
}
const rules: { [colours in Colours]: RunOptions } = {
  light: { resultTypes: ['violations'] },
  dark: inOtherColours,
  forced: inOtherColours,
}

/** Takes a picture in both themes and in forced colours, and asks axe about each. */
export async function look({ page }: OwnPage, name: string): Promise<void> {
  for (const colours of ['light', 'dark', 'forced'] as const) {
    await setColorScheme(page, colours)
    await screenshot(page, `${name}-${colours}`)
    expect(await runAxe(page, rules[colours]), `${name}, ${colours}`).toEqual([])
  }
  await setColorScheme(page, 'light')
}

/** Chooses a file on the library page, by the button that asks for it, and waits for what an import of it would do. */
export async function chooseBackup(page: Page, file: string, button = 'Import…'): Promise<void> {
  const chooser = page.waitForFileChooser()
  await press(page, button)
  await (await chooser).accept([file])
  await waitForNamed(page, 'button', 'Import')
}

/** The name by which a screen reader knows what has the focus; empty where nothing has it. */
export async function focused(page: Page): Promise<string> {
  if ((await page.browser().version()).startsWith('firefox')) return focusedInFirefox(page)
  const session = await page.createCDPSession()
  try {
    await session.send('Accessibility.enable')
    const { result } = await session.send('Runtime.evaluate', {
      expression: 'document.activeElement === document.body ? null : document.activeElement',
    })
    if (result.objectId === undefined) return ''
    const { nodes } = await session.send('Accessibility.getPartialAXTree', {
      objectId: result.objectId,
      fetchRelatives: false,
    })
    return String(nodes[0]?.name?.value ?? '')
  } finally {
    await session.detach()
  }
}

/** Waits until what has the focus has this name; throws with the name of what has it instead. */
export async function waitForFocus(page: Page, name: string): Promise<void> {
  let seen = ''
  for (const end = Date.now() + 15_000; Date.now() < end; ) {
    seen = await focused(page)
    if (seen === name) return
  }
  expect(seen, 'what has the focus').toBe(name)
}
