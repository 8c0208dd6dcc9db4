/** What publishers put before the title of a paper that is retracted, and of the notices about it; each in PubMed's words. */
const titleMarks: readonly (readonly [RegExp, string])[] = [
  // `RETRACTED: A title`, `Retracted Article: A title`, `[Retracted] A title`, `WITHDRAWN: A title`
  [
    /^\W{0,2}(?:retracted(?: (?:article|paper|chapter|publication))?|withdrawn(?: article)?|temporarily removed|removed)\W{0,2}(?:[:–—\]-]|\s–)/i,
    'Retracted Publication',
  ],
  // `A title (Retracted Article)`
  [/[([](?:retracted(?: article| paper)?|withdrawn)[)\]]\W{0,2}$/i, 'Retracted Publication'],
  // `Retraction: A title`, `Retraction Note to: A title`, `Notice of Retraction`
  [
    /^(?:retraction(?: (?:note|notice))?(?: (?:to|of|for))?\s?[:–—-]|(?:notice|statement) of retraction|retraction note\b)/i,
    'Retraction Notice',
  ],
  // `Expression of Concern: A title`
  [/^(?:editorial )?expression of concern\b/i, 'Expression of Concern'],
  // `Correction to: A title`, `Erratum`, `Corrigendum for “…”`
  [
    /^(?:(?:author |publisher )?correction(?: (?:to|for))?\s?[:–—]|correction$|errat(?:um|a)\b|corrigend(?:um|a)\b)/i,
    'Published Erratum',
  ],
]

/** Lines beside a title that say that this very paper is retracted, or that there is a concern about it. */
const notices: readonly (readonly [RegExp, string])[] = [
  // `This article has been retracted.`, `Retracted article`, `Retraction in: Test J. 2019`
  [
    /^(?:this (?:article|paper|publication|chapter|preprint) (?:has been|was|is) (?:retracted|withdrawn)\b|(?:a )?retracted (?:article|paper|publication)\W*$|retracted\W*$|retraction in\b|retraction published in\b|retracted[:\s]+this article)/i,
    'Retracted Publication',
  ],
  // `Expression of concern in: Test J. 2019`
  [
    /^(?:expression of concern (?:in|published)\b|an expression of concern (?:has been|was) published)/i,
    'Expression of Concern',
  ],
]

/** The publication types that a title's marks and the lines beside it stand for, in PubMed's words, each once. */
export function readNotices(title: string | undefined, lines: readonly string[]): string[] {
  const found = new Set<string>()
  for (const [mark, type] of titleMarks)
    if (title !== undefined && mark.test(title)) found.add(type)
  for (const line of lines) {
    if (line.length > 300) continue
    for (const [notice, type] of notices) if (notice.test(line)) found.add(type)
  }
  return [...found]
}

/** True where publication types say that the paper itself is retracted. */
export function isRetracted(publicationTypes: readonly string[]): boolean {
  return publicationTypes.includes('Retracted Publication')
}

/** True where publication types say that readers were warned of the paper. */
export function isOfConcern(publicationTypes: readonly string[]): boolean {
  return publicationTypes.includes('Expression of Concern')
}
