import { yearOf } from './date.ts'
import { cleanDoi } from './identifier.ts'
import type { Item } from './item.ts'
import { familyOf } from './name.ts'
import { asciiWord, tellingWords } from './title-words.ts'

/** What an item is cited by as long as no other has the same key; answers the same for the same item. */
export type KeyOf = (item: Item) => string

/** As many characters of a DOI as are typed without looking. */
const longestTail = 40

/**
 * The key an item is cited by: `keyOf`'s, and while `isTaken` answers true, `a`, `b` … `z`, `aa` behind it: the newer
 * record gets the letter, the older key stays.
 */
export function citationKey(
  item: Item,
  isTaken: (key: string) => boolean,
  keyOf: KeyOf = defaultKey,
): string {
  const plain = keyOf(item)
  for (let n = 0; ; n++) if (!isTaken(lettered(plain, n))) return lettered(plain, n)
}

/** The n-th key of those that would have the same one: from 0 the key itself, then with `a`, `b` … `z`, `aa` behind it. */
export function lettered(plain: string, n: number): string {
  return n === 0 ? plain : `${plain}${letters(n)}`
}

/** As long as the library holds them. */
const longestKey = 200

const plainKey = /^[A-Za-z0-9:_-]+$/
const anyKey = /^[\p{L}\p{N}!$&*+./:;?@[\]_`-]+$/u

/**
 * True for a key that BibTeX, biber, bibtool and pandoc all read: letters and digits of any script, composed (NFC), and the
 * signs of `10.1145/1234.5678`, `DBLP:conf/nips/X`, `smith+2020` and the like.
 *
 * What is left out was tried: at `" # % ( ) , = ~` bibtool or BibTeX gives up, and for a single key with one of
 * `< > ^ | \` or a sign beyond ASCII pandoc refuses the whole file. `*` alone is every paper for `\nocite`. An address is an
 * id of a program's, not a key.
 */
export function isCitationKey(key: string): boolean {
  if (key.length > longestKey) return false
  if (plainKey.test(key)) return true
  return anyKey.test(key) && key !== '*' && !key.includes('://') && key.normalize('NFC') === key
}

/**
 * `smith2020deep`: the first author's family name, the year, and the title's first word that is no stop word; ASCII small
 * letters and digits. A part that is missing is left out. A name in a script that is not transliterated gives the end of
 * the DOI instead, or `anon`.
 */
export function defaultKey(item: Item): string {
  const first = item.author?.[0] ?? item.editor?.[0]
  const family = first ? asciiWord(familyOf(first)).toLowerCase() : ''
  const word = tellingWords(item.title ?? '')[0]?.toLowerCase() ?? ''
  const rest = `${yearOf(item) ?? ''}${word}`
  if (family !== '' || (!first && rest !== '')) return `${family}${rest}`
  return doiTail(item) ?? `anon${rest}`
}

/** What stands behind a DOI's last stroke, in small letters, digits, `_` and `-`; undefined where nothing does. */
export function doiTail(item: Item): string | undefined {
  const doi = item.DOI === undefined ? undefined : cleanDoi(item.DOI)
  const tail = doi
    ?.toLowerCase()
    .replace(/^.*\//, '')
    .replace(/[^a-z0-9_-]/g, '')
    .slice(0, longestTail)
  return tail === '' ? undefined : tail
}

/** 1 is `a`, 26 is `z`, 27 is `aa`. */
function letters(n: number): string {
  const rest = Math.floor((n - 1) / 26)
  return `${rest > 0 ? letters(rest) : ''}${String.fromCharCode(97 + ((n - 1) % 26))}`
}
