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

/** Puts the chosen fields, the abstract and the type together; the portal's own last step comes after it. */
export function assemble(
  page: Page,
  fields: ChosenFields,
  abstract: ChosenAbstract | undefined,
): Item {
  const item: Item = { type: typeOf(page, fields), ...fields.item }
  const text = abstract ? abstractText(abstract.sections) : undefined
  if (text !== undefined) item.abstract = text
  return page.portal?.adjust ? page.portal.adjust(item, page) : item
}

function typeOf(page: Page, { item }: ChosenFields): ItemType {
  const tagged = typeTags.find(([name]) =>
    page.tags.some((tag: MetaTag) => name.test(tag.name)),
  )?.[1]
  if (page.portal?.type) return page.portal.type
  if (tagged) return tagged
  if (item['container-title'] !== undefined || item.ISSN !== undefined || item.PMID !== undefined)
    return 'article-journal'
  return item.DOI !== undefined || item.author !== undefined ? 'article' : 'webpage'
}
