import { decodeShown } from './entities.ts'
import { plainGlyphs } from './glyphs.ts'
import { joinHyphens } from './hyphens.ts'

/**
 * A page's text, its line ends still in it, with what its production left there put right: references that show,
 * ligatures and private-use glyphs, words cut at the end of a line. Mojibake is not touched: a guess would be worse.
 */
export function repair(text: string): string {
  return joinHyphens(plainGlyphs(decodeShown(withoutShownTags(text))))
}

/**
 * Text without the tags that a page shows because they were escaped once too often (`&lt;p&gt;We …&lt;/p&gt;`); only
 * where one of them is closed, so that `a <p and b` stays.
 */
function withoutShownTags(text: string): string {
  if (!shownClosing.test(text)) return text
  return text.replace(shownTag, ' ')
}

const shownClosing = /<\/(?:jats:)?(?:p|div|span|title|sec|strong)>/
const shownTag =
  /<\/?(?:jats:)?(?:p|div|span|title|sec|strong|br)(?:\s+[\w:-]{1,30}=(?:"[^"<>]{0,200}"|'[^'<>]{0,200}'))*\s?\/?>/g
