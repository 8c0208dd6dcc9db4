import { titleAt } from '../abstract/title-at.ts'
import { titleAbove } from '../abstract/unlabelled.ts'
import type { Name } from '../item/item.ts'
import { sameName } from '../item/name.ts'
import { type Candidate, namesCandidate, textCandidate } from '../metadata/candidate.ts'
import { chooseFields } from '../metadata/choose-fields.ts'
import { readScriptData } from '../metadata/script-data.ts'
import { comparable } from '../text/comparable.ts'
import { withoutInline } from '../text/markup.ts'
import { readMarkedAuthors } from './authors-marked.ts'
import { readByline, readLabelledAuthors } from './byline.ts'
import { readCitationShown } from './citation-shown.ts'
import { doiInAddress } from './doi-in-address.ts'
import { doiInScripts, doiShown } from './doi-shown.ts'
import { isAbbreviationOf } from './journal-name.ts'
import { readJournalShown } from './journal-shown.ts'
import { mainHeading } from './main-heading.ts'
import { namesInLine } from './names-in-line.ts'
import type { Page } from './page.ts'
import { wholeWindowTitle, windowTitle } from './window-title.ts'

/**
 * What the page itself shows: its main heading, and for what `said` (the candidates of its head) leaves open the data
 * in its scripts, the authors below the title, and the lines round it that cite the paper; last the window's title.
 */
export function readPageFields(page: Page, said: readonly Candidate[]): Candidate[] {
  const { document, url, blocks } = page
  const known = new Set<string>(said.map(({ field }) => field))
  const has = (field: Candidate['field']): boolean => known.has(field)
  const window = windowTitle(page)
  const heading = page.plainText ? undefined : mainHeading(page, window)
  // Where nothing is marked as the title, a portal's page is read like plain text.
  const line =
    heading === undefined && (page.plainText || page.portal) ? titleAbove(blocks) : undefined
  const shown = heading ?? line
  const candidates: Candidate[] = []
  if (shown !== undefined) {
    const source = heading === undefined ? 'first line' : 'heading'
    candidates.push({ field: 'title', value: shown, text: shown, source })
  }
  if (!has('author') || (!has('title') && !has('DOI'))) {
    const titles = [shown ?? '', wholeWindowTitle(page)]
    candidates.push(...readScriptData(document, titles))
  }
  const chosen = chooseFields([...said, ...candidates]).item
  const title = chosen.title ?? window
  const at = titleAt(blocks, title)
  const plain = withoutInline(title ?? '')
  const authors = chosen.author
  if (authors === undefined) candidates.push(...authorsShown(page, at))
  else if (authors.length === 1) candidates.push(...fullerAuthors(page, at, authors))
  if (
    ['container-title', 'container-title-short', 'issued', 'volume', 'page'].some(
      (field) => !known.has(field),
    )
  ) {
    const { volume, DOI: doi } = chosen
    const isCited = ['container-title', 'issued', 'volume', 'DOI'].every((field) =>
      known.has(field),
    )
    const cited = readCitationShown(blocks, at, plain, { volume, doi, isCited })
    const named = has('container-title') ? [] : readJournalShown(page, at, plain)
    candidates.push(...(isBetterNamed(cited, named) ? [...named, ...cited] : [...cited, ...named]))
    const journal = chosen['container-title']
    const short = cited.find(
      ({ field, text }) =>
        field === 'container-title' && journal !== undefined && isAbbreviationOf(text, journal),
    )
    candidates.push(...textCandidate('container-title-short', short?.text, 'citation line'))
  }
  candidates.push(...textCandidate('DOI', doiInAddress(url), 'address'))
  if (![...said, ...candidates].some(({ field }) => field === 'DOI')) {
    const doi = doiShown(blocks, at)
    candidates.push(
      ...(doi
        ? textCandidate('DOI', doi, 'page text')
        : textCandidate('DOI', doiInScripts(document), 'data in a script')),
    )
  }
  if (window && !page.plainText) candidates.push(...textCandidate('title', window, 'window title'))
  const lang = document.documentElement?.getAttribute('lang')
  if (lang && page.portal === undefined)
    candidates.push(...textCandidate('language', lang, 'html lang'))
  return candidates
}

/**
 * True where the name beside the title in the window is the better one: what is cited first abbreviates it, goes on
 * behind it, or was only guessed from its place over a volume.
 */
function isBetterNamed(cited: readonly Candidate[], named: readonly Candidate[]): boolean {
  const first = cited.find(({ field }) => field === 'container-title')
  const whole = named[0]?.text
  if (!first || whole === undefined) return false
  return (
    first.source === 'volume line' ||
    isAbbreviationOf(first.text, whole) ||
    comparable(first.text).startsWith(comparable(whole))
  )
}

/** The authors of one line that names more than the one of the head, and that one among them. */
function fullerAuthors({ blocks }: Page, at: number, [only]: readonly Name[]): Candidate[] {
  if (at < 0 || !only) return []
  for (const block of blocks.slice(at + 1, at + 12)) {
    const names = block.size < 4000 ? (namesInLine(block, undefined)?.names ?? []) : []
    if (names.length > 1 && names.some((name) => sameName(name, only)))
      return namesCandidate('author', names, 'lines below the title')
  }
  return []
}

function authorsShown({ document, blocks, plainText }: Page, at: number): Candidate[] {
  const marked = plainText ? [] : readMarkedAuthors(document)
  const below = readByline(blocks, at)
  // HighWire's old pages mark every author but the last.
  const isPart =
    below.length > marked.length &&
    marked.every((name) => below.some((other) => sameName(name, other)))
  if (marked.length > 0 && !isPart)
    return namesCandidate('author', marked, 'elements made for names')
  if (below.length > 0) return namesCandidate('author', below, 'lines below the title')
  return namesCandidate('author', readLabelledAuthors(blocks, at), 'labelled line')
}
