import type { Item } from '../../item/item.ts'
import type { Platform } from '../portal.ts'

/** Atypon's Literatum: the markup of 2020 and after, and the one before it. */
export const atypon = {
  id: 'atypon',
  name: 'Atypon Literatum',
  markup: ['.pb-page .pb-ui'],
  abstract: [
    '#abstracts #abstract[role="doc-abstract"]',
    '.article__body .abstractSection.abstractInFull',
    // Lists of related papers show theirs in the same markup, inside an `.issue-item`.
    ':not(.issue-item) > .hlFld-Abstract > .abstractSection.abstractInFull',
  ],
  fields: {
    'container-title': ['.core-self-citation [typeof="Periodical"] [property="name"]'],
    volume: ['.core-self-citation [property="volumeNumber"]'],
    issue: ['.core-self-citation [property="issueNumber"]'],
    page: [
      '.core-self-citation .core-pagination',
      '.core-self-citation .core-enumeration [property="identifier"]',
    ],
  },
} satisfies Platform

/** The place of publication is glued to some publishers: `American Physiological SocietyBethesda, MD`. */
export function withoutPlace(item: Item): Item {
  const publisher = /^(.+?\p{Ll})(?=[\d\p{Lu}][^,]*,)/u.exec(item.publisher ?? '')?.[1]
  return publisher ? { ...item, publisher } : item
}
