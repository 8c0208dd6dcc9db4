import { collapse, tidy } from '../text/space.ts'
import {
  generation,
  isDegree,
  withoutDegreeBehind,
  withoutDegrees,
  withoutPlainDegree,
} from './degree.ts'
import type { Name } from './item.ts'

/** Arabic commas and semicolons part names as the Latin ones do. */
export function latinCommas(text: string): string {
  return /[،؛]/.test(text) ? text.replace(/،/g, ',').replace(/؛/g, ';') : text
}

/** Longer text is no name; of a body's name this much is kept. */
const longest = 300

/** Words that a body's name holds and a person's does not, as whole words. */
const bodyWords =
  /(?<!\p{L})(?:collaborat(?:ion|ive|ors)|consorti(?:um|a)|groupe?|grupo|gruppo|arbeitsgruppe|committee|comité|comisión|commission|network|investigators|team|task ?force|society|société|sociedad|sociedade|gesellschaft|association|asociación|organi[sz]ation|university|universität|université|universidad|universidade|universit[àa]|institut[eo]?s?|ministry|ministerio|ministère|ministério|bundesministerium|department|agency|foundation|council|federation|initiative|programme|project|program|cent(?:er|re)s?|hospital|academy|alliance|board|bureau|college|editors|editorial|administration|authority|registry|secretariat|laborator(?:y|ies)|corporation|company|inc|ltd|llc|gmbh|trialists|trial|study|workgroup|panel)(?!\p{L})/iu

/** Bodies that sign with an acronym, which would otherwise read as a family name in capitals. */
const acronyms =
  /^(?:ATLAS|CDC|CERN|CMS|ECDC|EMA|ESA|EU|FAO|FDA|IAEA|IARC|IEEE|IMF|IPCC|ISO|LHCb|NASA|NATO|NHS|NICE|NIH|NIST|OECD|UN|UNESCO|UNHCR|UNICEF|WHO|WMO|WTO)$/

/** Particles that stay with the family name when written with a capital after a given name: `Vincent Van Gogh`. */
const capitalParticle =
  /^(?:Van|Von|De|Del|Della|Di|Da|Du|Dos|La|Le|Al|El|Abu|Ibn|Ter|Ten|Den|Der|St\.?|Ó|Ní|Uí)$/

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

/**
 * One name out of what a page writes for it: `Family, Given`, `Given Family`, `Given von Family`, `Family JA`
 * as PubMed has it, each with `Jr` or `III`; degrees, titles, footnote marks, addresses of e-mail or ORCID are
 * left out, and a name in capitals is set in mixed case.
 *
 * A body is one `literal`. Han and Hangul without a space is cut where the family name ends as a rule (one
 * character, two in a name of four); a name with kana is left whole. Undefined where no name stands.
 */
export function parseName(text: string): Name | undefined {
  const plain = withoutMarks(collapse(tidy(latinCommas(text))))
  if (!/\p{L}/u.test(plain) || /^(?:and )?(?:et al|others|anonymous|unknown|n\/a)\.?$/i.test(plain))
    return undefined
  const body = plain.replace(/^(?:and )?(?:on behalf of|for) (?:the )?(?=\S)/i, '')
  if (isBody(plain)) return { literal: body.slice(0, longest) }
  if (plain.length > longest) return { literal: plain.slice(0, longest) }
  const parts = withoutDegrees(
    withoutPlainDegree(plain)
      .split(/\s*[,，]\s*/)
      .filter((part) => part !== ''),
  )
  const behind =
    parts.length > 1 ? parts.findIndex((part, i) => i > 0 && generation.test(part)) : -1
  const ownSuffix = behind > 0 ? parts.splice(behind, 1)[0] : undefined
  const [first, second] = parts
  if (first === undefined || isDegree(first)) return undefined
  if (parts.length > 2) return { literal: plain }
  return withSuffix(
    second === undefined ? naturalOrder(first) : familyFirst(first, second),
    ownSuffix,
  )
}

/** Titles before a name; those that could be a name themselves have a full stop. */
const titles =
  /^(?:(?:(?:Prof(?:essor)?|Dr|Mr|Mrs|Ms|Sir|MUDr|RNDr|MVDr|PhDr|JUDr|PaedDr)\.?|(?:doc|Doc|Ing|ing|Mgr|Bc|Mag|med|rer|nat|phil|habil|iur|Dra|Dott|Lic|Dipl|Dipl\.-\p{Lu}\p{Ll}{1,4}|Assoc|Asst|Univ|Priv|Doz)\.)(?:-|\s+))+(?=\p{L})/u

function withoutMarks(text: string): string {
  return text
    .slice(0, longest * 4)
    .replace(/(?:https?:\/\/|orcid)\S*/gi, '')
    .replace(/[(<]?[^\s@<>()]{1,64}@[^\s@<>()]{1,190}[)>]?/g, '')
    .replace(/\s*\([^()]{0,100}\)\s*$/, '')
    .replace(/[\s,]+(?:and|&)$/i, '')
    .replace(marksBehind, '')
    .replace(marksBefore, '')
    .replace(/^(?:by|and|&)\s+/i, '')
    .replace(titles, '')
    .replace(/[\s,;]+et al\.?$/i, '')
    .replace(/^[\s,;:]+|[\s,;:]+$/g, '')
}

