import type { Portal } from './portal.ts'

/** Ovid: the journals' pages and those of Ovid Clinical Edge; the search interface has one address for everything. */
export const ovid = {
  id: 'ovid',
  name: 'Ovid',
  hosts: ['www.ovid.com', 'oce.ovid.com', 'oce-ovid-com.ovidds.com'],
  path: /^\/(?:journals\/[\w-]+\/(?:abstract|fulltext)\/10\.\d{4,9}\/\S+|article\/\d{8}-\d{9}-\d{5}(?:\/(?:HTML|abstract))?)\/?$/i,
  type: 'article-journal',
  silent: true,
  identifiers: [
    {
      variable: 'DOI',
      match: /^\/journals\/[\w-]+\/(?:abstract|fulltext)\/(10\.\d{4,9}\/[^~/]+)/i,
    },
  ],
  pages: [
    'https://www.ovid.com/journals/ijnm/fulltext/10.5555/ijnm.2022.0031~tidal-breathing-on-the-ward',
    'https://www.ovid.com/journals/ijnm/abstract/10.5555/ijnm.2022.0031~tidal-breathing-on-the-ward',
    'https://oce.ovid.com/article/00003246-202105000-00012/HTML',
  ],
  notPages: [
    'https://www.ovid.com/',
    'https://www.ovid.com/journals/ijnm/toc',
    'https://ovidsp.ovid.com/ovidweb.cgi',
    'https://www.ovid.com/journals/ijnm/pdf/10.5555/ijnm.2022.0031~tidal-breathing-on-the-ward',
  ],
} satisfies Portal
