import type { Portal } from './portal.ts'

/** Nature and its journals. Identifiers that begin with `d4` are the magazine's: news, comment, careers. */
export const nature = {
  id: 'nature',
  name: 'Nature',
  hosts: ['www.nature.com'],
  path: /^\/(?:articles\/(?!d4)[\w.-]+(?<!\.e?pdf)\/?|[\w-]+\/(?:journal\/v[\w.]+\/n[\w.-]+|\d{4}\/\d{6}\/[\w.-]+)\/(?:full|abs)\/[\w.-]+\.html)$/,
  abstract: [
    '#Abs1-section',
    'section[aria-labelledby^="Abs"]:not([data-title*="raphic"])',
    '#abstract-content',
    // 2011–2016: research papers without the word Abstract, and journals with it.
    '#first-paragraph',
    '#abstract',
    '#abs',
  ],
  // `This paper has been corrected since online publication …`
  furniture: ['#abs > p:not(.abs)'],
  titleSuffix: /\s*(?:\||:)\s*(?:Nature\s*:\s*)?Nature Publishing Group\s*$/u,
  pages: [
    'https://www.nature.com/articles/s41586-099-03819-2',
    'https://www.nature.com/articles/nbt.1599',
    'https://www.nature.com/nature/journal/v512/n7599/full/nature13999.html',
    'https://www.nature.com/srep/2013/130107/srep09999/full/srep09999.html',
  ],
  notPages: [
    'https://www.nature.com/articles/d41586-099-02025-4',
    'https://www.nature.com/articles/s41586-099-03819-2.pdf',
    'https://www.nature.com/articles/s41586-099-03819-2/figures/1',
    'https://www.nature.com/nature/volumes/596/issues/7873',
    'https://www.nature.com/search?q=moss',
  ],
} satisfies Portal
