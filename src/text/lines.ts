import { type Block, lineBlock } from './block.ts'
import { plainGlyphs } from './glyphs.ts'
import { joinHyphens } from './hyphens.ts'
import { collapse, tidy } from './space.ts'

/** The most that is read of a file, in characters. */
const most = 4_000_000

/** True for a plain-text file as browsers show it: one `<pre>` and nothing else. */
export function isPlainText(document: Document): boolean {
  return document.contentType === 'text/plain'
}

/**
 * The lines of a plain-text page as blocks, so that it goes the same way as an HTML page.
 * A paragraph that was wrapped at a fixed width is one block, words cut at a line's end whole again; single lines
 * stay single.
 */
export function readLines(root: Element): Block[] {
  const blocks: Block[] = []
  for (const paragraph of (root.textContent ?? '').slice(0, most).split(/\r?\n[ \t]*\r?\n|\f/)) {
    const lines = plainGlyphs(tidy(paragraph))
      .split('\n')
      .map(collapse)
      .filter((line) => line !== '')
    const joined = isWrapped(lines) ? [collapse(joinHyphens(lines.join('\n')))] : lines
    for (const text of joined) blocks.push(lineBlock(text))
  }
  return blocks
}

/** Wrapped text fills its lines: every line but the last is about as long as the longest. Two lines are one where a word is cut. */
function isWrapped(lines: readonly string[]): boolean {
  const [first = '', second = ''] = lines
  if (lines.length < 3 && !(/\p{Ll}[-\u2010]$/u.test(first) && /^\p{Ll}/u.test(second)))
    return false
  const longest = lines.reduce((most, line) => Math.max(most, line.length), 0)
  return (
    longest >= 50 &&
    longest <= 110 &&
    lines.slice(0, -1).every((line) => line.length >= longest * 0.7)
  )
}
