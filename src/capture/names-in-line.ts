import { isInitials } from '../item/degree.ts'
import type { Name } from '../item/item.ts'
import { parseName, parseNameList } from '../item/name.ts'
import type { Block } from '../text/block.ts'
import { isForm, nameOf } from '../text/element-name.ts'
import { authorLine } from './author-line.ts'
import { hasInitials, readsAsPerson } from './person-name.ts'

/** How a line names its authors: as a list, one with an affiliation behind, in links, in italics' gaps. */
export type LineForm = 'list' | 'affiliated' | 'linked'

/** The names in a line and the form that they have. */
export interface NamesInLine {
  names: Name[]
  form: LineForm
  /** False where it could be a heading or a button of two words as well. */
  certain: boolean
}

/** Longer lines are running text. */
const longest = 3000

/** Classes and attributes by which pages mark their authors. */
const marked =
  /author|(?:^|[-_\s])(?:auths?|contribs?|contributors?|byline|creators?|autor(?:es)?|auteurs?)(?:$|[-_\s\d])/i

/** Words of institutions and of what people do there. */
const affiliation =
  /(?<!\p{L})(?:universi|université|institut|istituto|colleg|school|école|escuela|escola|depart|dipartim|laborator|hospital|klinik|cent(?:er|re|ro)|facult|facultad|academ|akadem|librar|museum|inc\.?$|ltd|gmbh|corporation|foundation|ministry|professor|lecturer|research|fellow|student|scientist|physician|surgeon|consultant|director|statistician|epidemiolog|candidate|https?:\/\/orcid)/iu

