import { type Candidate, textCandidate } from '../metadata/candidate.ts'
import { siteName } from '../metadata/open-graph.ts'
import { comparable, isComparable } from '../text/comparable.ts'
import { parseVolumeLine } from './citation-line.ts'
import { isJournalName, isSiteName, soundsLikeJournal } from './journal-name.ts'
import type { Page } from './page.ts'
import { wholeWindowTitle, windowParts } from './window-title.ts'

/** How many lines above the title may be a path of links or a masthead. */
const above = 16

const repositories = /^(?:dspace|eprints|digital-commons|invenio)$/
const notInJournals = /^(?:article|thesis|report|book|dataset|webpage|post-weblog)$/

/**
 * The journal that the window's title names beside the paper's (`A title | Journal of Tests`,
 * `ACS Tests - A title (ACS Publications)`): a name that journals bear, or one that stands above the title or over a
 * line with a volume as well; never a site's or a publisher's.
 *
 * `title` is the paper's plain title and `at` its place in the page's blocks.
 */
export function readJournalShown(page: Page, at: number, title: string): Candidate[] {
  // Preprints, theses and what repositories hold name their server there.
  if (page.readings.some(({ id, type }) => repositories.test(id) || notInJournals.test(type ?? '')))
    return []
  const own = comparable(title)
  const names = windowNames(page, own)
  const publisher = new Set(
    page.tags
      .filter(({ name }) => /publisher$/.test(name))
      .map(({ content }) => comparable(content)),
  )
  for (const name of names) {
    const words = comparable(name)
    if (publisher.has(words) || words === comparable(page.portal?.name ?? '')) continue
    if (soundsLikeJournal(name) || isMasthead(page, at, words))
      return textCandidate('container-title', name, 'window title, beside the title')
  }
  return []
}

/** The parts of the window's title that are not the paper's, without brackets and volumes behind. */
function windowNames(page: Page, own: string): string[] {
  const parts = windowParts(page)
  // A title of several parts: what is left when it is taken away as a whole.
  const whole = wholeWindowTitle(page)
  const rest = parts.length === 1 ? whole.split(/\s?: /) : parts
  return rest
    .map((part) => part.replace(/\s*[([][^()[\]]{1,60}[)\]]\s*$/, '').trim())
    .filter((part) => {
      const words = comparable(part)
      return (
        words.length >= 3 &&
        !own.includes(words) &&
        !words.includes(own) &&
        isJournalName(part) &&
        !isSiteName(part) &&
        parseVolumeLine(part) === undefined
      )
    })
}

/** True where a line near above the title is that name, or one further up that a line with a volume follows. */
function isMasthead({ blocks, tags, portal }: Page, at: number, words: string): boolean {
  const end = at < 0 ? 0 : at
  // A person's or a project's own site has its name there, too, and says that it is the site's.
  const isOfPapers =
    portal !== undefined ||
    comparable(siteName(tags) ?? '') !== words ||
    tags.some(({ name }) => /^(?:citation_|dc|prism|eprints)/.test(name))
  for (let i = 0; i < end; i++) {
    const block = blocks[i]
    if (!block || block.size < words.length || block.size > 600) continue
    if (!isComparable(block.plain.replace(/[>»/|]\s*$/, ''), words)) continue
    if (i >= end - above && isOfPapers) return true
    const next = blocks[i + 1]
    if (next && next.size < 400 && parseVolumeLine(next.plain)) return true
  }
  return false
}
