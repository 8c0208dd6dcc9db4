import { collapse, tidy } from '../text/space.ts'
import type { Name } from './item.ts'

/** Longer text is no name; of a body's name this much is kept. */
const longest = 300

/** Words that a body's name holds and a person's does not, as whole words. */
const bodyWords =
  /(?<!\p{L})(?:collaborat(?:ion|ive|ors)|consorti(?:um|a)|groupe?|grupo|gruppo|arbeitsgruppe|committee|comité|comisión|commission|network|investigators|team|task ?force|society|société|sociedad|sociedade|gesellschaft|association|asociación|organi[sz]ation|university|universität|université|universidad|universidade|universit[àa]|institut[eo]?s?|ministry|ministerio|ministère|ministério|bundesministerium|department|agency|foundation|council|federation|initiative|programme|project|program|cent(?:er|re)s?|hospital|academy|alliance|board|bureau|college|editors|editorial|administration|authority|registry|secretariat|laborator(?:y|ies)|corporation|company|inc|ltd|llc|gmbh|trialists|trial|study|workgroup|panel)(?!\p{L})/iu

/** Bodies that sign with an acronym, which would otherwise read as a family name in capitals. */
const acronyms =
  /^(?:ATLAS|CDC|CERN|CMS|ECDC|EMA|ESA|EU|FAO|FDA|IAEA|IARC|IEEE|IMF|IPCC|ISO|LHCb|NASA|NATO|NHS|NICE|NIH|NIST|OECD|UN|UNESCO|UNHCR|UNICEF|WHO|WMO|WTO)$/

/** Academic degrees and fellowships, with or without full stops, that follow a name. */
const degree =
  /^(?:(?:Ph|D|Ed|Psy|Pharm|Sc)\.? ?D|M\.?D|D\.? ?Phil|M\.? ?Phil|[BM]\.? ?(?:Sc|S|A|Ed|Pharm)|M\.?P\.?H|M\.?B\.?A|M\.?H\.?S|M\.?B\.? ?(?:B\.?S|Ch\.? ?B)|D\.?O|R\.?N|B\.?S\.?N|M\.?S\.?N|D\.?D\.?S|D\.?M\.?D|D\.?V\.?M|D\.?N\.?P|LL\.?[BMD]|F\.?R\.?C\.?[SP]\w{0,3}|F\.?A\.?C\.?[SPC]\w{0,2}|M\.?R\.?C\.?[SP]\w{0,3}|MPhil|MStat|MEng|BEng|CPH|FAAN|FAHA|FESC|RD|PT|Dr\.? ?(?:med|rer|phil)\.?.{0,12})\.?$/

/** Degrees that cannot be a person's initials, so that no comma is needed before them. */
const plainDegree = /(?:\s+|,\s*)(?:Ph\.? ?D|D\.? ?Phil|M\.?Sc|B\.?Sc|Pharm\.?D)\.?$/

const suffix = /^(?:Jr|Sr|Jnr|Snr|jun|sen|II|III|IV|VI{1,3}|2nd|3rd|4th)\.?$/i

/** Particles that stay with the family name when written with a capital after a given name: `Vincent Van Gogh`. */
const capitalParticle =
  /^(?:Van|Von|De|Del|Della|Di|Da|Du|Dos|La|Le|Al|El|Abu|Ibn|Ter|Ten|Den|Der|St\.?)$/

