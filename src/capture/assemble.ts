import type { ChosenAbstract } from '../abstract/choose-abstract.ts'
import { abstractText } from '../item/abstract-text.ts'
import type { Item, ItemType } from '../item/item.ts'
import type { ChosenFields } from '../metadata/choose-fields.ts'
import type { MetaTag } from '../metadata/meta-tags.ts'
import type { Page } from './page.ts'

/** Highwire and EPrints tags that tell the type, in the order in which they are believed. */
const typeTags: readonly (readonly [RegExp, ItemType])[] = [
  [/citation_dissertation/, 'thesis'],
  [/citation_technical_report/, 'report'],
  [/citation_conference/, 'paper-conference'],
  [/citation_inbook_title/, 'chapter'],
  [/citation_journal|citation_issn|prism\.issn/, 'article-journal'],
]

/** What repositories call the type of what they hold, in `eprints.type` and `DC.type`. */
const typeNames: readonly (readonly [RegExp, ItemType])[] = [
  [/thesis|dissertation/i, 'thesis'],
  [
    /^(?:conference_item|conference ?paper|conferenceobject|proceedings? ?paper|inproceedings)$/i,
    'paper-conference',
  ],
  [/^(?:book_section|book ?chapter|chapter|bookpart)$/i, 'chapter'],
  [/^(?:monograph|report|technical ?report|working ?paper|workingpaper)$/i, 'report'],
  [/^(?:preprint|submitted)$/i, 'article'],
]

/** Puts the chosen fields, the abstract and the type together; the last steps of platform and portal come after it. */
export function assemble(
  page: Page,
  fields: ChosenFields,
  abstract: ChosenAbstract | undefined,
): Item {
  const item: Item = { type: typeOf(page, fields), ...fields.item }
  const text = abstract ? abstractText(abstract.sections) : undefined
  if (text !== undefined) item.abstract = text
  // The platform's last step before the portal's, which knows more.
  return page.readings.toReversed().reduce((now, { adjust }) => adjust?.(now, page) ?? now, item)
}

function typeOf(page: Page, { item }: ChosenFields): ItemType {
  const tagged = typeTags.find(([name]) =>
    page.tags.some((tag: MetaTag) => name.test(tag.name)),
  )?.[1]
  const known = page.readings.find(({ type }) => type !== undefined)?.type
  if (known) return known
  if (tagged) return tagged
  const named = typeNames.find(([name]) =>
    page.tags.some(
      (tag) =>
        /^(?:eprints|dc|dcterms)\.type$/.test(tag.name) &&
        name.test(tag.content.replace(/^.*[/:#]/, '').trim()),
    ),
  )?.[1]
  if (named) return named
  if (item['container-title'] !== undefined || item.ISSN !== undefined || item.PMID !== undefined)
    return 'article-journal'
  return item.DOI !== undefined || item.author !== undefined ? 'article' : 'webpage'
}