function familyFirst(before: string, given: string): Name {
  const words = before.split(' ')
  const last = words.at(-1) ?? ''
  const name = withParticle(words.length > 1 && generation.test(last) ? words.slice(0, -1) : words)
  const dropping = /^(.*\S)\s+(\p{Ll}[\p{L}'’]*)\s*$/su.exec(given)
  name.given = givenCase(dropping?.[1] ?? withoutDegreeBehind(given))
  if (dropping?.[2] !== undefined) name['dropping-particle'] = dropping[2]
  return withSuffix(name, words.length > 1 && generation.test(last) ? last : undefined)
}

function naturalOrder(text: string): Name {
  const words = text.split(' ')
  const last = words.at(-1) ?? ''
  if (words.length > 2 && generation.test(last))
    return withSuffix(naturalOrder(words.slice(0, -1).join(' ')), last)
  if (words.length === 1) return singleWord(text)
  // A patronymic at the end says that the family name stands first: `Берегов Игорь Павлович`.
  if (words.length === 3 && /(?:вич|вна|ична)$/iu.test(last))
    return { family: familyCase(words[0] ?? ''), given: givenCase(words.slice(1).join(' ')) }
  if (isHanOrHangul(words.join('')))
    return { family: words[0] ?? '', given: words.slice(1).join('') }
  const isPubMed = /^(?:\p{Lu}-?){1,3}$/u.test(last) && /\p{Ll}/u.test(words[0] ?? '')
  if (isPubMed) return { ...withParticle(words.slice(0, -1)), given: last }
  // `Smith J. A.` and `Иванов А.А.`: nobody's family name is an initial.
  const initials = words.findLastIndex((word) => !/^(?:\p{Lu}\p{Ll}?\.-?){1,4}$/u.test(word)) + 1
  if (initials > 0 && initials < words.length)
    return familyFirst(words.slice(0, initials).join(' '), words.slice(initials).join(' '))
  const capitals = shoutedFamily(words)
  const behind = words.slice(Math.max(capitals, 0))
  // `SMITH Jane` and `SMITH J. A.` are family first; `JANE A. SMITH` is not.
  if (capitals > 0 && (/\p{Ll}/u.test(behind.join('')) || behind.every(areInitialsAlone)))
    return familyFirst(words.slice(0, capitals).join(' '), behind.join(' '))
  // Brazil's and Portugal's `Filho`, `Neto` are cited with the name before them: `Pereira Filho, A.`
  const start = Math.min(
    familyStart(words),
    words.length > 2 && relation.test(last) ? words.length - 2 : words.length,
  )
  return { ...withParticle(words.slice(start)), given: givenCase(words.slice(0, start).join(' ')) }
}

/** Words of kinship that are part of a Portuguese family name (ABNT NBR 6023, 8.1.1). */
const relation = /^(?:Filho|Neto|Netto|Sobrinho|Júnior)$/i

/** How many words at the beginning are a family name in capitals: `SMITH Jane`, `LE GOFF Maëlle`; `JA Smith` has none. */
function shoutedFamily(words: readonly string[]): number {
  const run = words.findIndex((word) => !isCapitals(word, 2))
  return words.slice(0, Math.max(run, 0)).some((word) => isCapitals(word, 4)) ? run : -1
}

/** Initials in a name that is all in capitals, where `KIM` and `LI` are family names. */
function areInitialsAlone(word: string): boolean {
  return (
    /^(?:\p{Lu}\.-?){1,4}$|^\p{Lu}{1,2}$/u.test(word) &&
    !/^(?:AN|BI|DU|FU|GU|HE|HO|HU|KO|LE|LI|LO|LU|MA|NG|OH|QI|SU|VO|WU|XU|YE|YI|YU)$/.test(word)
  )
}

/** Chinese family names of two characters, which a name of three may begin with. */
const twoCharacters =
  /^(?:欧阳|歐陽|司马|司馬|上官|诸葛|諸葛|东方|東方|皇甫|尉迟|公孙|公孫|慕容|令狐|司徒|夏侯|端木|南宫|南宮|长孙|長孫|宇文)/u

function singleWord(word: string): Name {
  if (!isHanOrHangul(word)) return { family: familyCase(word) }
  const length = [...word].length
  if (length < 2 || length > 4) return { literal: word }
  const cut = [...word].slice(0, length === 4 || twoCharacters.test(word) ? 2 : 1).join('')
  return { family: cut, given: word.slice(cut.length) }
}

/** Where the family name begins in a name in reading order: at its particle, before `y`, else at the last word. */
function familyStart(words: readonly string[]): number {
  const end = words.length - 1
  const shouted = words.findIndex((word, i) => i > 0 && isCapitals(word, 2))
  if (
    shouted > 0 &&
    words.slice(shouted).every((word) => isCapitals(word, 2)) &&
    /\p{Ll}/u.test(words[0] ?? '')
  ) {
    return shouted
  }
  const allCapitals = !/\p{Ll}/u.test(words.join(''))
  // Behind a middle initial two words are one family name: `Diego A. Contreras Peña`.
  const initial = words.findLastIndex((word, i) => i > 0 && /^\p{Lu}\.$/u.test(word))
  let start = initial > 0 && initial < end && /\p{Ll}/u.test(words[0] ?? '') ? initial + 1 : end
  // `Ortega y Gasset`, `dos Santos e Silva`
  if (end >= 2 && /^[ye]$/.test(words[end - 1] ?? '')) start = Math.max(1, end - 2)
  for (let i = start - 1; i >= 1; i--) {
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
  // Only Turkish and its neighbours write the dot on a capital: elsewhere its small letter would be two characters.
  const language = /[İĞ]/.test(word) ? 'tr' : undefined
  return word
    .toLocaleLowerCase(language ?? 'und')
    .replace(/(?<![\p{L}\p{M}])\p{L}/gu, (letter) => letter.toLocaleUpperCase(language ?? 'und'))
    .replace(/^Mc(\p{Ll})/u, (_whole, letter: string) => `Mc${letter.toUpperCase()}`)
}
