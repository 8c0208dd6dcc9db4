import { isAbstractHeading } from '../abstract/labels.ts'
import { titleAbove } from '../abstract/unlabelled.ts'
import { elementRule } from '../boilerplate/strip.ts'
import { cleanDoi } from '../item/identifier.ts'
import { parseNameList } from '../item/name.ts'
import { readPublicationTypes } from '../item/publication-type.ts'
import { type Candidate, namesCandidate, textCandidate } from '../metadata/candidate.ts'
import { siteName } from '../metadata/open-graph.ts'
import { identifiersInPath } from '../portals/identifiers.ts'
import { comparable, isComparable } from '../text/comparable.ts'
import { elementText } from '../text/element-text.ts'
import { withoutInline } from '../text/markup.ts'
import type { Page } from './page.ts'

/** What the portal's selectors and the address give: the surest there is. */
export function readPortalFields({ document, url, portal }: Page): Candidate[] {
  if (!portal) return []
  const first = (
    selectors: readonly string[] = [],
  ): { text: string; selector: string } | undefined => {
    for (const selector of selectors) {
      const element = document.querySelector(selector)
      const text = element ? elementText(element, elementRule) : ''
      if (text !== '') return { text, selector }
    }
    return undefined
  }
  const candidates: Candidate[] = []
  for (const { variable, value } of identifiersInPath(portal, url)) {
    candidates.push(...textCandidate(variable, value, 'address'))
  }
  const title = first(portal.title)
  if (title)
    candidates.push({ field: 'title', value: title.text, text: title.text, source: title.selector })
  for (const selector of portal.author ?? []) {
    const names = [...document.querySelectorAll(selector)].flatMap((element) =>
      parseNameList(elementText(element)),
    )
    candidates.push(...namesCandidate('author', names, selector))
  }
  for (const [field, selectors] of Object.entries(portal.fields ?? {})) {
    const found = first(selectors)
    if (found && isTextField(field))
      candidates.push(...textCandidate(field, found.text, found.selector))
  }
  return candidates
}

function isTextField(field: string): field is Extract<Candidate, { value: string }>['field'] {
  return !['type', 'author', 'editor', 'issued', 'accessed'].includes(field)
}

/** What the page itself shows: its main heading, the window's title, a DOI in the address. */
export function readPageFields(page: Page): Candidate[] {
  const { document, url } = page
  const window = windowTitle(page)
  const candidates: Candidate[] = []
  const heading = page.plainText ? undefined : mainHeading(page, window)
  // Where nothing is marked as the title, a portal's page is read like plain text.
  const line =
    heading === undefined && (page.plainText || page.portal) ? titleAbove(page.blocks) : undefined
  const shown = heading ?? line
  if (shown) {
    const source = heading === undefined ? 'first line' : 'heading'
    candidates.push({ field: 'title', value: shown, text: shown, source })
  }
  if (window && !page.plainText) candidates.push(...textCandidate('title', window, 'window title'))
  candidates.push(...textCandidate('DOI', doiInAddress(url), 'address'))
  candidates.push(...textCandidate('DOI', doiShown(page, shown ?? window), 'page text'))
  const lang = document.documentElement?.getAttribute('lang')
  if (lang && page.portal === undefined)
    candidates.push(...textCandidate('language', lang, 'html lang'))
  return candidates
}

/** The longest heading that the window's title repeats, or else the first of the first rank that is not the site's name. */
function mainHeading(page: Page, window: string | undefined): string | undefined {
  const whole = comparable(page.document.title)
  const site = comparable(siteName(page.tags) ?? '')
  const texts = (selector: string): string[] =>
    [...page.document.querySelectorAll(selector)]
      .slice(0, 20)
      .map((heading) => elementText(heading, elementRule))
      .filter((text) => comparable(text).length >= 8 && comparable(text) !== site)
  const first = texts('h1')
  const repeated = [...first, ...texts('h2')]
    .filter((text) => whole.includes(comparable(text).slice(0, 80)))
    .sort((a, b) => b.length - a.length)[0]
  if (repeated) return repeated
  if (first.length > 0) return first[0]
  const wanted = comparable(window ?? '')
  return wanted.length < 8
    ? undefined
    : page.blocks.find((block) => isComparable(block.text, wanted))?.text
}

