import { isAbstractHeading, isAfterHeading } from '../abstract/labels.ts'
import type { Candidate } from '../metadata/candidate.ts'
import { dateCandidate, textCandidate } from '../metadata/candidate.ts'
import type { Block } from '../text/block.ts'
import { nameOf } from '../text/element-name.ts'
import { citationCandidates } from './citation-candidates.ts'
import { type CitationLine, parseCitationLine, parseVolumeLine } from './citation-line.ts'
import { isJournalName, soundsLikeJournal } from './journal-name.ts'
import { labelledCandidates } from './labelled-candidates.ts'
import { splitLabels } from './labelled-line.ts'

/** How many lines round the title are looked at: above it, below it, and below it for lines that say what they are. */
const above = 14
const below = 26
const farBelow = 90

/** Longer lines are running text. */
const longest = 400

/** What the head says already: a line that says otherwise is another paper's. */
export interface Known {
  volume?: string | undefined
  doi?: string | undefined
  /** True where the head cites the paper: only what it spells otherwise is looked for, and not far from the title. */
  isCited?: boolean
}

/** What was found, surest first; each list becomes candidates in this order. */
interface Found {
  cited: Candidate[]
  volume: Candidate[]
  labelled: Candidate[]
  dated: Candidate[]
  published: Candidate[]
  copyright: Candidate[]
}

/** Where a line stands. */
interface Place {
  blocks: readonly Block[]
  /** The title's place, and its plain text. */
  at: number
  title: string
  known: Known
}

/**
 * The journal, date, volume, issue, pages and DOI in the lines round the title: a line that cites the paper, a line
 * with its volume under the journal's name, labelled lines, a line that is a date, and for want of these the day of
 * publication or the year of copyright. `at` is the title's place in `blocks`, `title` its plain text.
 */
export function readCitationShown(
  blocks: readonly Block[],
  at: number,
  title: string,
  known: Known = {},
): Candidate[] {
  if (at < 0) return []
  const found: Found = {
    cited: [],
    volume: [],
    labelled: [],
    dated: [],
    published: [],
    copyright: [],
  }
  const place: Place = { blocks, at, title, known }
  const end = Math.min(blocks.length, at + (known.isCited ? below : farBelow))
  let near = true
  for (let i = Math.max(0, at - above); i < end; i++) {
    const block = blocks[i]
    if (!block || i === at) continue
    near &&= i <= at + below && !(i > at && beginsText(block))
    if (block.size > longest * 4 || block.plain.length > longest) continue
    const { plain } = block
    if (!near && isAfterHeading(plain) && /^(?:refer|bibl|liter|cited)/i.test(plain)) break
    readLine(found, place, i, near)
  }
  return Object.values(found).flat()
}

/** True where the abstract or running text begins, behind which other papers are cited; a tab of that name is no heading. */
function beginsText(block: Block): boolean {
  if (block.size > 500 && block.plain.length > 500) return true
  return (
    isAbstractHeading(block.plain) &&
    !(block.element && /^(?:li|a|button|summary|option)$/.test(nameOf(block.element)))
  )
}

/** A heading over a reference to the paper. */
const citationHeading =
  /^(?:(?:how to )?cite(?: this(?: article| paper)?)?|citation|(?:suggested|recommended) citation|to cite this article)\s*:?$/i

/** Volumes of other issues, in menus: `View Current Issue (Volume 29 Issue 1)`. */
const otherIssue =
  /\b(?:current|latest|previous|next|all) (?:issue|volume)|\bissues\b.*\barchive|^(?:browse|view)\b/i

