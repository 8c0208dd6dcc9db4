import { parseDate } from '../item/date.ts'
import type { Item } from '../item/item.ts'
import type { Portal } from './portal.ts'

/** LingBuzz: no tags, no headings; title, authors and date are centred lines, the abstract a bare text below. */
export const lingbuzz = {
  id: 'lingbuzz',
  name: 'LingBuzz',
  hosts: ['ling.auf.net', 'lingbuzz.net', 'www.lingbuzz.net'],
  path: /^\/lingbuzz\/\d{6}\/?$/,
  silent: true,
  type: 'article',
  title: ['center b'],
  author: ['center > a'],
  titleSuffix: /\s*-\s*lingbuzz\/\d{6}\s*$/u,
  pages: ['https://ling.auf.net/lingbuzz/008324', 'https://lingbuzz.net/lingbuzz/006747'],
  notPages: [
    'https://ling.auf.net/lingbuzz',
    'https://ling.auf.net/lingbuzz/search?q=tides',
    'https://ling.auf.net/lingbuzz/008324/current.pdf',
  ],
  adjust: fromTable,
} satisfies Portal

/** The date is the last centred line; the number and the keywords are cells beside their labels. */
function fromTable(item: Item, { document }: { document: Document }): Item {
  const cells = [...document.querySelectorAll('td')].map((td) => (td.textContent ?? '').trim())
  const cell = (label: RegExp): string | undefined =>
    cells.find((_, i) => label.test(cells[i - 1] ?? ''))
  const issued = parseDate(document.querySelector('center')?.lastChild?.textContent ?? '')
  const number = /lingbuzz\/\d{6}/.exec(cell(/^reference:/i) ?? '')?.[0]
  const keyword = cell(/^keywords:/i)
  return {
    ...item,
    ...(issued && { issued }),
    ...(number && { number }),
    ...(keyword && { keyword }),
  }
}
