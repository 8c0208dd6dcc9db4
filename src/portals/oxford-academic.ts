import type { Portal } from './portal.ts'

/** Oxford Academic (Silverchair), and the HighWire pages of *.oxfordjournals.org before 2017. */
export const oxfordAcademic = {
  id: 'oxford-academic',
  name: 'Oxford Academic',
  hosts: ['academic.oup.com', '*.oxfordjournals.org'],
  path: /^\/(?:[\w-]+\/(?:advance-)?article(?:-abstract)?\/.+|content\/(?:early\/)?\d+\/[\w./-]+(?<!\.(?:toc|pdf)))$/,
  abstract: ['.article-body section.abstract', 'section.abstract', '#abstract-1'],
  fields: { keyword: ['.article-body .kwd-group .kwd-part', 'ul.kwd-group .kwd-search'] },
  titleSuffix: /\s*\|\s*[^|]{1,200}\|\s*Oxford Academic\s*$/u,
  pages: [
    'https://academic.oup.com/bioinformatics/article/99/22/2891/240467',
    'https://academic.oup.com/nar/article-abstract/99/21/10832/1131225?redirectedFrom=fulltext',
    'https://academic.oup.com/brain/advance-article/doi/10.1093/brain/awz999/7517011',
    'http://bioinformatics.oxfordjournals.org/content/99/22/2891',
    'http://mnras.oxfordjournals.org/content/999/4/2269.full',
  ],
  notPages: [
    'https://academic.oup.com/bioinformatics/issue/99/22',
    'https://academic.oup.com/nar/search-results?q=ribosome',
    'https://academic.oup.com/nar/article-pdf/99/21/10832/16960000/gks999.pdf',
    'http://bioinformatics.oxfordjournals.org/content/99/22.toc',
    'https://academic.oup.com/journals',
  ],
} satisfies Portal