/** The names that a line consists of; undefined where it holds anything else. `next` is the line after it. */
export function namesInLine(block: Block, next: Block | undefined): NamesInLine | undefined {
  if (block.size > longest * 3 || block.plain.length > longest || block.plain.length < 3)
    return undefined
  if (!/\p{Lu}|\p{Lo}/u.test(block.plain)) return undefined
  const { text } = block
  const isMarkedLine = isMarked(block)
  const list = namesListed(text, isMarkedLine)
  if (list) return list
  // `<b>Jane Roe, John Doe</b>; 9(Mar):401−433, 2008.`
  const { lead = '' } = block
  if (lead !== '' && /^\s*[;,.]?\s*\(?\d/.test(block.plain.slice(lead.length))) {
    const set = namesListed(lead, isMarkedLine)
    if (set) return { ...set, certain: true }
  }
  // A footnote mark in front is an affiliation's.
  if (/^<sup>/.test(text)) return undefined
  // `Jane Roe, <i>University of Tests;</i> John Doe, <i>Tests Ltd</i>`
  const gaps = text.replace(/,?\s*<i>[^<]{3,200}<\/i>/g, ';')
  const between = gaps !== text && affiliation.test(text) ? namesListed(gaps, true) : undefined
  if (between) return between
  const name = nameBeforeAffiliation(block, next, isMarkedLine)
  if (name) return { names: [name], form: 'affiliated', certain: true }
  const linked = namesInLinks(block, block.plain)
  return linked && { names: linked, form: 'linked', certain: true }
}

function namesListed(text: string, isMarkedLine: boolean): NamesInLine | undefined {
  const line = authorLine(text)
  const parts = partsOf(line)
  if (parts.length === 0 || !parts.every(readsAsPerson)) return undefined
  const names = listed(line)
  if (names.length === 0) return undefined
  const certain =
    isMarkedLine ||
    /<sup>/.test(text) ||
    parts.length >= 3 ||
    (parts.length === 2 && /\sand\s|&/.test(line)) ||
    parts.some(hasInitials) ||
    /^(?:by|authors?)\b/i.test(text)
  return { names, form: 'list', certain }
}

/** Names as a line parts them, degrees and generation suffixes left out. */
function partsOf(line: string): string[] {
  if (line.length > longest) return []
  const bySemicolon = line.includes(';')
  const parts = line
    .split(bySemicolon ? /;|\sand\s/ : /,|\s(?:and|&|und|et|y|e)\s|·|•|\||、|，/)
    .map((part) => part.replace(/^[\s,]*(?:and|&)?\s|[\s,]+$/g, '').trim())
    .filter((part) => part !== '' && !degree.test(part))
  // `Roe, R. A., Doe, J.`: the initials stand behind a comma of their own.
  const inverted =
    !bySemicolon &&
    parts.length % 2 === 0 &&
    parts.every((part, i) => i % 2 === 0 || isInitials(part))
  return inverted
    ? parts.flatMap((part, i) => (i % 2 === 0 ? [`${part} ${parts[i + 1] ?? ''}`] : []))
    : parts
}

const degree =
  /^(?:jr|sr|i{2,3}|iv|(?:ph|d|ed|psy|pharm)\.? ?d|m\.?d|m\.?sc?|b\.?sc?|b\.?a|m\.?a|m\.?p\.?h|m\.?b\.?a|m\.?s|b\.?s|r\.?n|d\.?o|d\.?v\.?m|mbbs|mbchb|facs|facc|faha|frcp|frcs|dphil|dr\.?|prof\.?)\.?$/i

function listed(line: string): Name[] {
  // `…, Roe JM.` ends the list, `…, Jane R. Roe Jr.` the name.
  const ends = /\p{Ll}\s\p{Lu}{1,3}\.$/u.test(line) || !/\p{Lu}\.$/u.test(line)
  const names = parseNameList(ends ? line.replace(/\.$/, '') : line)
  return names.some(({ literal }) => literal?.includes(',')) ? [] : names
}

/**
 * `Jane Roe, University of Tests`, `Jane Roe, assistant professor`, `Jane Roe, Tests Ltd` with an address of e-mail in
 * the next line, or a name in an element of its own with its institution behind it.
 */
function nameBeforeAffiliation(
  block: Block,
  next: Block | undefined,
  isMarkedLine: boolean,
): Name | undefined {
  const line = authorLine(block.text)
  const first = block.element?.firstElementChild
  const own = first && !isForm(first) ? (first.textContent ?? '').replace(/\s+/g, ' ').trim() : ''
  const inElement =
    own.length >= 4 && own.length < line.length && block.plain.startsWith(own)
      ? authorLine(own)
      : ''
  const [, before = '', rest = ''] =
    inElement === ''
      ? (/^([^,]{4,60}),\s+(.{4,300})$/u.exec(line) ?? [])
      : ['', inElement, block.plain.slice(own.length)]
  if (rest === '' || !readsAsPerson(before)) return undefined
  const mail = /[\w.]\s?(?:@|\[at\]|\(at\))\s?[\w-]+/i.test(next?.plain ?? '')
  if (!affiliation.test(rest) && !mail && !isMarkedLine) return undefined
  const name = parseName(before)
  return name?.literal === undefined ? name : undefined
}

/**
 * Links that are each a name, with nothing of weight between them; `plain` is the part of the line that holds them.
 * Where a label says so (`labelled`), scripts without capitals have names too.
 */
export function namesInLinks(
  { element }: Block,
  plain: string,
  labelled = false,
): Name[] | undefined {
  if (!element || isForm(element)) return undefined
  const texts: string[] = []
  let covered = 0
  for (const link of element.getElementsByTagName('a')) {
    const text = authorLine((link.textContent ?? '').replace(/\s+/g, ' '))
    // The element may hold more lines than this one.
    if (text === '' || !plain.includes(text)) continue
    if (!readsAsPerson(text) && !(labelled && uncased.test(text))) return undefined
    texts.push(text)
    covered += text.length
  }
  if (texts.length < 2 || covered < plain.replace(/\[\d{1,3}\]/g, '').length * 0.7) return undefined
  const names = texts.flatMap((text) => parseName(text) ?? [])
  return names.every((name) => name.literal === undefined) ? names : undefined
}

/** A name in Arabic, Hebrew or an Indic script; in Chinese or Korean two characters may be one. */
const uncased =
  /^(?=.{3,60}$)[\p{Lo}\p{M}]+(?:[\s\u200c.'’-]+[\p{Lo}\p{M}]+){1,5}$|^[\p{sc=Han}\p{sc=Hangul}]{2,4}$/u

/** True where the line's element, or one of the two above it, is marked as the authors'. */
function isMarked({ element }: Block): boolean {
  let at: Element | null | undefined = element
  for (let depth = 0; at && depth < 3; depth++, at = at.parentElement) {
    if (nameOf(at) === 'body' || isForm(at)) return false
    const said = ['class', 'itemprop', 'rel', 'id'].map((name) => at?.getAttribute(name) ?? '')
    if (marked.test(said.join(' '))) return true
  }
  return false
}