function readLine(found: Found, place: Place, i: number, near: boolean): void {
  const { blocks, at, title } = place
  const plain = blocks[i]?.plain ?? ''
  const before = blocks[i - 1]?.plain ?? ''
  const labelled = /[:：]/.test(plain) ? splitLabels(plain, blocks[i + 1]?.plain) : []
  const head = blocks.slice(0, at)
  for (const each of labelled) {
    // Further down, what has labels may be another paper's: only a reference that holds the title counts.
    const own = each.label === 'citation' && each.value.toLowerCase().includes(title.toLowerCase())
    if (!near && !own && i > at + below) continue
    const { isCitation, candidates } = labelledCandidates(each, title, head)
    ;(isCitation ? found.cited : found.labelled).push(...candidates)
  }
  const heads = before.length <= 60 && citationHeading.test(before)
  if (labelled.length === 0 && (near || heads) && /\d/.test(plain)) {
    const citation = parseCitationLine(plain, title)
    const volume = citation || otherIssue.test(plain) ? undefined : parseVolumeLine(plain)
    if (citation) {
      if (agrees(citation, place.known))
        found.cited.push(...citationCandidates(citation, 'citation line', head))
    } else if (volume) {
      const journal = volume.journal ?? journalAbove(place, i)
      if (agrees(volume, place.known))
        found.volume.push(
          ...citationCandidates(journal ? { ...volume, journal } : volume, 'volume line', []),
        )
    } else readAlone(found, plain, before)
  }
  // Behind the abstract too: without anything else a year is better than none.
  if (i > at + below) return
  if (!near && labelled.length === 0) readPublished(found, plain, before)
  if (found.copyright.length === 0) found.copyright.push(...copyrightYear(plain))
}

function agrees(line: CitationLine, known: Known): boolean {
  const differs = (a: string | undefined, b: string | undefined): boolean =>
    a !== undefined && b !== undefined && a.toLowerCase() !== b.toLowerCase()
  return !differs(line.volume, known.volume) && !differs(line.doi, known.doi)
}

/** Labels of dates that are not the publication's. */
const otherDate =
  /\b(?:received|accepted|revised|submitted|modified|updated|accessed|checked|created|deposited|reviewed)\b/i

/** A line that is a date, the day of publication or the pages, and nothing else. */
function readAlone(found: Found, plain: string, before: string): void {
  if (plain.length > 140) return
  if (/^(?:pages?|pp?\.)\s?[A-Za-z]?\d[\w.]*(?:\s?[-–]\s?\w{1,9})?\.?$/i.test(plain))
    found.volume.push(...textCandidate('page', plain.replace(/\.$/, ''), 'volume line'))
  // `Received` and the like in the line before: a date of another kind.
  if (before.length < 60 && otherDate.test(before)) return
  if (
    plain.length <= 30 &&
    /^\(?(?:\d{1,2}[ .])?\s?\p{L}{3,9}\.?(?: ?[-/–] ?\p{L}{3,9}\.?)? (?:\d{1,2}, )?(?:19|20)\d{2}\)?$/u.test(
      plain,
    )
  )
    found.dated.push(...dateCandidate(plain, 'date line'))
  readPublished(found, plain, before)
}

function readPublished(found: Found, plain: string, before: string): void {
  if (plain.length > 140 || (before.length < 60 && otherDate.test(before))) return
  const published =
    /(?:^|[,;.(]\s*)(?:first |article |e-?)?(?:published|publication date|available online|posted|issued|\[submitted on)\b[^\d]{0,40}(?<date>[^;()]{4,40})/i.exec(
      plain,
    )?.groups?.date
  if (published) {
    const said =
      /^(?:[^,\d]{0,12}\d{1,2}[^,\d]{1,14}|[^\d]{0,12}\d{1,2}, )?(?:19|20)\d{2}(?:[-/]\d{1,2}){0,2}/u.exec(
        published,
      )?.[0]
    found.published.push(...dateCandidate(said ?? published, 'publication line'))
  }
}

/** The year of copyright, where the line does not speak of a site over many years. */
function copyrightYear(plain: string): Candidate[] {
  if (!/©|copyright|\(c\)/i.test(plain) || /\bweb ?site|\bthis site\b/i.test(plain)) return []
  const year = /(?:©|copyright|\(c\))[^\d]{0,40}((?:19|20)\d{2})(?!\d|\s?[-–])/i.exec(plain)?.[1]
  return dateCandidate(year, 'copyright line')
}

/**
 * The journal's name in one of the three lines above its volume, where only dates stand between. Below the title it
 * must be one that journals bear: what stands there else is the paper's subtitle or kind.
 */
function journalAbove({ blocks, at }: Place, i: number): string | undefined {
  for (let line = i - 1; line >= Math.max(0, i - 3) && line !== at; line--) {
    const block = blocks[line]
    if (!block || block.size > 400) return undefined
    const name = block.plain.replace(/[\s>»/|,:]+$/u, '')
    const fits = line > at ? soundsLikeJournal(name) : isJournalName(name)
    if (fits && !/\d{3}/.test(name)) return name
    if (!/\d/.test(name) && name.length > 2) return undefined
  }
  return undefined
}
