import type { ChosenAbstract } from '../abstract/choose-abstract.ts'
import { isAbstractHeading, isAfterHeading, isBodyHeading, isKeywords } from '../abstract/labels.ts'
import { isProse } from '../abstract/unlabelled.ts'
import type { EvidenceKind } from '../detection/evidence.ts'
import type { ItemType } from '../item/item.ts'
import { comparable } from '../text/comparable.ts'
import { nameOf } from '../text/element-name.ts'
import { weightOf } from '../text/weight.ts'
import { isListing } from './listing.ts'
import type { Page } from './page.ts'
import type { KindReason, PageKind } from './page-kind.ts'

/** Titles of pages that stand where a paper should be. */
const wall =
  /^(?:just a moment|attention required|access denied|access to this page|are you (?:a )?(?:robot|human)|please verify|verify(?:ing)? you are|security check|one moment|error\b|\d{3}\b|(?:page )?not found|doi not found|request rejected|forbidden|unauthori[sz]ed|sign in|log ?in|captcha|robot check|pardon our interruption|checking your browser|service unavailable|bad gateway|validate user|.{0,40}\bcaptcha|.{0,20}\baccess check|安全验证|验证码|人机验证|.{0,30}temporarily unavailable|cookies? (?:disabled|absent|required|are))/i

/** Headings of such pages, where the title is only the site's name. */
const wallHeading =
  /^(?:security check|(?:please )?verify (?:that )?you are|are you (?:a )?(?:robot|human)|(?:we.ve|we have) detected unusual|access (?:is |has been )?(?:denied|blocked)|access check|系统检测|安全验证|your (?:access|request) (?:has been|was) (?:blocked|denied)|unusual traffic|one more step|checking (?:if|your)|enable javascript and cookies|page not found|the page you (?:are looking|requested)|404\b|sorry, (?:we|you|this))/i

/** What of a capture the kind depends on. */
export interface KindBasis {
  page: Page
  evidence: readonly EvidenceKind[]
  title: string | undefined
  type: ItemType
  abstract: ChosenAbstract | undefined
  /** The place of the block that shows the title; -1 where none does. */
  titleAt: number
  /** How many different texts stand under headings that say `Abstract`. */
  abstracts: number
  hasAuthors: boolean
  /** True where the page shows the paper as a catalogue's record. */
  isRecord: boolean
  /** True where the paper has a DOI or another identifier of its own. */
  identified: boolean
}

/** What a page is, and what told it. */
export interface Judgement {
  kind: PageKind
  reason: KindReason
}

/** Tells what kind of page was captured. */
export function kindOf(basis: KindBasis): Judgement {
  const { page, abstract } = basis
  const { prose } = page
  // A wall stands at the paper's own address, and its words could be taken for the paper's.
  if (basis.evidence.every((each) => each === 'path') && isWall(page))
    return { kind: 'blocked', reason: 'wall-title' }
  const forIt = paperReason(basis)
  if (forIt) {
    const whole = prose > lengthOf(abstract) * 2 + 5000 || showsBody(page, abstract)
    return { kind: whole ? 'fulltext-with-abstract' : 'abstract', reason: forIt }
  }
  if (isWall(page)) return { kind: 'blocked', reason: 'wall-title' }
  if (prose < 200 && page.blocks.length < 12 && page.document.querySelector(runningScript))
    return { kind: 'shell', reason: 'only-scripts' }
  if (basis.abstracts >= leastAbstracts || isListing(page))
    return { kind: 'list', reason: 'many-papers' }
  return { kind: 'not-paper', reason: isOtherWork(basis) ? 'other-work' : 'no-evidence' }
}

function isWall({ document, blocks, prose }: Page): boolean {
  if (wall.test(document.title.trim())) return true
  return prose < 1000 && blocks.slice(0, 40).some(({ plain }) => wallHeading.test(plain))
}

/** What stands before or among the first lines of a body that a reader would have to pay for. */
const preview =
  /^(?:section snippets|preview|access (?:this|options|through|the)|buy|purchase|this is a preview|similar content|get access)\b/i

/** What ends such a preview. */
const gate =
  /^(?:please )?(?:sign in|log ?in|register|subscribe|purchase|buy)\b.{0,20}\b(?:to|for) (?:continue|read|access|view|full)/i

