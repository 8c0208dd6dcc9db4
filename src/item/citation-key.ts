import { fold } from '../text/fold.ts'
import { yearOf } from './date.ts'
import { cleanDoi } from './identifier.ts'
import type { Item } from './item.ts'
import { familyOf } from './name.ts'

/** Words that begin many titles and tell none apart, folded: English, German, French, Spanish. */
const stopWords = new Set(
  (
    'a an the and or nor but of in on at to from for with without by as is are be do does can how what when where which who whose why ' +
    'its their this that these those towards toward into between via about after before during under over ' +
    'der die das den dem des ein eine einer eines einem einen und oder von vom zu zum zur im am auf aus bei mit nach fur uber durch ist sind wie was ' +
    'le la les l un une d du des de et ou en dans sur par pour avec sans au aux est sont que qui comment ' +
    'el los las una unos unas y o del al por para con sin es son como sobre entre se su sus lo s t'
  ).split(' '),
)

/** Cyrillic as passports write it (ICAO 9303, simplified to plain ASCII), and Greek (ISO 843 type 2), both folded. */
const transliteration = new Map<string, string>(
  (
    'а=a б=b в=v г=g д=d е=e ж=zh з=z и=i к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=kh ц=ts ч=ch ш=sh щ=shch ъ= ы=y ь= э=e ю=iu я=ia ' +
    'і=i є=ie ґ=g ђ=dj ћ=c љ=lj њ=nj џ=dz ј=j ѕ=dz ' +
    'α=a β=v γ=g δ=d ε=e ζ=z η=i θ=th ι=i κ=k λ=l μ=m ν=n ξ=x ο=o π=p ρ=r σ=s τ=t υ=y φ=f χ=ch ψ=ps ω=o'
  )
    .split(' ')
    .map((pair) => [pair.slice(0, 1), pair.slice(2)] as const),
)

/** Long enough to tell a word, short enough to type. */
const longestPart = 40

/**
 * The key an item is cited by, `smith2020deep`: the first author's family name, the year, and the title's first
 * word that is no stop word; ASCII small letters and digits. A part that is missing is left out.
 *
 * A name in a script that is not transliterated gives the end of the DOI instead, or `anon`. While `isTaken`
 * answers true, `a`, `b` … `z`, `aa` are put behind: the newer record gets the letter, the older key stays.
 */
export function citationKey(item: Item, isTaken: (key: string) => boolean): string {
  const plain = plainKey(item)
  let key = plain
  for (let n = 1; isTaken(key); n++) key = `${plain}${letters(n)}`
  return key
}

/** True for a key that every BibTeX tool reads: letters and digits of ASCII, `:`, `_` and `-`. */
export function isCitationKey(key: string): boolean {
  return /^[A-Za-z0-9:_-]+$/.test(key)
}

function plainKey(item: Item): string {
  const first = item.author?.[0] ?? item.editor?.[0]
  const family = first ? ascii(familyOf(first)).slice(0, longestPart) : ''
  const rest = `${yearOf(item) ?? ''}${titleWord(item.title ?? '')}`
  if (family !== '' || (!first && rest !== '')) return `${family}${rest}`
  return doiTail(item) ?? `anon${rest}`
}

function titleWord(title: string): string {
  const words = fold(title.replace(/<\/?(?:i|b|sub|sup|sc)>/g, ''))
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .map(ascii)
    .filter((word) => word !== '')
  const word =
    words.find((each) => /[a-z]/.test(each) && each.length > 1 && !stopWords.has(each)) ??
    words.find((each) => !stopWords.has(each)) ??
    ''
  return word.slice(0, longestPart)
}

function doiTail(item: Item): string | undefined {
  const doi = item.DOI === undefined ? undefined : cleanDoi(item.DOI)
  const tail = doi
    ?.toLowerCase()
    .replace(/^.*\//, '')
    .replace(/[^a-z0-9_-]/g, '')
    .slice(0, longestPart)
  return tail === '' ? undefined : tail
}

/** Small letters and digits of ASCII; empty for scripts that are not transliterated. */
function ascii(text: string): string {
  return [...fold(text).replaceAll('ου', 'ou')]
    .map((letter) => transliteration.get(letter) ?? letter)
    .join('')
    .replace(/[^a-z0-9]/g, '')
}

/** 1 is `a`, 26 is `z`, 27 is `aa`. */
function letters(n: number): string {
  const rest = Math.floor((n - 1) / 26)
  return `${rest > 0 ? letters(rest) : ''}${String.fromCharCode(97 + ((n - 1) % 26))}`
}
