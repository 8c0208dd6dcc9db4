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

/**
 * The language of a paragraph as BCP 47's two letters, told by its script or its commonest words;
 * undefined where the text is too short or the words do not decide.
 */
export function languageOf(text: string): string | undefined {
  const scripts: readonly (readonly [string, RegExp])[] = [
    ['ja', /[\u3040-\u30ff]/gu],
    ['ko', /[\uac00-\ud7af]/gu],
    ['zh', /\p{Script=Han}/gu],
    ['ru', /\p{Script=Cyrillic}/gu],
    ['ar', /\p{Script=Arabic}/gu],
    ['el', /\p{Script=Greek}/gu],
  ]
  const sample = text.slice(0, 3000)
  const letters = sample.match(/\p{L}/gu)?.length ?? 0
  if (letters < 40) return undefined
  for (const [language, script] of scripts) {
    if ((sample.match(script)?.length ?? 0) > letters * 0.3) return language
  }
  const words = sample.toLowerCase().match(/\p{L}+/gu) ?? []
  const counts = Object.entries(commonWords).map(
    ([language, common]) =>
      [language, words.filter((word) => common.includes(word)).length] as const,
  )
  counts.sort((a, b) => b[1] - a[1])
  const [first, second] = counts
  return first && second && first[1] >= 3 && first[1] >= second[1] * 1.3 ? first[0] : undefined
}
