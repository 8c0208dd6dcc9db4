import { type ItemType, itemTypes } from '../item/item.ts'

/** What other programs call the types: Crossref's, Zotero's own, Mendeley's, and those of CSL 1.0.2 that we do not keep apart. */
const otherNames: readonly (readonly [ItemType, string])[] = [
  ['article', 'posted-content preprint manuscript working_paper'],
  ['article-journal', 'journal-article journalArticle journal review review-book'],
  ['article-magazine', 'magazineArticle magazine_article'],
  ['article-newspaper', 'newspaperArticle newspaper_article'],
  ['book', 'monograph edited-book reference-book classic pamphlet collection proceedings'],
  [
    'chapter',
    'book-chapter book-section book-part book-track bookSection book_section reference-entry entry entry-dictionary entry-encyclopedia encyclopediaArticle encyclopedia_article dictionaryEntry',
  ],
  ['document', 'generic other peer-review'],
  [
    'paper-conference',
    'proceedings-article conferencePaper conference_proceedings speech presentation',
  ],
  ['post-weblog', 'blogPost post forumPost'],
  ['software', 'computerProgram computer_program'],
  ['thesis', 'dissertation'],
  ['webpage', 'web_page'],
]

const types = new Map<string, ItemType>([
  ...itemTypes.map((type) => [type, type] as const),
  ...otherNames.flatMap(([type, names]) => names.split(' ').map((name) => [name, type] as const)),
])

/** The item type that a program's name for one stands for, or undefined. */
export function itemTypeOf(name: unknown): ItemType | undefined {
  return typeof name === 'string' ? types.get(name) : undefined
}
