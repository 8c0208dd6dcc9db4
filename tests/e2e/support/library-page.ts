import type { RunOptions } from 'axe-core'
import type { Page } from 'puppeteer'
import { expect } from 'vitest'
import type { Capture } from '../../../src/capture/page-kind.ts'
import { send } from '../../faults/support/desk.ts'
import { runAxe } from './axe.ts'
import { byRole } from './by-role.ts'
import type { Running } from './launch.ts'
import { type Colours, screenshot, setColorScheme } from './look.ts'
import { type OwnPage, openOwnPage } from './own-page.ts'
import { press } from './popup.ts'

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

/** Waits until the sidebar says of each of these how many papers there are, and has no other tags. */
export async function waitForCounts(
  page: Page,
  counts: { all?: number; trash?: number; tags?: { [tag: string]: number } },
): Promise<void> {
  const wanted = [
    ...(counts.all === undefined ? [] : [`All ${papers(counts.all)}`]),
    ...(counts.trash === undefined ? [] : [`Trash ${papers(counts.trash)}`]),
  ]
  for (const name of wanted) await waitForNamed(page, 'button', name)
  if (!counts.tags) return
  const tags = Object.entries(counts.tags).map(([tag, count]) => `${tag} ${papers(count)}`)
  await page
    .waitForFunction(tagsAre, { timeout: 30_000 }, tags.toSorted())
    .catch(async () => expect(await page.evaluate(tagsShown)).toEqual(tags.toSorted()))
}

function papers(count: number): string {
  return count === 1 ? '1 paper' : `${count} papers`
}

function tagsShown(): string[] {
  const buttons = document.querySelectorAll('[aria-labelledby=side-tags] .side-item')
  return [...buttons]
    .map((button) => {
      const count = document.getElementById(button.getAttribute('aria-describedby') ?? '')
      return `${button.querySelector('bdi')?.textContent} ${count?.textContent}`
    })
    .sort()
}

function tagsAre(wanted: string[]): boolean {
  const buttons = document.querySelectorAll('[aria-labelledby=side-tags] .side-item')
  const shown = [...buttons]
    .map((button) => {
      const count = document.getElementById(button.getAttribute('aria-describedby') ?? '')
      return `${button.querySelector('bdi')?.textContent} ${count?.textContent}`
    })
    .sort()
  return JSON.stringify(shown) === JSON.stringify(wanted)
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
