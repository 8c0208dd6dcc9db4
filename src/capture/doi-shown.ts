import { isAbstractHeading } from '../abstract/labels.ts'
import { cleanDoi } from '../item/identifier.ts'
import type { Block } from '../text/block.ts'

/** How many lines above and below the title may print its DOI. */
const above = 12
const below = 26

/** Lines that speak of another paper or of what belongs to this one. */
const ofAnother =
  /\b(?:correct|errat|retract|cites|comment|reply|refer|data|code|supplement|related|recommend)/i

/** The one DOI that the page prints round its title; none where it prints several, or speaks of another paper's. */
export function doiShown(blocks: readonly Block[], at: number): string | undefined {
  if (at < 0) return undefined
  const found = new Set<string>()
  for (let i = Math.max(0, at - above); i < Math.min(blocks.length, at + below); i++) {
    const block = blocks[i]
    if (!block || (i > at && (block.size > 2000 || isAbstractHeading(block.plain)))) break
    if (block.size > 2000) continue
    const { plain } = block
    if (plain.length > 400 || !plain.includes('10.') || ofAnother.test(plain)) continue
    // The link is whole where the text runs into the next one's: `10.5555/a.1Get rights`.
    const link = block.element?.querySelector('a[href*="doi.org/10."]')?.getAttribute('href')
    const doi =
      link?.slice(link.indexOf('10.')) ??
      /(?:\bdoi\s*:?\s*|\bdoi\.org\/|^|\bdigital object identifier\s*:?\s*)(10\.\d{4,9}\/[^\s"<>]+)/i.exec(
        plain,
      )?.[1]
    const cleaned = doi === undefined ? undefined : cleanDoi(doi)
    if (cleaned !== undefined) found.add(cleaned.toLowerCase())
  }
  const [only] = found
  return found.size === 1 ? only : undefined
}

/** The most characters of scripts that are searched for a DOI. */
const mostSource = 400_000

/** The DOI that the page's own scripts call the paper's (`SDM.doi = '10.…'`, `articleDoi: "10.…"`); none where they name several. */
export function doiInScripts(document: Document): string | undefined {
  let budget = mostSource
  const found = new Set<string>()
  const scripts = document.getElementsByTagName('script')
  for (let i = 0; i < scripts.length; i++) {
    const script = scripts[i]
    if (!script || script.hasAttribute('src')) continue
    const source = script.textContent ?? ''
    budget -= source.length
    if (budget < 0) break
    if (!/doi/i.test(source)) continue
    for (const match of source.matchAll(
      /\b(?:article|page|content)?_?doi["']?\s{0,3}[:=]\s{0,3}["'](10\.\d{4,9}\/[^"'\s<>]{2,200})["']/gi,
    )) {
      const cleaned = cleanDoi(match[1] ?? '')
      if (cleaned !== undefined) found.add(cleaned.toLowerCase())
    }
  }
  const [only] = found
  return found.size === 1 ? only : undefined
}
