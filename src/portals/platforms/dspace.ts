import type { Item } from '../../item/item.ts'
import type { Platform } from '../portal.ts'

/** DSpace: the tables of its JSP pages, the Mirage themes (to version 6), and the Angular pages (7 and after). */
export const dspace = {
  id: 'dspace',
  name: 'DSpace',
  generator: /^DSpace\b/i,
  markup: [
    '#aspect_artifactbrowser_ItemViewer_div_item-view',
    '.itemDisplayTable',
    '.item-page-title-field',
  ],
  abstract: [
    'ds-item-page-abstract-field .simple-view-element-body',
    '.simple-item-view-description.item-page-field-wrapper > div',
    '.itemDisplayTable .metadataFieldValue.dc_description_abstract',
    '#aspect_artifactbrowser_ItemViewer_div_item-view .simple-item-view-description',
  ],
  adjust: withoutType,
} satisfies Platform

/** `citation_keywords` ends in the record's type: `Quedas; Idosos; Dissertation`. */
function withoutType(item: Item, { document }: { document: Document }): Item {
  const type = document.querySelector('meta[name="DC.type"]')?.getAttribute('content')
  const keywords = item.keyword?.split(', ').filter((keyword) => keyword !== type)
  if (!keywords) return item
  const { keyword: _, ...others } = item
  return keywords.length > 0 ? { ...others, keyword: keywords.join(', ') } : others
}