/** The window's title without the names of site, portal and journal at either end. */
export function windowTitle({ document, portal, tags, url }: Page): string | undefined {
  const title = document.title.trim()
  const bare = portal?.titleSuffix ? title.replace(portal.titleSuffix, '') : title
  const host = comparable(url.hostname.replace(/^www\./, '').replace(/\.\w+$/, ''))
  const names = [
    siteName(tags),
    portal?.name,
    ...tags
      .filter((tag) => /journal_title|publicationname|og:site_name/.test(tag.name))
      .map((tag) => tag.content),
  ]
    .map((name) => comparable(name ?? ''))
    .filter((name) => name.length > 2)
  const isName = (part: string): boolean => {
    const words = comparable(part)
    return words === '' || names.includes(words) || host.includes(words)
  }
  const parts = bare.split(/\s+[|–—·:»-]\s+|\s*\|\s*/u)
  while (parts.length > 1 && isName(parts.at(-1) ?? '')) parts.pop()
  while (parts.length > 1 && isName(parts[0] ?? '')) parts.shift()
  if (parts.length === 1 && isName(parts[0] ?? '')) return undefined
  const left =
    parts.length === bare.split(/\s+[|–—·:»-]\s+|\s*\|\s*/u).length
      ? bare
      : bare.slice(
          bare.indexOf(parts[0] ?? ''),
          bare.lastIndexOf(parts.at(-1) ?? '') + (parts.at(-1) ?? '').length,
        )
  return left.trim() === '' ? undefined : left.trim()
}

/** Many platforms put the DOI in the path: `/doi/abs/10.1000/182`. */
export function doiInAddress(url: URL): string | undefined {
  const path = /\/(10\.\d{4,9}\/[^?#]+)$/.exec(safelyDecoded(url.pathname))?.[1]
  if (path === undefined) return undefined
  const bare = path.replace(afterDoi, '')
  // bioRxiv and medRxiv put the version behind the DOI.
  return bare.startsWith('10.1101/') ? bare.replace(/v\d+$/, '') : bare
}

/** What platforms put behind a DOI: the view of the paper, or the file's ending. */
const afterDoi =
  /(?:\/(?:full|abstract|abs|pdf|epdf|pdfdirect|meta|html|summary|fulltext|references|citations?|metrics|figures|tables?|tab|suppl\w*|supporting-information|download)(?:[./-].*)?|(?:v\d+)?\.(?:pdf|full|abstract|short|long|html?|full-text|article-info|supplementary-material)(?:\+html|\.\w+)?)$/i

/** The one DOI that the page prints round its title; none where it prints several, or speaks of another paper's. */
function doiShown({ blocks }: Page, title: string | undefined): string | undefined {
  const wanted = comparable(title ?? '')
  const at = wanted === '' ? -1 : blocks.findIndex(({ text }) => isComparable(text, wanted))
  const found = new Set<string>()
  for (const block of at < 0 ? [] : blocks.slice(Math.max(0, at - 8), at + 12)) {
    const plain = withoutInline(block.text)
    if (isAbstractHeading(plain) || plain.length > 400) break
    if (/\b(?:correct|errat|retract|cite|comment|reply|refer|data|code|supplement)/i.test(plain))
      continue
    const doi = /\b(?:doi\s*:?\s*|doi\.org\/)(10\.\d{4,9}\/[^\s"<>]+)/i.exec(plain)?.[1]
    const cleaned = doi === undefined ? undefined : cleanDoi(doi)
    if (cleaned !== undefined) found.add(cleaned.toLowerCase())
  }
  const [only] = found
  return found.size === 1 ? only : undefined
}

function safelyDecoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

/** The publication types in the lines round the title, where PubMed's readers print them, or by the portal's selectors. */
export function readPublicationTypesOf(page: Page, title: string | undefined): string[] {
  const selected = (page.portal?.publicationTypes ?? []).flatMap((selector) =>
    [...page.document.querySelectorAll(selector)].flatMap(
      (element) => readPublicationTypes(elementText(element)) ?? [],
    ),
  )
  if (selected.length > 0) return inOrder(selected)
  const wanted = comparable(title ?? '')
  const at = page.blocks.findIndex((block) => wanted !== '' && isComparable(block.text, wanted))
  const near = page.blocks
    .slice(Math.max(0, at - 12), at + 8)
    .flatMap((block) => readPublicationTypes(withoutInline(block.text)) ?? [])
  // `News` or `Review` alone may be a menu's; PubMed never gives one of these without a longer companion.
  return near.some((type) => type.includes(' ')) ? inOrder(near) : []
}

/** The page's order, with who paid for the work after what it is. */
function inOrder(types: readonly string[]): string[] {
  const each = [...new Set(types)]
  const isSupport = (type: string): boolean => type.startsWith('Research Support')
  return [...each.filter((type) => !isSupport(type)), ...each.filter(isSupport)]
}
