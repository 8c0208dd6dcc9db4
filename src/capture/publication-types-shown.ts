import { titleAt } from '../abstract/title-at.ts'
import { readPublicationTypes } from '../item/publication-type.ts'
import { readNotices } from '../item/retraction.ts'
import { elementText } from '../text/element-text.ts'
import type { Page } from './page.ts'

/** How many lines above and below the title may name its types. */
const above = 12
const below = 8

/**
 * The publication types by the selectors of portal and platform, else in the lines round the title, where PubMed's
 * readers print them; with what title and notices say of retraction and correction.
 */
export function readPublicationTypesOf(page: Page, title: string | undefined): string[] {
  const selected = page.readings.flatMap((reading) =>
    (reading.publicationTypes ?? []).flatMap((selector) =>
      [...page.document.querySelectorAll(selector)].flatMap(
        (element) => readPublicationTypes(elementText(element)) ?? [],
      ),
    ),
  )
  const at = titleAt(page.blocks, title)
  const lines = page.blocks
    .slice(Math.max(0, at - above), at + below)
    .flatMap((block) => (block.size <= 900 ? [block.plain] : []))
  const near = selected.length > 0 ? [] : lines.flatMap((line) => readPublicationTypes(line) ?? [])
  // `News` or `Review` alone may be a menu's; PubMed never gives one of these without a longer companion.
  const shown = near.some((type) => type.includes(' ')) ? near : selected
  return inOrder([...shown, ...readNotices(title, at < 0 ? [] : lines)])
}

/** The page's order, with who paid for the work after what it is. */
function inOrder(types: readonly string[]): string[] {
  const each = [...new Set(types)]
  const isSupport = (type: string): boolean => type.startsWith('Research Support')
  return [...each.filter((type) => !isSupport(type)), ...each.filter(isSupport)]
}
