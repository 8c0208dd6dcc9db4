/**
 * Where platforms put an abstract, whatever the portal. An attribute that contains `abstract` somewhere is not
 * enough (`graphical-abstract`, `abstract-tools`), so names are matched whole or by their ending.
 */
export const abstractSelectors: readonly string[] = [
  // WAI-ARIA's and schema.org's own words.
  '[role="doc-abstract"]',
  '[itemprop="abstract"]',
  // Atypon (ACS, Taylor & Francis, SAGE, Wiley), Silverchair (OUP), Springer, ScienceDirect.
  '.abstractSection.abstractInFull',
  '.abstractSection',
  '.hlFld-Abstract',
  '.article-section__abstract',
  'section.abstract',
  '#Abs1-content',
  '#abstracts .abstract.author',
  '.abstract.author',
  // Ids and classes that many systems share.
  '#abstract',
  '#Abstract',
  '#abstract-content',
  '#abstractSection',
  '#articleAbstract',
  '#abs',
  '.abstract-content',
  '.abstract-text',
  '.abstract_text',
  '.abstractText',
  '.article-abstract',
  '.paper-abstract',
  '.abstract.full-text',
  'div.abstract',
  'article.abstract',
  'blockquote.abstract',
  'p.abstract',
  '.abstract',
  '.Abstract',
  '.simple-item-view-description',
  '.item-page-field-wrapper.abstract',
  '.metadata-field.abstract',
]
