import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Item } from '../../src/item/item.ts'
import type { LibraryRecord } from '../../src/item/record.ts'
import { unpack } from '../../src/references/packed.ts'
import { referenceStyles, type StyleId } from '../../src/references/styles.ts'
import { type References, writeReferences } from '../../src/references/write-references.ts'
import { recordOf } from '../formats/record-of.ts'
import { expected } from './expected.ts'
import { type PaperName, papers } from './papers.ts'
import { toolsFor } from './tools.ts'

const ids = referenceStyles.map(({ id }) => id)
const names = Object.keys(papers) as PaperName[]

const inStyle = (style: StyleId, ...records: LibraryRecord[]): Promise<References> =>
  writeReferences(records, toolsFor(style))

const article = (item: Partial<Item>): LibraryRecord =>
  recordOf({ ...papers.body.item, author: [{ family: 'Elm', given: 'Eva' }], ...item })

/** What is read of HTML; `<sup>` as plain text has it. */
const readOf = (html: string): string =>
  html
    .replaceAll('<sup>6</sup>', '⁶')
    .replace(/<[^>]*>/g, '')
    .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))

describe.each(ids)('%s', (style) => {
  it.each(names)('%s', async (name) => {
    const { html, text } = await inStyle(style, papers[name])
    expect(html).toBe(expected[name][style])
    expect(text).toBe(readOf(expected[name][style]))
  })
})

it.each([
  ['vancouver', 'Smith JA, Roe JP.'],
  ['apa', 'Smith, J. A., &amp; Roe, J.-P.'],
  ['ieee', 'J. A. Smith and J.-P. Roe'],
] as const)('%s has all initials that are glued', async (style, names) => {
  const author = [
    { family: 'Smith', given: 'JA' },
    { family: 'Roe', given: 'J-P' },
  ]
  const { html } = await inStyle(style, article({ author }))
  expect(html.replaceAll('&#38;', '&amp;')).toContain(names)
})

it.each(['chicago', 'mla'] as const)('%s leaves what looks like markup as it is', async (style) => {
  const title = 'Of <script> and </script>, the <i>ends</i> of <sub>n</sub> elements'
  const { text } = await inStyle(style, article({ title }))
  expect(text).toContain('Of <script> and </script>, the ends of')
})

describe('a list', () => {
  it('of numbered references is in the order of the papers, a paragraph each', async () => {
    const { html, text } = await inStyle('vancouver', papers.undated, papers.article, papers.body)
    expect(text.split('\n')).toEqual([
      '1. Sole U. On salt. Salt Notes. 1:5–6.',
      `2. ${expected.article.vancouver}`,
      `3. ${expected.body.vancouver}`,
    ])
    expect(html.split('\n')).toEqual(text.split('\n').map((line) => `<p>${line}</p>`))
    const { text: ieee } = await inStyle('ieee', papers.undated, papers.book)
    expect(ieee).toMatch(/^\[1\] U\. Sole, .*\n\[2\] V\. Vale, /)
  })

  it('of an author-date style is in its order, with letters that tell years apart', async () => {
    const { text } = await inStyle(
      'apa',
      article({ title: 'Zinc' }),
      papers.article,
      article({ title: 'Amber' }),
    )
    expect(text.split('\n').map((line) => line.slice(0, 26))).toEqual([
      'Elm, E. (2018a). Amber. Jo',
      'Elm, E. (2018b). Zinc. Jou',
      'Keeper, A. M., & Mole, B. ',
    ])
  })

  it('made in pieces is what it is in one', async () => {
    const many = Array.from({ length: 23 }, (_, n) =>
      article({
        title: `Tide ${(n * 29) % 23}`,
        author: [{ family: ['Elm', 'Oak', 'Ash'][n % 3] ?? '', given: 'Eva' }],
        issued: { 'date-parts': [[2000 + (n % 4)]] },
      }),
    )
    for (const style of ['apa', 'chicago', 'mla', 'vancouver'] as const) {
      const { engine, locales, ...tools } = toolsFor(style)
      const items = many.map(({ item }, at) => ({ ...item, id: String(at) }))
      const whole = new engine(
        {
          retrieveItem: (id) => structuredClone(items[Number(id)] ?? { id }),
          retrieveLocale: (language) => unpack(locales[language] ?? { n: 'locale' }),
        },
        unpack(tools.style),
        'en-US',
      )
      whole.updateItems(items.map(({ id }) => id))
      whole.setOutputFormat('text')
      // Without a page: all at once.
      const made = (whole.makeBibliography as () => ReturnType<typeof whole.makeBibliography>)()
      const lines = made ? made[1].map((line) => line.trim().replace(/ +/g, ' ')) : []
      expect(lines).toHaveLength(23)
      expect((await inStyle(style, ...many)).text.split('\n'), style).toEqual(lines)
    }
  })

  it('tells how far it is, pauses, and can be stopped', async () => {
    const many = Array.from({ length: 300 }, (_, n) => article({ title: `Tide ${n}` }))
    const told: number[] = []
    let pauses = 0
    const pause = async () => void pauses++
    await writeReferences(many, { ...toolsFor('ama'), told: (done) => told.push(done), pause })
    expect(told).toEqual(told.toSorted((a, b) => a - b))
    expect(told.at(-1)).toBe(300)
    expect(told.length).toBeLessThanOrEqual(20)
    expect(pauses).toBeGreaterThan(50)
    const stopping = new AbortController()
    const stopped = writeReferences(many, {
      ...toolsFor('ama'),
      pause: async () => stopping.abort(),
      signal: stopping.signal,
    })
    await expect(stopped).rejects.toThrow(/abort/i)
  })
})

