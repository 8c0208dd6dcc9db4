import type { Postings, PostingsView } from './postings.ts'

/** What stands before a letter that is an entry of the index by itself: behind it are all records with a word that begins so. */
export const letterMark = '\u0001'

/** True for a word of one Latin letter or digit: with it a search begins, and a tenth of all words would be read for it. */
export function isLetter(word: string): boolean {
  return /^[a-z\d]$/.test(word)
}

/** Makes the letters' entries out of the words' postings. */
export class LetterEntries {
  readonly #fields = new Map<string, Uint8Array>()
  readonly #count: number

  /** For a part of so many records. */
  constructor(count: number) {
    this.#count = count
  }

  add(word: string, { places, fields }: PostingsView): void {
    const letter = word.charAt(0)
    if (!isLetter(letter)) return
    const own = this.#fields.get(letter) ?? new Uint8Array(this.#count)
    this.#fields.set(letter, own)
    for (let i = 0; i < places.length; i++) {
      const place = places[i] as number
      own[place] = (own[place] as number) | (fields[i] as number)
    }
  }

  /** The entries, in the order of the letters. */
  *entries(): Generator<[word: string, postings: Postings]> {
    for (const letter of [...this.#fields.keys()].sort()) {
      const postings: Postings = { places: [], fields: [] }
      for (const [place, fields] of this.#fields.get(letter)?.entries() ?? []) {
        if (fields === 0) continue
        postings.places.push(place)
        postings.fields.push(fields)
      }
      yield [letterMark + letter, postings]
    }
  }
}