/** Footnote marks: symbols, superscript or plain numbers, envelopes; `1,2` and `a` only as superscripts. */
const marksBehind =
  /(?:[\s,;]*(?:[*∗⁎†‡§¶‖#✉⁺⁻]|[¹²³⁰⁴-⁹ᵃ-ᶻ]|\d{1,3}(?![\p{L}\d])|\[\d{1,3}\]))+[\s,;]*$/u
const marksBefore = /^(?:[*∗⁎†‡§¶‖#✉\s,;:]|[¹²³⁰⁴-⁹]|\d{1,3}(?=[\s\p{Lu}]))+/u

/** True for text of Han characters or Hangul alone, whose names are written family first and without a space. */
export function isHanOrHangul(text: string): boolean {
  return /^[\p{sc=Han}\p{sc=Hangul}]+$/u.test(text)
}

/** True for the name of a body (collaboration, ministry, university) and not of a person. */
export function isBody(text: string): boolean {
  return bodyWords.test(text) || acronyms.test(text) || /^(?:on behalf of|for the|the) /i.test(text)
}

/** True for the letters of a degree such as `MD` or `Ph.D.` and nothing else. */
export function isDegree(text: string): boolean {
  return degree.test(text)
}

/** True for given names as initials only: `J. A.`, `JA`, `J.-P.`. */
export function isInitials(text: string): boolean {
  return /^(?:\p{Lu}\.?[\s-]?){1,4}$/u.test(text)
}

/**
 * One name out of what a page writes for it: `Family, Given`, `Given Family`, `Given von Family`, `Family JA`
 * as PubMed has it, each with `Jr` or `III`; degrees, titles, footnote marks, addresses of e-mail or ORCID are
 * left out, and a name in capitals is set in mixed case.
 *
 * A body is one `literal`. Han and Hangul without a space is cut where the family name ends as a rule (one
 * character, two in a name of four); a name with kana is left whole. Undefined where no name stands.
 */
export function parseName(text: string): Name | undefined {
  const plain = withoutMarks(collapse(tidy(text)))
  if (!/\p{L}/u.test(plain) || /^(?:and )?(?:et al|others|anonymous|unknown|n\/a)\.?$/i.test(plain))
    return undefined
  const body = plain.replace(/^(?:and )?(?:on behalf of|for) (?:the )?(?=\S)/i, '')
  if (isBody(plain)) return { literal: body.slice(0, longest) }
  if (plain.length > longest) return { literal: plain.slice(0, longest) }
  const parts = withoutDegrees(
    plain
      .replace(plainDegree, '')
      .split(/\s*[,，]\s*/)
      .filter((part) => part !== ''),
  )
  const behind = parts.length > 1 ? parts.findIndex((part, i) => i > 0 && suffix.test(part)) : -1
  const ownSuffix = behind > 0 ? parts.splice(behind, 1)[0] : undefined
  const [first, second] = parts
  if (first === undefined || degree.test(first)) return undefined
  if (parts.length > 2) return { literal: plain }
  return withSuffix(
    second === undefined ? naturalOrder(first) : familyFirst(first, second),
    ownSuffix,
  )
}

function withoutMarks(text: string): string {
  return text
    .slice(0, longest * 4)
    .replace(/(?:https?:\/\/|orcid)\S*/gi, '')
    .replace(/[(<]?[^\s@<>()]{1,64}@[^\s@<>()]{1,190}[)>]?/g, '')
    .replace(/\s*\([^()]{0,100}\)\s*$/, '')
    .replace(marksBehind, '')
    .replace(marksBefore, '')
    .replace(/^(?:by|and|&)\s+/i, '')
    .replace(/^(?:(?:Prof(?:essor)?|Dr|Mr|Mrs|Ms|Sir)\.?\s+)+(?=\p{L})/u, '')
    .replace(/[\s,;]+et al\.?$/i, '')
    .replace(/^[\s,;:]+|[\s,;:]+$/g, '')
}

/** `Smith, MD` is a Smith with two given names; `Jane Smith, MD` and `Smith, Jane, MD` have a degree. */
function withoutDegrees(parts: string[]): string[] {
  while (parts.length > 1) {
    const isSecond = parts.length === 2
    const hasGiven = !isSecond || /^\p{Lu}\S*\s+\S/u.test(parts[0] ?? '')
    if (!degree.test(parts.at(-1) ?? '') || !(hasGiven || !isInitials(parts.at(-1) ?? ''))) break
    parts = parts.slice(0, -1)
  }
  // `Jane Smith MD` is far more often a doctor than an M. D. with two family names.
  return parts.length === 1
    ? parts.map((part) => part.replace(/^(\p{Lu}\S*(?:\s\S+)+)\sM\.?D\.?$/u, '$1'))
    : parts
}

function familyFirst(before: string, given: string): Name {
  const words = before.split(' ')
  const last = words.at(-1) ?? ''
  const name = withParticle(words.length > 1 && suffix.test(last) ? words.slice(0, -1) : words)
  const dropping = /^(.*\S)\s+((?:\p{Ll}[\p{L}'’]*\s*)+)$/u.exec(given)
  name.given = givenCase(dropping?.[1] ?? given)
  if (dropping?.[2] !== undefined) name['dropping-particle'] = dropping[2].trim()
  return withSuffix(name, words.length > 1 && suffix.test(last) ? last : undefined)
}

function naturalOrder(text: string): Name {
  const words = text.split(' ')
  const last = words.at(-1) ?? ''
  if (words.length > 2 && suffix.test(last))
    return withSuffix(naturalOrder(words.slice(0, -1).join(' ')), last)
  if (words.length === 1) return singleWord(text)
  if (isHanOrHangul(words.join('')))
    return { family: words[0] ?? '', given: words.slice(1).join('') }
  const isPubMed = /^(?:\p{Lu}-?){1,3}$/u.test(last) && /\p{Ll}/u.test(words[0] ?? '')
  if (isPubMed) return { ...withParticle(words.slice(0, -1)), given: last }
  const capitals = words.findIndex((word) => !isCapitals(word, 4))
  if (capitals > 0)
    return familyFirst(words.slice(0, capitals).join(' '), words.slice(capitals).join(' '))
  const start = familyStart(words)
  return { ...withParticle(words.slice(start)), given: givenCase(words.slice(0, start).join(' ')) }
}

function singleWord(word: string): Name {
  if (!isHanOrHangul(word)) return { family: familyCase(word) }
  const length = [...word].length
  if (length < 2 || length > 4) return { literal: word }
  const cut = [...word].slice(0, length === 4 ? 2 : 1).join('')
  return { family: cut, given: word.slice(cut.length) }
}

/** Where the family name begins in a name in reading order: at its particle, before `y`, else at the last word. */
function familyStart(words: readonly string[]): number {
  const end = words.length - 1
  if (end >= 2 && /^[ye]$/.test(words[end - 1] ?? '')) return Math.max(1, end - 2)
  const shouted = words.findIndex((word, i) => i > 0 && isCapitals(word, 2))
  if (
    shouted > 0 &&
    words.slice(shouted).every((word) => isCapitals(word, 2)) &&
    /\p{Ll}/u.test(words[0] ?? '')
  ) {
    return shouted
  }
  const allCapitals = !/\p{Ll}/u.test(words.join(''))
  let start = end
  for (let i = end - 1; i >= 1; i--) {
    const word = allCapitals ? capitalised(words[i] ?? '') : (words[i] ?? '')
    if (/^\p{Ll}/u.test(word) || capitalParticle.test(word)) start = i
  }
  return start
}

/** A family name with a particle in small letters split off: `van der Berg`. */
function withParticle(words: readonly string[]): Name {
  const shouted = words.length > 1 && !/\p{Ll}/u.test(words.join(''))
  const own = shouted
    ? words.map((word) =>
        /^(?:VAN|VON|DER|DEN|DE|DU|DI|DA|DOS|LA|ZU|TEN|TER)$/.test(word)
          ? word.toLowerCase()
          : word,
      )
    : words
  const at = own.findIndex((word) => !/^\p{Ll}/u.test(word))
  if (at <= 0) return { family: familyCase(own.join(' ')) }
  return {
    'non-dropping-particle': own.slice(0, at).join(' '),
    family: familyCase(own.slice(at).join(' ')),
  }
}

function withSuffix(name: Name, found: string | undefined): Name {
  return found === undefined ? name : { ...name, suffix: found }
}

function isCapitals(word: string, atLeast: number): boolean {
  return (
    (word.match(/\p{Lu}/gu)?.length ?? 0) >= atLeast && !/\p{Ll}/u.test(word) && !/\./.test(word)
  )
}

function familyCase(text: string): string {
  return text
    .split(' ')
    .map((word) => (isCapitals(word, 2) ? capitalised(word) : word))
    .join(' ')
}

/** Given names in capitals; two letters are initials. */
function givenCase(text: string): string {
  return text
    .split(' ')
    .map((word) => (isCapitals(word, 3) ? capitalised(word) : word))
    .join(' ')
}

/** `O'BRIEN-MCDONALD` as `O'Brien-McDonald`. */
function capitalised(word: string): string {
  return word
    .toLowerCase()
    .replace(/(?<![\p{L}\p{M}])\p{L}/gu, (letter) => letter.toUpperCase())
    .replace(/^Mc(\p{Ll})/u, (_whole, letter: string) => `Mc${letter.toUpperCase()}`)
}
