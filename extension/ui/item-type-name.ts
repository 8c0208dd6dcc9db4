import { type ItemType, itemTypes } from '../../src/item/item.ts'
import { t } from '../i18n.ts'

/** The name of an item's type for a person; what is no type stays as it is. */
export function itemTypeName(type: string): string {
  const known = itemTypes.find((each) => each === type)
  return known === undefined ? type : t(names[known])
}

/** The keys of the types' names. What CSL calls an article is one that no journal has published (CSL 1.0.2, Appendix III). */
const names: { [T in ItemType]: string } = {
  article: 'typeArticle',
  'article-journal': 'typeArticleJournal',
  'article-magazine': 'typeArticleMagazine',
  'article-newspaper': 'typeArticleNewspaper',
  book: 'typeBook',
  chapter: 'typeChapter',
  dataset: 'typeDataset',
  document: 'typeDocument',
  'paper-conference': 'typePaperConference',
  'post-weblog': 'typePostWeblog',
  report: 'typeReport',
  software: 'typeSoftware',
  standard: 'typeStandard',
  thesis: 'typeThesis',
  webpage: 'typeWebpage',
}
