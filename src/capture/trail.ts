import { besideAbstract } from '../boilerplate/place.ts'
import { lineRule } from '../boilerplate/strip.ts'
import { readPublicationTypes } from '../item/publication-type.ts'
import type { Removed, Section } from '../item/record.ts'
import type { Block } from '../text/block.ts'
import { comparable } from '../text/comparable.ts'
import type { Page } from './page.ts'

/** How far from the abstract a long page's furniture is listed, in blocks. */
const near = 60

/** Longer sources than this are running text, in characters. */
const longest = 900

/** More lines than a person reads through. */
const most = 300

/**
 * The trail of everything that was left out: what the rules took from the abstract, and the page's lines that
 * are furniture. Of a plain-text page, where every line stands beside the abstract, nothing may vanish
 * without a word: lines that no rule knows are listed as `outside-abstract`.
 */
export function trailOf(
  page: Page,
  kept: { title: string | undefined; sections: readonly Section[] },
  abstract: { at: number | undefined; removed: readonly Removed[] } | undefined,
): Removed[] {
  const words = comparable(
    kept.sections.map((section) => `${section.label ?? ''} ${section.text}`).join(' '),
  )
  const title = comparable(kept.title ?? '')
  const trail: Removed[] = []
  for (const block of around(page, abstract?.at ?? 0)) {
    // Furniture is short; the body's paragraphs need not be read for it.
    if (!page.plainText && block.size > longest) continue
    const text = block.plain
    const rule =
      lineRule(text) ??
      (page.plainText &&
      isOutside(comparable(text), words, title) &&
      readPublicationTypes(text) === undefined
        ? besideAbstract
        : undefined)
    if (rule) trail.push({ rule, text })
  }
  const listed = new Set(trail.map((line) => line.text))
  const own = (abstract?.removed ?? []).filter((line) => !listed.has(line.text)).slice(0, most)
  return [...trail.slice(0, most - own.length), ...own]
}

/** The blocks that are looked through: all of a short page's, of a long one's those round the abstract. */
function around({ blocks, plainText }: Page, at: number): readonly Block[] {
  return plainText || blocks.length <= near * 2
    ? blocks
    : blocks.slice(Math.max(0, at - near), at + near)
}

function isOutside(line: string, abstract: string, title: string): boolean {
  return (
    line !== '' &&
    !abstract.includes(line) &&
    !line.includes(abstract.slice(0, 200) || '\n') &&
    line !== title
  )
}
