import type { Portal } from './portal.ts'

/** RePEc's two catalogues of economics, IDEAS and EconPapers; papers, articles and chapters. */
export const repec = {
  id: 'repec',
  name: 'RePEc',
  hosts: ['ideas.repec.org', 'econpapers.repec.org'],
  path: /^\/(?:[aph]\/[a-z\d]{3}\/[^/]{1,80}\/[^/]{1,120}\.html|(?:article|paper|bookchap)\/[^/]{1,80}\/[^/]{1,120}\.htm)$/,
  abstract: ['#abstract-body'],
  pages: [
    'https://ideas.repec.org/a/bla/jfinan/v70y2015i1p1-44.html',
    'https://ideas.repec.org/p/nbr/nberwo/29971.html',
    'https://econpapers.repec.org/article/blajfinan/v_3a70_3ay_3a2015_3ai_3a1_3ap_3a1-44.htm',
  ],
  notPages: [
    'https://ideas.repec.org/s/bla/jfinan.html',
    'https://ideas.repec.org/e/pba1.html',
    'https://ideas.repec.org/cgi-bin/htsearch2?q=tides',
    'https://econpapers.repec.org/article/blajfinan/',
  ],
} satisfies Portal
