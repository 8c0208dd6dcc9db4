/** The commonest words of the languages in which abstracts stand side by side; short enough to tell them apart. */
const commonWords: Readonly<Record<string, readonly string[]>> = {
  en: [
    'the',
    'of',
    'and',
    'in',
    'to',
    'was',
    'were',
    'with',
    'that',
    'for',
    'is',
    'are',
    'this',
    'by',
  ],
  de: [
    'der',
    'die',
    'und',
    'das',
    'von',
    'mit',
    'den',
    'des',
    'eine',
    'wurde',
    'wurden',
    'ist',
    'nicht',
    'für',
  ],
  fr: [
    'le',
    'la',
    'les',
    'des',
    'et',
    'dans',
    'une',
    'du',
    'est',
    'pour',
    'sur',
    'par',
    'que',
    'ont',
  ],
  es: ['el', 'la', 'los', 'las', 'del', 'y', 'en', 'una', 'con', 'por', 'para', 'fue', 'se', 'que'],
  ca: [
    'els',
    'les',
    'dels',
    'amb',
    'una',
    'aquest',
    'aquesta',
    'per',
    'que',
    'el',
    'la',
    'del',
    'són',
    'i',
  ],
  pt: [
    'o',
    'os',
    'da',
    'do',
    'dos',
    'das',
    'em',
    'uma',
    'com',
    'por',
    'para',
    'foi',
    'não',
    'que',
    'ao',
  ],
  it: [
    'il',
    'di',
    'la',
    'che',
    'della',
    'dei',
    'con',
    'per',
    'una',
    'sono',
    'gli',
    'nel',
    'del',
    'è',
  ],
}

const wordsIn = Object.entries(commonWords).map(
  ([language, words]) => [language, new Set(words)] as const,
)

/** Scripts that tell a language by themselves, more or less. */
const scripts: readonly (readonly [string, RegExp])[] = [
  ['ja', /[\u3040-\u30ff]/gu],
  ['ko', /[\uac00-\ud7af]/gu],
  ['zh', /\p{Script=Han}/gu],
  ['ru', /\p{Script=Cyrillic}/gu],
  ['ar', /\p{Script=Arabic}/gu],
  ['el', /\p{Script=Greek}/gu],
]

/** How much of a text is looked at, in characters: more does not change the answer. */
const enough = 500

/**
 * The language of a paragraph as BCP 47's two letters, told by its script or its commonest words;
 * undefined where the text is too short or the words do not decide.
 */
export function languageOf(text: string): string | undefined {
  const sample = text.slice(0, enough)
  if (sample.length < 40) return undefined
  // Only letters beyond the Latin ones can be of another script.
  if (/[\u0370-\u1fff\u2e80-\uffff]/.test(sample)) {
    const letters = sample.match(/\p{L}/gu)?.length ?? 0
    for (const [language, script] of scripts) {
      if ((sample.match(script)?.length ?? 0) > letters * 0.3) return language
    }
  }
  const words = sample.toLowerCase().split(/[\s.,;:()]+/)
  let first: { language: string; count: number } = { language: '', count: 0 }
  let second = 0
  for (const [language, common] of wordsIn) {
    let count = 0
    for (const word of words) if (common.has(word)) count++
    if (count > first.count) {
      second = first.count
      first = { language, count }
    } else if (count > second) second = count
  }
  return first.count >= 3 && first.count >= second * 1.3 ? first.language : undefined
}
