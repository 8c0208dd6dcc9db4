import { isAbstractHeading } from '../abstract/labels.ts'
import { elementRule } from '../boilerplate/strip.ts'
import { siteName } from '../metadata/open-graph.ts'
import type { Block } from '../text/block.ts'
import { comparable, comparableOpening } from '../text/comparable.ts'
import { nameOf } from '../text/element-name.ts'
import { elementText } from '../text/element-text.ts'
import type { Page } from './page.ts'
import { isView, wholeWindowTitle, windowParts } from './window-title.ts'

/** More first headings than this are a list's. */
const mostHeadings = 20

/** The share of the window's title that a line must take to be the paper's title. */
const leastShare = 0.4

/**
 * The title as the page shows it, with its markup: the longest first heading, other heading or line that the
 * window's title repeats, or else the first heading that is not the site's name.
 *
 * `bare` is the window's title without the names at its ends.
 */
export function mainHeading(page: Page, bare: string | undefined): string | undefined {
  const whole = comparable(wholeWindowTitle(page))
  const site = comparable(siteName(page.tags) ?? '')
  const first = firstHeadings(page).filter(
    ({ words, text }) => words.length >= 8 && words !== site && !isView(text),
  )
  const repeated = longest(first.filter(({ words }) => isRepeated(words, whole)))
  const least = Math.max(8, comparable(bare ?? '').length * leastShare)
  if (repeated && repeated.words.length >= least) return repeated.text
  const line = repeatedLine(page, whole, least)
  if (line) return line.text
  return (repeated ?? cutOff(page, first) ?? first[0] ?? aboveAbstract(page))?.text
}

/** How far down such a heading is looked for, in blocks, and how short a name of a part may be, in letters. */
const reach = 300
const leastTitle = 20

/** The longest lesser heading above the abstract's, where the page has no first heading but a name of its kind. */
function aboveAbstract({ blocks }: Page): Shown | undefined {
  const end = blocks
    .slice(0, reach)
    .findIndex(({ plain }, at) => at > 0 && isAbstractHeading(plain))
  const headings = blocks
    .slice(0, Math.max(end, 0))
    .filter((block) => block.size < 1000 && isHeading(block) && !isView(block.plain))
    .map((block) => ({ text: block.text, words: comparable(block.plain) }))
  return longest(headings.filter(({ words }) => words.length >= leastTitle))
}

interface Shown {
  text: string
  words: string
}

function firstHeadings({ document, formulas }: Page): Shown[] {
  const found: Shown[] = []
  const headings = document.getElementsByTagName('h1')
  for (let i = 0; i < headings.length && i < mostHeadings; i++) {
    const heading = headings[i]
    const text = heading
      ? elementText(heading, elementRule, formulas).replace(/^title\s*:\s*/i, '')
      : ''
    if (text.length < 1000) found.push({ text, words: comparable(text) })
  }
  return found
}

/** Long titles are cut in the window; their beginning is enough. */
function isRepeated(words: string, whole: string): boolean {
  return whole.includes(words.slice(0, 80))
}

function longest(shown: readonly Shown[]): Shown | undefined {
  return shown.reduce<Shown | undefined>(
    (best, each) => (best && best.words.length >= each.words.length ? best : each),
    undefined,
  )
}

/** The longest line that the window's title repeats, headings before others. */
function repeatedLine({ blocks }: Page, whole: string, least: number): Shown | undefined {
  const headings: Shown[] = []
  const others: Shown[] = []
  const most = whole.length * 2 + 40
  for (const block of blocks) {
    if (block.size < least || block.size > most * 4 + 400) continue
    if (!whole.includes(comparableOpening(block.raw))) continue
    if (block.plain.length < least || block.plain.length > most) continue
    const words = comparable(block.plain)
    if (isView(block.plain)) continue
    if (words.length < least || !(whole.includes(words) || whole.includes(unmarked(words))))
      continue
    const text = whole.includes(words) ? block.text : withoutMark(block.text)
    if (text !== '') (isHeading(block) ? headings : others).push({ text, words })
  }
  return (
    longest(headings) ??
    longest(others.filter(({ words }) => words.length < whole.length)) ??
    others[0]
  )
}

/** A footnote's number behind the title: `… of the glia<sup>1</sup>`. */
function unmarked(words: string): string {
  return words.replace(/\d{1,2}$/, '')
}

function withoutMark(text: string): string {
  return text.replace(/\s*(?:<sup>\d{1,2}<\/sup>|\d{1,2})$/, '')
}

function isHeading({ element }: Block): boolean {
  return (
    element !== undefined &&
    (/^h[1-4]$/.test(nameOf(element)) || /^h[1-4]$/.test(element.parentElement?.localName ?? ''))
  )
}

/** The heading that goes on where the window's title is cut off with dots: `Impact of sortase on tar... [J Test. 2013]`. */
function cutOff(page: Page, headings: readonly Shown[]): Shown | undefined {
  const starts = windowParts(page).flatMap((part) => {
    const start = /^(.{20,}?)(?:…|\.\.\.)/u.exec(part)?.[1]
    return start === undefined ? [] : [comparable(start)]
  })
  return headings.find(({ words }) => starts.some((start) => words.startsWith(start)))
}