/** True where running text that is none of the abstract's stands below a heading of a paper's body, and is no preview. */
function showsBody({ blocks }: Page, abstract: ChosenAbstract | undefined): boolean {
  const own = abstract?.sections.map(({ text }) => comparable(text.slice(0, 400))) ?? []
  let shown = false
  for (const [at, block] of blocks.entries()) {
    // What a heading says is asked last: it has to be read first.
    if (block.size > 180 || !block.element || !/^h[1-6]$/.test(nameOf(block.element))) continue
    if (preview.test(block.plain)) return false
    if (shown || !isBodyHeading(block.plain) || /^(?:ref|bib|lit|fig)/i.test(block.plain)) continue
    const below = blocks[at + 1]?.plain ?? ''
    if (!isProse(below) && !isProse(blocks[at + 2]?.plain ?? '')) continue
    const words = comparable(below.slice(0, 200)).slice(0, 40)
    shown = !own.some((section) => section.includes(words))
    if (blocks.slice(at + 1, at + 6).some((next) => next.size < 200 && gate.test(next.plain)))
      return false
  }
  return shown
}

const runningScript = 'script:not([type]), script[type*="javascript"], script[type="module"]'

/**
 * Tags made for citing make a page a paper, with an abstract or at least an author. Dublin Core and PRISM stand
 * on news and datasets too, so with them the abstract must be there; without any tags it must stand under its
 * heading, or right above keywords, on a page that has an identifier or keywords.
 */
function paperReason(basis: KindBasis): KindReason | undefined {
  const { page, evidence, title, abstract, hasAuthors, identified } = basis
  if (title === undefined || isOtherWork(basis) || isSpecification(page)) return undefined
  const forCiting = evidence.some((kind) => kind !== 'dublin-core' && kind !== 'prism')
  if (forCiting && (page.portal !== undefined || hasPublication(page))) {
    if (abstract !== undefined) return 'tags-and-abstract'
    return hasAuthors ? 'tags-and-authors' : undefined
  }
  if (abstract === undefined) return undefined
  const isShown = abstract.finding !== 'prose' && abstract.finding !== 'description'
  // Blogs have a summary, and cite themselves with a title and an author.
  if (forCiting)
    return isShown && !/summary|synopsis/i.test(abstract.source) ? 'tags-and-abstract' : undefined
  if (evidence.length > 0) {
    const apart = abstract.finding === 'named' && isUnderAnother(basis, abstract)
    return abstract.finding !== 'prose' && !apart ? 'metadata-and-abstract' : undefined
  }
  if (page.plainText && abstract.finding === 'portal') return 'text-file'
  // A programme or a list of publications: which of the papers is meant, nobody can tell.
  if (basis.abstracts >= leastAbstracts) return undefined
  if (isShown && hasDublinCore(page) && !/summary|synopsis/i.test(abstract.source))
    return 'metadata-and-abstract'
  if (basis.isRecord && abstract.finding !== 'prose' && hasAuthors) return 'record'
  if (lengthOf(abstract) < leastAbstract) return undefined
  if (!isShown)
    return identified && abstract.finding === 'prose' && hasKeywords(page)
      ? 'text-and-keywords'
      : undefined
  if (abstract.finding === 'named' && isUnderAnother(basis, abstract)) return undefined
  if (identified) return 'heading-and-identifier'
  if (isListing(page)) return undefined
  if (hasKeywords(page)) return 'heading-and-keywords'
  return hasAuthors && isOnFirstPage(basis, abstract) ? 'heading-and-authors' : undefined
}

/**
 * True where the abstract stands as on a paper's first page: title, authors and nothing else above it, and no other
 * abstract on the page. An essay quotes one behind its own words, a specification says what it is.
 */
function isOnFirstPage(
  { page: { blocks }, titleAt }: KindBasis,
  { at, source, finding }: ChosenAbstract,
): boolean {
  if (titleAt < 0 || at === undefined || at <= titleAt || at > titleAt + 60) return false
  if (finding !== 'labelled' || /summary|synopsis/i.test(source)) return false
  if (blocks.slice(titleAt + 1, at).some(({ plain }) => isProse(plain))) return false
  const short = blocks.filter(({ size }) => size <= 120).map(({ plain }) => plain)
  return !short.some((line) => specified.test(line))
}

