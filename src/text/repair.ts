import { decodeShown } from './entities.ts'
import { plainGlyphs } from './glyphs.ts'
import { joinHyphens } from './hyphens.ts'

/**
 * A page's text, its line ends still in it, with what its production left there put right: references that show,
 * ligatures and private-use glyphs, words cut at the end of a line. Mojibake is not touched: a guess would be worse.
 */
export function repair(text: string): string {
  return joinHyphens(plainGlyphs(decodeShown(text)))
}
