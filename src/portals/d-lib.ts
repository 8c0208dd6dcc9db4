import type { Item } from '../item/item.ts'
import type { Portal } from './portal.ts'

/** D-Lib Magazine (1995 to 2017): hand-made pages with the data in lines above the text. */
export const dLib = {
  id: 'd-lib',
  name: 'D-Lib Magazine',
  hosts: ['www.dlib.org', 'dlib.org', 'mirror.dlib.org'],
  path: /^\/dlib\/[a-z]+\d\d\/[\w-]+\/\d\d[\w-]+\.html$/,
  silent: true,
  type: 'article-journal',
  title: ['.divider-full + h3.blue-space'],
  pages: [
    'http://www.dlib.org/dlib/may17/vanhyning/05vanhyning.html',
    'http://www.dlib.org/dlib/january06/smith/01smith.html',
  ],
  notPages: [
    'http://www.dlib.org/dlib/may17/05contents.html',
    'http://www.dlib.org/back.html',
    'http://www.dlib.org/author-index.html',
  ],
  adjust: fromLines,
} satisfies Portal

/** `May/June 2017`, `Volume 23, Number 5/6`; the magazine's name is the first heading. */
function fromLines(item: Item, { document }: { document: Document }): Item {
  const issueLine = document.querySelector('h3.blue-space + p.blue')?.textContent ?? ''
  const [, volume, issue] = /Volume\s+(\d+),\s+Number\s+([\d/]+)/.exec(issueLine) ?? []
  const keywords = [...document.querySelectorAll('p.blue')]
    .map((line) => /^\s*Keywords:\s*(.+?)\s*$/s.exec(line.textContent ?? '')?.[1])
    .find(Boolean)
  return {
    ...item,
    'container-title': 'D-Lib Magazine',
    ISSN: '1082-9873',
    ...(volume && { volume }),
    ...(issue && { issue }),
    ...(keywords && { keyword: keywords.replace(/\s*;\s*/g, ', ') }),
  }
}
