import { atypon } from './platforms/atypon.ts'
import type { Portal } from './portal.ts'

/** World Scientific and Imperial College Press; book chapters have addresses of the same form. */
export const worldScientific = {
  id: 'world-scientific',
  name: 'World Scientific',
  hosts: ['www.worldscientific.com', 'worldscientific.com'],
  path: /^\/doi\/(?:(?:abs|full|epdf)\/)?10\.\d{4,9}\/.+$/,
  abstract: atypon.abstract,
  fields: atypon.fields,
  titleSuffix: /\s*\|\s*[^|]{3,120}$/u,
  pages: [
    'https://www.worldscientific.com/doi/abs/10.1142/S0218216599441700',
    'https://www.worldscientific.com/doi/10.1142/S0218216599441700',
    'https://www.worldscientific.com/doi/abs/10.1142/9789814441700_0004',
  ],
  notPages: [
    'https://www.worldscientific.com/worldscinet/jktr',
    'https://www.worldscientific.com/toc/jktr/28/14',
    'https://www.worldscientific.com/doi/pdf/10.1142/S0218216599441700',
    'https://www.worldscientific.com/action/doSearch?AllField=knots',
  ],
} satisfies Portal
