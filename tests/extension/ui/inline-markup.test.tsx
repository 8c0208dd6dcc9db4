// @vitest-environment jsdom
import fc from 'fast-check'
import { render } from 'preact'
import { describe, expect, test, vi } from 'vitest'
import { InlineMarkup } from '../../../extension/ui/InlineMarkup.tsx'
import { type InlineNode, readInlineMarkup } from '../../../extension/ui/inline-markup.ts'
import { type Announcer, AnnouncerContext } from '../../../extension/ui/use-announcer.ts'
import { growsLinearly, repeated, untilMeasured } from '../../support/grows.ts'

vi.mock('webextension-polyfill', () => import('../support/fake-browser.ts'))

const announcer: Announcer = { say() {}, tell() {}, fail: vi.fn(), clear() {} }

describe('readInlineMarkup', () => {
  test.each<[string, InlineNode[]]>([
    ['plain', ['plain']],
    ['H<sub>2</sub>O', ['H', { tag: 'sub', children: ['2'] }, 'O']],
    ['<i>a <b>b</b></i>', [{ tag: 'i', children: ['a ', { tag: 'b', children: ['b'] }] }]],
    ['<sc>Smith</sc>', [{ tag: 'sc', children: ['Smith'] }]],
    ['p <0.05 and <i>q</i>', ['p <0.05 and ', { tag: 'i', children: ['q'] }]],
    ['<i>never ends', ['<i>never ends']],
    ['ends </b>alone', ['ends </b>alone']],
    ['<i>crossed <b>over</i> here</b>', [{ tag: 'i', children: ['crossed <b>over'] }, ' here</b>']],
    ['<i class="x">a</i>', ['<i class="x">a</i>']],
    ['<img src=x onerror=alert(1)>', ['<img src=x onerror=alert(1)>']],
    ['<script>alert(1)</script>', ['<script>alert(1)</script>']],
    ['<I>shouted</I>', ['<I>shouted</I>']],
    ['', []],
  ])('%s', (text, nodes) => {
    expect(readInlineMarkup(text)).toEqual(nodes)
  })

  test('loses and invents no character, whatever the tags', () => {
    const piece = fc.oneof(
      fc.constantFrom('<i>', '</i>', '<b>', '</b>', '<sub>', '</sub>', '<', '>', '<svg onload=x>'),
      fc.string({ maxLength: 4 }),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join('')
        expect(readInlineMarkup(text).map(written).join('')).toBe(text)
      }),
    )
  })

  test.each(['<i>', '</i>', '<i><b>', '<i></b>'])(
    'takes no longer than its length for many %s',
    untilMeasured,
    async (tag) => {
      await growsLinearly(repeated(tag), readInlineMarkup, 30_000)
      expect(depth(readInlineMarkup(tag.repeat(100_000)))).toBeLessThanOrEqual(9)
    },
  )
})

describe('InlineMarkup', () => {
  const shown = (text: string, words: string[] = []) => {
    const root = document.createElement('div')
    render(
      <AnnouncerContext.Provider value={announcer}>
        <InlineMarkup text={text} words={words} />
      </AnnouncerContext.Provider>,
      root,
    )
    return root
  }

  test('makes elements of CSL’s tags only; all else is text', () => {
    const root = shown('<i>a</i><sc>b</sc><img src=x onerror=alert(1)><script>c</script>')
    expect([...root.querySelectorAll('*')].map((element) => element.localName)).toEqual([
      'i',
      'span',
    ])
    expect(root.textContent).toBe('ab<img src=x onerror=alert(1)><script>c</script>')
  })

  test('marks the words that were searched for, inside tags too, and shows the text until it can', async () => {
    const root = shown('Béla saw <i>Larus</i> larva', ['bela', 'lar'])
    expect(root.textContent).toBe('Béla saw Larus larva')
    await expect
      .poll(() => [...root.querySelectorAll('mark')].map((mark) => mark.textContent))
      .toEqual(['Béla', 'Lar', 'lar'])
    expect(root.textContent).toBe('Béla saw Larus larva')
  })
})

function written(node: InlineNode): string {
  if (typeof node === 'string') return node
  return `<${node.tag}>${node.children.map(written).join('')}</${node.tag}>`
}

function depth(nodes: readonly InlineNode[]): number {
  return Math.max(
    0,
    ...nodes.map((node) => (typeof node === 'string' ? 0 : 1 + depth(node.children))),
  )
}
