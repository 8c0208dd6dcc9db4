import { collapse, tidy } from '../text/space.ts'
import { isDegree, isInitials } from './degree.ts'
import type { Name } from './item.ts'
import { isBody, isHanOrHangul, latinCommas, parseName } from './parse-name.ts'

/** More text than this is no list of authors but a page. */
const longestList = 100_000

/** Frequent first given names of people with two family names: after a comma they say that it parts one name. */
const iberianGiven =
  /^(?:Ana|Ángel|Antonio|Carlos|Carmen|Cristina|Daniel|David|Diego|Eduardo|Elena|Fernando|Francisco|Gabriel|Isabel|Javier|Jesús|João|Jorge|José|Juan|Laura|Luis|Luís|Manuel|Marco|Marcos|María|Maria|Marta|Miguel|Pablo|Patricia|Paulo|Pedro|Pilar|Rafael|Ramón|Ricardo|Rosa|Sergio|Teresa|Víctor)$/

/**
 * The names in one text, however they are parted: by `;`, by ` and ` or ` & `, by commas where each part is a
 * full name (`Jane Smith, Li Wang`, `Smith J, Wang L`) or where they alternate with initials
 * (`Smith, J., Wang, L.`), by `、` in Chinese and Japanese. A repeat right after itself is left out.
 */
export function parseNameList(text: string): Name[] {
  const names: Name[] = []
  let before = ''
  for (const part of splitNames(collapse(tidy(latinCommas(text.slice(0, longestList)))))) {
    const name = parseName(part)
    const written = JSON.stringify(name)
    if (name && written !== before) names.push(name)
    before = written
  }
  return names
}

function splitNames(text: string): string[] {
  if (/[;；]/.test(text)) return text.split(/[;；]/).flatMap(withoutAnd)
  if (/[、，]/.test(text)) return text.split(/[、，]/)
  const chunks = text.split(/,?\s+(?:and|&)\s+/i)
  if (isOneBody(text, chunks)) return [text]
  const parts = chunks.flatMap((chunk) => chunk.split(/\s*,\s*/)).filter((part) => part !== '')
  if (alternate(parts)) return pairs(parts)
  const commas = chunks.map((chunk) => withoutTitles(chunk).length - 1)
  if (commas.every((count) => count <= 0)) return chunks
  const full = chunks.flatMap(withoutTitles)
  const eachIsInverted = chunks.length > 1 && commas.every((count) => count === 1)
  if (full.length < 2 || eachIsInverted || !full.every(isFull) || isOneInverted(full)) return chunks
  return full
}

/** `Jane Roe and John Doe` between two semicolons; a body's name may hold `and` itself. */
function withoutAnd(part: string): string[] {
  const both = part.split(/\s+(?:and|&)\s+/i)
  return both.length > 1 && !isBody(part) && both.every((name) => /\S\s+\S/.test(name.trim()))
    ? both
    : [part]
}

/** `Food and Agriculture Organization`: a word alone beside `and` is no author next to a body. */
function isOneBody(text: string, chunks: readonly string[]): boolean {
  return chunks.length > 1 && isBody(text) && chunks.some((chunk) => !/[\s,]/.test(chunk.trim()))
}

/** A chunk's parts without degrees and footnote numbers, `Jr` put back to its name. */
function withoutTitles(chunk: string): string[] {
  const parts: string[] = []
  for (const part of chunk.split(/\s*,\s*/)) {
    const last = parts.length - 1
    if (/^(?:jr|sr|iii?|iv)\.?$/i.test(part) && last >= 0) parts[last] = `${parts[last]}, ${part}`
    else if (part !== '' && !isDegree(part) && !/^\d[\d\s]*$/.test(part)) parts.push(part)
  }
  return parts
}

function isFull(part: string): boolean {
  return /\S\s+\S/.test(part) || isBody(part) || (part.length > 1 && isHanOrHangul(part))
}

/** One name in the order `Two Families, Given Names`: initials, a particle or a well-known given name tells. */
function isOneInverted(full: readonly string[]): boolean {
  const [family, given, third] = full
  if (family === undefined || given === undefined || third !== undefined) return false
  const startsGiven = (part: string): boolean => iberianGiven.test(part.split(' ')[0] ?? '')
  return (
    isInitials(given) || /^\p{Ll}/u.test(family) || (startsGiven(given) && !startsGiven(family))
  )
}

function alternate(parts: readonly string[]): boolean {
  return (
    parts.length >= 4 &&
    parts.length % 2 === 0 &&
    parts.every((part, i) => isInitials(part) === (i % 2 === 1))
  )
}

function pairs(parts: readonly string[]): string[] {
  return parts.flatMap((part, i) => (i % 2 === 0 ? [`${part}, ${parts[i + 1] ?? ''}`] : []))
}