/** Standards say on their first page how far they have come. */
function isSpecification({ blocks }: Page): boolean {
  return blocks.some(
    ({ size, raw }) => size <= 80 && /^\s*status of this (?:document|memo)\s*$/i.test(raw),
  )
}

/** What specifications and patents have below their abstract, and papers never. */
const specified =
  /^(?:\d[.\d]*\s+)?(?:status of this (?:document|memo)|copyright notice|conformance|claims|what is claimed(?: is)?|images? \(\d+\)|description)\s*:?$/i

/** True where a heading of something else stands between the title and the abstract: a journal's page with its latest papers. */
function isUnderAnother({ page, titleAt }: KindBasis, { at }: ChosenAbstract): boolean {
  if (titleAt < 0 || at === undefined) return true
  return page.blocks
    .slice(titleAt + 1, at)
    .some(
      ({ element, plain }) =>
        element !== undefined &&
        /^h[1-3]$/.test(nameOf(element)) &&
        !isAbstractHeading(plain) &&
        !isAfterHeading(plain),
    )
}

/** True where the head describes a scholarly work with its authors, as repositories do without a DOI. */
function hasDublinCore({ tags }: Page): boolean {
  const has = (field: string, value = /\S/): boolean =>
    tags.some(
      ({ name, content }) =>
        (name === `dc.${field}` || name === `dcterms.${field}`) && value.test(content),
    )
  return has('title') && has('creator') && has('type', workType)
}

/** What repositories call their works: DRIVER's and COAR's types, and words of other languages. */
const workType =
  /thes[ie]s|dissertation|(?<!text\.)article|artículo|artigo|paper|preprint|report|proceeding|conference|chapter|habilitation|monograph|(?:master|bachelor|diplom)arbeit/i

/** The fewest abstracts that make a list of a page whose head names no paper. */
const leastAbstracts = 2

/** The shortest abstract that makes a page without any tags a paper, in characters. */
const leastAbstract = 250

/** Data, programs and patents are cited with the same tags, and are no papers. */
function isOtherWork({ page, type }: KindBasis): boolean {
  if (type === 'dataset' || type === 'software') return true
  const tagged = page.tags.some(
    ({ name, content }) =>
      name.startsWith('citation_patent') ||
      (/^dc(?:terms)?\.type/.test(name) && otherType.test(content.trim())) ||
      (newsTag.test(name) && /^news\b/i.test(content.trim())),
  )
  return tagged || otherType.test(firstLinkedType(page.document) ?? '')
}

/** Where pages say that they are news. */
const newsTag = /^(?:dc(?:terms)?\.type|citation_article_type|article:section|prism\.section)$/

const otherType =
  /^(?:https?:\/\/schema\.org\/)?(?:newsarticle|blogposting|dataset|datacatalog|software(?:sourcecode|application)?|patent|(?:still|moving)?image|sound)$/i

/** What the first JSON-LD block says that the page is about. */
function firstLinkedType(document: Document): string | undefined {
  const scripts = document.getElementsByTagName('script')
  const script = Array.from(scripts).find(({ type }) => type === 'application/ld+json')
  return /"@type"\s*:\s*\[?\s*"([^"]{1,80})"/.exec((script?.textContent ?? '').slice(0, 4000))?.[1]
}

/** Blogs cite themselves with a title, an author and a date; a paper has a journal, a file or an identifier too. */
function hasPublication({ tags, portal }: Page): boolean {
  return (
    portal !== undefined ||
    tags.some(({ name }) =>
      /citation_(?:journal|conference|doi|pdf|issn|e?issn|volume|technical|dissert|isbn|inbook|book|arxiv|pm|abstract|first|publisher)|^eprints\./.test(
        name,
      ),
    )
  )
}

function hasKeywords(page: Page): boolean {
  return page.blocks.some((block) => block.size < 1000 && isKeywords(block.plain))
}

/** How long an abstract is, in characters of Latin script: a Chinese one says the same in a third of them. */
function lengthOf(abstract: ChosenAbstract | undefined): number {
  return abstract?.sections.reduce((sum, { text }) => sum + weightOf(text), 0) ?? 0
}