describe('a title', () => {
  const hostile =
    'A <img src=x onerror=alert(1)> <script>alert(1)</script> &amp; "b" <b onclick=x>c</b>'

  it.each(ids)('that looks like HTML is text in %s', async (style) => {
    const { html, text } = await inStyle(style, article({ title: hostile }))
    expect(html).not.toMatch(/<(?!\/?(?:i|b|sup|sub)>)/)
    expect(html).toContain('&#38;amp;')
    expect(text.toLowerCase()).toContain('<img src=x onerror=alert(1)> <script>')
    expect(text).toContain('&amp;')
  })

  it('never makes a tag of another kind, whatever stands in it and in every other field', async () => {
    const piece = fc.oneof(
      fc.constantFrom('<', '>', '</', '<i>', '</i>', '<b>', '<span style="', '">', '&', '"', "'"),
      fc.constantFrom('<sup>', '</sup>', '<sc>', '</sc>', '<a href=x>', 'https://x.org/', '%%'),
      fc.string({ maxLength: 6 }),
    )
    const text = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(''))
    await fc.assert(
      fc.asyncProperty(text, text, text, text, async (title, family, journal, DOI) => {
        const record = article({ title, author: [{ family }], 'container-title': journal, DOI })
        const { html } = await inStyle('vancouver', record)
        expect(html).not.toMatch(/<(?!\/?(?:i|b|em|sup|sub)>)/)
      }),
      { numRuns: 60 },
    )
  })

  it('in small capitals has capitals, and what is italic keeps its letters', async () => {
    const title = 'Binding of <sc>d</sc>-glucose in <i>E. coli</i> cells'
    const { html } = await inStyle('mla', article({ title }))
    expect(html).toContain('“Binding of D-Glucose in <i>E. coli</i> Cells.”')
  })

  it('stands upright where italics stand in italics', async () => {
    const record = recordOf({ ...papers.book.item, title: 'On <i>Fagus</i> alone' })
    const { html } = await inStyle('apa', record)
    expect(html).toContain('<i>On </i>Fagus<i> alone</i>')
  })
})

describe('an address', () => {
  it('stands beside no pages, and where there are none', async () => {
    const URL = 'https://roofs.example/12'
    expect((await inStyle('vancouver', article({ URL }))).text).not.toContain(URL)
    const { page: _, ...unpaged } = papers.body.item
    const { text } = await inStyle('vancouver', recordOf({ ...unpaged, URL }))
    expect(text).toMatch(
      /Journal of Roofs \[Internet\]\. .*Available from: https:\/\/roofs\.example\/12$/,
    )
  })

  it('is all there is of a paper of which the style shows nothing', async () => {
    const empty = recordOf({ type: 'article-journal' })
    const { text, html } = await inStyle('vancouver', empty, papers.undated)
    expect(text).toBe('1. https://example.org/\n2. Sole U. On salt. Salt Notes. 1:5–6.')
    expect(html).toContain('<p>1. https://example.org/</p>')
  })
})

it('what the reader added is in no reference', async () => {
  const { text } = await inStyle('apa', {
    ...papers.article,
    tags: ['secret tag'],
    note: 'secret note',
    sections: [{ text: 'secret abstract' }],
  })
  expect(text).toBe(readOf(expected.article.apa))
})

it('a style that is none is an error', async () => {
  const broken = writeReferences([papers.article], { ...toolsFor('apa'), style: { n: 'nothing' } })
  await expect(broken).rejects.toThrow()
})
