import type { ChosenAbstract } from '../abstract/choose-abstract.ts'
import { abstractText } from '../item/abstract-text.ts'
import { endsCutOff, shortAbstract } from '../item/doubts-after-edit.ts'
import type { Item } from '../item/item.ts'
import type { Doubt, Source } from '../item/record.ts'
import { isOfConcern, isRetracted } from '../item/retraction.ts'
import { weightOf } from '../text/weight.ts'

/** What a person should look at before trusting the capture. */
export function doubtsOf(
  item: Item,
  abstract: ChosenAbstract | undefined,
  sources: Source['fields'],
  publicationTypes: readonly string[] = [],
): Doubt[] {
  const text = abstract ? (abstractText(abstract.sections) ?? '') : ''
  const doubts: [Doubt, boolean][] = [
    ['retracted', isRetracted(publicationTypes)],
    ['expression-of-concern', isOfConcern(publicationTypes)],
    ['no-title', item.title === undefined],
    ['title-from-window', sources.title?.source === 'window title'],
    ['no-authors', item.author === undefined],
    ['no-abstract', text === ''],
    ['abstract-cut-off', endsCutOff(text)],
    ['abstract-short', text !== '' && weightOf(text) < shortAbstract],
    [
      'abstract-from-metadata',
      abstract?.finding === 'metadata' || abstract?.finding === 'description',
    ],
    ['abstract-unlabelled', abstract?.finding === 'prose'],
    ['abstract-in-two-languages', (abstract?.translations.length ?? 0) > 0],
  ]
  return doubts.flatMap(([doubt, holds]) => (holds ? [doubt] : []))
}
