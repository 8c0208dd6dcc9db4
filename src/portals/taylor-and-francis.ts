import type { Portal } from './portal.ts'

/** Taylor & Francis Online; graphical abstracts and plain language summaries share the abstract's wrapper. */
export const taylorAndFrancis = {
  id: 'taylor-and-francis',
  name: 'Taylor & Francis Online',
  hosts: ['www.tandfonline.com', 'tandfonline.com'],
  path: /^\/doi\/(?:(?:abs|full)\/)?10\.\d{4,9}\/.+$/,
  abstract: [
    '.hlFld-Abstract .abstractSection.abstractInFull',
    '.abstractSection:not(.graphicalAbstract)',
    // Before 2016.
    '.abstract.module .paragraph',
  ],
  pages: [
    'https://www.tandfonline.com/doi/full/10.1080/00268976.2099.788745',
    'https://www.tandfonline.com/doi/abs/10.1080/00268976.2099.788745',
    'https://www.tandfonline.com/doi/10.1080/00268976.2099.788745?needAccess=true',
  ],
  notPages: [
    'https://www.tandfonline.com/toc/tmph20/current',
    'https://www.tandfonline.com/action/doSearch?AllField=tides',
    'https://www.tandfonline.com/doi/pdf/10.1080/00268976.2099.788745',
    'https://www.tandfonline.com/doi/epdf/10.1080/00268976.2099.788745',
    'https://www.tandfonline.com/journals/tmph20',
  ],
} satisfies Portal
