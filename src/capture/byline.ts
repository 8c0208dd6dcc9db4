import { isAbstractHeading } from '../abstract/labels.ts'
import type { Name } from '../item/item.ts'
import { parseNameList, sameName } from '../item/name.ts'
import type { Block } from '../text/block.ts'
import { nameOf } from '../text/element-name.ts'
import { withoutInline } from '../text/markup.ts'
import { splitLabels } from './labelled-line.ts'
import { type NamesInLine, namesInLine, namesInLinks } from './names-in-line.ts'

/** How many lines below the title the authors may begin, and how many they may take. */
const reach = 30
const most = 600

/** How many lines that name nobody may stand between two authors: affiliations, addresses, footnote marks. */
const gap = 9

/** Longer lines are running text. */
const longest = 6000

/**
 * The authors in the lines below the title: lists of names, a name a line (each with its affiliation, or in elements
 * of one kind), links that are names. `at` is the title's place in `blocks`.
 */
export function readByline(blocks: readonly Block[], at: number): Name[] {
  if (at < 0) return []
  const names: Name[] = []
  let last: { block: Block; found: NamesInLine } | undefined
  let missed = 0
  const end = Math.min(blocks.length, at + most)
  for (let i = at + 1; i < end; i++) {
    const block = blocks[i]
    if (!block || (!last && i > at + reach) || endsHead(block)) break
    const found = namesInLine(block, blocks[i + 1])
    const first = found?.names[0]
    if (!found || !first) {
      if (last && !isSeparator(block.plain) && ++missed > gap) break
      continue
    }
    if (last) {
      // A second list of names in another place, or in another form, is the affiliations' or the editors'.
      if (last.found.form !== found.form || !isBeside(last.block, block)) break
      if (names[0] && sameName(names[0], first)) break
    } else if (!found.certain && (i > at + 4 || !goesOn(block, blocks.slice(i + 1, i + 1 + gap))))
      continue
    names.push(...found.names)
    last = { block, found }
    missed = 0
  }
  return names
}

/** The authors that a labelled line names: `Written by: Roe, R.; Doe, J.` */
export function readLabelledAuthors(blocks: readonly Block[], at: number): Name[] {
  if (at < 0) return []
  for (const [i, block] of blocks.slice(at, at + reach).entries()) {
    if (block.size > longest || !/[:：]/.test(block.plain)) continue
    const line = withoutInline(block.text.replace(/<sup>[^<]{0,60}<\/sup>/g, ' '))
    for (const { label, value } of splitLabels(line, blocks[at + i + 1]?.plain)) {
      if (label !== 'author') continue
      const names = namesInLinks(block, value, true) ?? parseNameList(value)
      if (names.length > 0 && names.every((name) => name.literal === undefined)) return names
    }
  }
  return []
}

/** True where one of the next lines names somebody in the same list: two words alone could be a heading. */
function goesOn(block: Block, next: readonly Block[]): boolean {
  return next.some((each) => isBeside(block, each) && namesInLine(each, undefined)?.form === 'list')
}

/** True for lines of one list: in one parent, or in elements of one name and class. */
function isBeside(a: Block, b: Block): boolean {
  if (!a.element || !b.element || a.element === b.element) return true
  if (nameOf(a.element) !== nameOf(b.element)) return false
  if (a.element.parentElement === b.element.parentElement) return true
  const of = classOf(a.element)
  return of !== '' && of === classOf(b.element)
}

/** The first class that says more than an element's place in a list. */
function classOf(element: Element): string {
  const classes = (element.getAttribute('class') ?? '').split(/\s+/)
  return classes.find((name) => !/^(?:first|last|odd|even|active|\W*)$/i.test(name)) ?? ''
}

function isSeparator(plain: string): boolean {
  return /^[\s,;&·•|…]*(?:and)?[\s,;]*$/i.test(plain)
}

/** True where the abstract, the body or running text begins; a link or a tab of that name is no heading. */
function endsHead(block: Block): boolean {
  if (block.size > longest) return true
  const { plain, element } = block
  if (
    plain.length <= 80 &&
    (isAbstractHeading(plain) || /^(?:introduction|references|keywords?)$/i.test(plain))
  )
    return element === undefined || !/^(?:li|td|button|summary)$/.test(nameOf(element))
  return (
    plain.length > 300 &&
    (plain.match(/\p{L}{3,}\.(?=\s\p{Lu})/gu)?.length ?? 0) >= 2 &&
    (plain.match(/,/g)?.length ?? 0) < plain.length / 25
  )
}
