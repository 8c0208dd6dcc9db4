import type { Item } from '../item/item.ts'
import type { Portal } from './portal.ts'

/** arXiv: abstract pages of every version; the number is the paper's identifier. */
export const arxiv = {
  id: 'arxiv',
  name: 'arXiv',
  hosts: ['arxiv.org', 'export.arxiv.org', 'www.arxiv.org'],
  path: /^\/abs\//,
  type: 'article',
  abstract: ['blockquote.abstract'],
  identifiers: [
    {
      variable: 'number',
      match: /^\/abs\/((?:[a-z-]+(?:\.[A-Z]{2})?\/\d{7}|\d{4}\.\d{4,5})(?:v\d+)?)$/,
    },
  ],
  fields: { archive_location: ['.subjects .primary-subject'] },
  titleSuffix: /^\s*\[[^\]]{4,30}\]\s*/u,
  pages: [
    'https://arxiv.org/abs/1706.03762',
    'https://arxiv.org/abs/hep-th/9901001v2',
    'https://export.arxiv.org/abs/2101.00001v1',
  ],
  notPages: [
    'https://arxiv.org/list/cs.CL/recent',
    'https://arxiv.org/',
    'https://arxiv.org/pdf/1706.03762',
  ],
  adjust: asPreprint,
} satisfies Portal

/** The version and the class stand in the number and in `Computation and Language (cs.CL)`. */
function asPreprint(item: Item): Item {
  const number = item.number?.replace(/^arXiv:/i, '')
  if (!number) return item
  const [, id = number, version] = /^(.*?)(?:v(\d+))?$/.exec(number) ?? []
  const adjusted: Item = { ...item, archive: 'arXiv', publisher: 'arXiv', number: `arXiv:${id}` }
  if (version) adjusted.version = version
  const primary = /\(([a-z-]+(?:\.[A-Za-z-]+)?)\)\s*$/.exec(item.archive_location ?? '')?.[1]
  if (primary) adjusted.archive_location = primary
  else delete adjusted.archive_location
  return adjusted
}
