import { besideAbstract } from '../boilerplate/place.ts'
import { lineRule } from '../boilerplate/strip.ts'
import { readPublicationTypes } from '../item/publication-type.ts'
import type { Removed, Section } from '../item/record.ts'
import { comparable } from '../text/comparable.ts'
import { withoutInline } from '../text/markup.ts'
import type { Page } from './page.ts'

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
  fromAbstract: readonly Removed[],
): Removed[] {
  const words = comparable(
    kept.sections.map((section) => `${section.label ?? ''} ${section.text}`).join(' '),
  )
  const title = comparable(kept.title ?? '')
  const trail: Removed[] = []
  for (const block of page.blocks) {
    const text = withoutInline(block.text)
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
  const own = fromAbstract.filter((line) => !listed.has(line.text)).slice(0, most)
  return [...trail.slice(0, most - own.length), ...own]
}

function isOutside(line: string, abstract: string, title: string): boolean {
  return (
    line !== '' &&
    !abstract.includes(line) &&
    !line.includes(abstract.slice(0, 200) || '\n') &&
    line !== title
  )
}
