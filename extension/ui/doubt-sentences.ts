import type { Doubt } from '../../src/item/record.ts'

/** The key of the sentence that says each doubt aloud. */
export const doubtSentences = {
  retracted: 'doubtRetracted',
  'expression-of-concern': 'doubtExpressionOfConcern',
  'no-abstract': 'doubtNoAbstract',
  'abstract-cut-off': 'doubtAbstractCutOff',
  'abstract-from-metadata': 'doubtAbstractFromMetadata',
  'abstract-unlabelled': 'doubtAbstractUnlabelled',
  'abstract-short': 'doubtAbstractShort',
  'abstract-in-two-languages': 'doubtAbstractInTwoLanguages',
  'title-from-window': 'doubtTitleFromWindow',
  'no-title': 'doubtNoTitle',
  'no-authors': 'doubtNoAuthors',
  'saved-from-link': 'doubtSavedFromLink',
  'page-still-loading': 'doubtPageStillLoading',
  shortened: 'doubtShortened',
} as const satisfies { [D in Doubt]: string }
