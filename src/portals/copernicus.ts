import type { Portal } from './portal.ts'

/** Copernicus' journals of the geosciences. Before about 2014 their pages had no tags and lived on `….net` hosts. */
export const copernicus = {
  id: 'copernicus',
  name: 'Copernicus Publications',
  hosts: [
    '*.copernicus.org',
    'www.atmos-chem-phys.net',
    'www.atmos-meas-tech.net',
    'www.biogeosciences.net',
    'www.clim-past.net',
    'www.earth-syst-dynam.net',
    'www.earth-syst-sci-data.net',
    'www.geosci-model-dev.net',
    'www.hydrol-earth-syst-sci.net',
    'www.nat-hazards-earth-syst-sci.net',
    'www.ocean-sci.net',
    'www.solid-earth.net',
    'www.the-cryosphere.net',
  ],
  path: /^(?:\/articles|\/preprints)?\/(?:\d+\/e?\d+\/\d{4}\/(?:[\w-]+\.html)?|[\w-]+-\d{4}-\d+\/?)$/,
  type: 'article-journal',
  abstract: ['#abstract .abstract-content', '#abstract', '.abstract', '.pb_abstract'],
  titleSuffix: /^(?:[A-Z]{2,6}D?\s+-\s+)(?:Abstract\s+-\s+)?/u,
  pages: [
    'https://acp.copernicus.org/articles/21/99417/2021/',
    'https://acp.copernicus.org/articles/21/99417/2021/acp-21-99417-2021.html',
    'https://egusphere.copernicus.org/preprints/egusphere-2023-417/',
    'http://www.biogeosciences.net/9/99417/2012/bg-9-99417-2012.html',
  ],
  notPages: [
    'https://acp.copernicus.org/',
    'https://acp.copernicus.org/articles/recent.html',
    'https://acp.copernicus.org/articles/21/issue9.html',
    'https://acp.copernicus.org/articles/21/99417/2021/acp-21-99417-2021.pdf',
  ],
} satisfies Portal
