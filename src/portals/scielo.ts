import type { Portal } from './portal.ts'

/**
 * SciELO in every country: the pages of 2021 and after (`/j/…/a/…`), the script's pages before them, and those
 * whose abstracts are paragraphs under a bold word and nothing more. Several languages stand one below the other.
 */
export const scielo = {
  id: 'scielo',
  name: 'SciELO',
  hosts: [
    '*.scielo.br',
    '*.scielo.cl',
    '*.scielo.org',
    '*.scielo.org.ar',
    '*.scielo.org.bo',
    '*.scielo.org.co',
    '*.scielo.org.mx',
    '*.scielo.org.pe',
    '*.scielo.org.za',
    '*.scielo.pt',
    '*.scielo.edu.uy',
    '*.scielo.sa.cr',
    '*.scielo.sld.cu',
    'scielo.conicyt.cl',
    'scielo.isciii.es',
    'scielo.senescyt.gob.ec',
    'www.scielosp.org',
  ],
  // The script's name alone does where the parameters are not at hand.
  path: /^\/(?:scielo\.php(?:$|\?(?:[^#]{0,200}&)?script=sci_(?:arttext|abstract)(?:_plus)?(?:&|$))|j\/[^/]{1,30}\/a\/[A-Za-z\d]{20,30}\/?(?:abstract\/)?(?:$|\?)|article\/[a-z]+\/\d{4}\.[^/]{1,60}\/[\w-]{1,20}\/(?:[a-z]{2}\/)?$)/,
  type: 'article-journal',
  // The languages are equals here: the page's own is chosen by what it says.
  abstract: [
    '.articleSection--resumo, .articleSection--abstract, .articleSection[data-anchor="Resumo" i], .articleSection[data-anchor="Resumen" i], .articleSection[data-anchor="Abstract" i]',
    '#article-front .abstract, #article-front .trans-abstract',
  ],
  pages: [
    'https://www.scielo.br/j/rsp/a/4cRrFdXsnBcQmYwYbTHBjTL/?lang=pt',
    'https://www.scielo.br/j/rsp/a/4cRrFdXsnBcQmYwYbTHBjTL/abstract/?lang=en',
    'http://www.scielo.org.mx/scielo.php?script=sci_arttext&pid=S0036-36342015000100009',
    'https://www.scielosp.org/article/rpsp/2019.v43/e12/',
  ],
  notPages: [
    'https://www.scielo.br/j/rsp/',
    'https://www.scielo.br/j/rsp/i/2020.v54/',
    'https://search.scielo.org/?q=tides',
    'https://www.scielo.br/pdf/rsp/v54/0034-8910-rsp-54-1.pdf',
  ],
} satisfies Portal
