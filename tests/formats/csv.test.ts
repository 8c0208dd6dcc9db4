import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cellOf, itemsOf, listOf, unguarded } from '../../src/formats/csv-cell.ts'
import { ownColumns } from '../../src/formats/csv-fields.ts'
import { namesCell, namesOfCell } from '../../src/formats/csv-names.ts'
import { readCsv } from '../../src/formats/csv-read.ts'
import { csvRow, writeCsv } from '../../src/formats/csv-write.ts'
import type { EntryRecord } from '../../src/formats/entry.ts'
import { abstractText } from '../../src/item/abstract-text.ts'
import { yearOf } from '../../src/item/date.ts'
import type { Item, Name } from '../../src/item/item.ts'
import type { LibraryRecord } from '../../src/item/record.ts'
import { growsLinearly, repeated, untilMeasured } from '../support/grows.ts'
import { anyRecord, anyText, joinedText, readingWith } from './any-record.ts'
import { recordOf } from './record-of.ts'

const header = ownColumns.join(',')

const { read, records, outline } = readingWith(readCsv)

const paper = recordOf(
  {
    title: 'Dust, "fine" <i>dust</i>',
    author: [
      { family: 'Berg', given: 'Jan', 'non-dropping-particle': 'van der', suffix: 'Jr.' },
      { literal: 'HARBOUR; Group' },
    ],
    issued: { 'date-parts': [[2021, 3]] },
    'container-title': 'J Dust',
    page: '12-19',
    PMID: '123',
  },
  {
    sections: [
      { label: 'AIMS', text: 'To weigh.' },
      { label: 'RESULTS', text: '-3 g.\n\nMore.' },
    ],
    tags: ['a, b', 'c;d'],
    note: '=1+1',
    decision: 'exclude',
    reason: "'tis wrong",
    citationKey: 'berg2021dust',
  },
)

/** What a CSV file can carry of a record. */
function carried(record: LibraryRecord): object {
  const { item, note, decision, reason, citationKey, tags } = record
  const year = yearOf(item)
  const kept: Partial<Item> = {}
  for (const variable of ['title', 'volume', 'issue', 'page', 'DOI', 'PMID', 'URL'] as const)
    if (item[variable] !== undefined) kept[variable] = item[variable]
  const author = (item.author ?? []).map(withoutEmpty)
  return {
    ...kept,
    ...(author.length > 0 && { author }),
    ...(item['container-title'] !== undefined && { 'container-title': item['container-title'] }),
    type: item['container-title'] === undefined ? 'document' : 'article-journal',
    year: year ?? item.issued?.literal,
    abstract: abstractText(record.sections),
    tags,
    note,
    decision,
    reason,
    citationKey,
  }
}

/** A `literal` beside other parts of a name is lost. */
function withoutEmpty({ literal, ...parts }: Name): Name {
  return literal !== undefined && parts.family === undefined && parts.given === undefined
    ? { literal }
    : parts
}

function seen({ item, sections, ...rest }: EntryRecord): object {
  const { issued, abstract: _, ...others } = item
  const year = issued?.['date-parts']?.[0]?.[0]
  return {
    ...others,
    year: year === undefined ? issued?.literal : String(year),
    abstract: abstractText(sections),
    ...{ note: undefined, decision: undefined, reason: undefined, citationKey: undefined },
    ...rest,
  }
}

describe('writeCsv', () => {
  it('writes RFC 4180 below a fixed row of names, formulas guarded', async () => {
    expect(await joinedText(writeCsv([paper]))).toBe(
      `${header}\r\n"Dust, ""fine"" <i>dust</i>","van der Berg, Jan, Jr.; HARBOUR\\; Group",2021,J Dust,,,12-19,,123,,"AIMS: To weigh.\n\nRESULTS: -3 g.\n\nMore.","a, b; c\\;d",'=1+1,exclude,'tis wrong,berg2021dust\r\n`,
    )
    expect(await joinedText(writeCsv([]))).toBe(`${header}\r\n`)
  })

  it('leaves cells empty for what is switched off', () => {
    const row = csvRow(paper, { tags: false, notes: false, abstracts: false })
    expect(row).not.toMatch(/AIMS|a, b|1\+1/)
    expect(row.endsWith(",,,,exclude,'tis wrong,berg2021dust\r\n")).toBe(true)
  })

  it('comes back as far as its columns reach, whatever stands in the record', async () => {
    expect((await records(await joinedText(writeCsv([paper]))))[0]?.sections).toEqual(
      paper.sections,
    )
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyRecord, { maxLength: 3 }),
        fc.integer({ min: 1, max: 400 }),
        async (some, size) => {
          const text = await joinedText(writeCsv(some))
          const found = (await read(text, size)).map((entry) =>
            'record' in entry ? seen(entry.record) : entry,
          )
          expect(found).toEqual(some.map(carried))
        },
      ),
      { numRuns: 300 },
    )
  })

  it('writes no cell that a spreadsheet takes for a formula', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const cell = cellOf(text).replace(/^"|"$/g, '').replaceAll('""', '"')
        expect(cell).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/)
        expect(unguarded(cell)).toBe(text.replace(/^"|"$/g, (mark) => mark))
      }),
    )
    for (const sign of '=+-@\t\r\n＝＋－＠')
      expect(cellOf(`${sign}1`), JSON.stringify(sign)).toMatch(/^"?'/)
    for (const text of ["'tis", "'", "''=1", "'=1", '=1', '-1', '＝1', '\t=1'])
      expect(unguarded(cellOf(text).replace(/^"|"$/g, ''))).toBe(text)
    expect([cellOf('=1'), cellOf("'=1"), cellOf("'tis")]).toEqual(["'=1", "''=1", "'tis"])
  })
})

describe('names and lists in one cell', () => {
  it.each<[Name[], string]>([
    [[{ family: 'Ito', given: 'Ken' }], 'Ito, Ken'],
    [
      [{ family: 'Plato' }, { literal: 'World Health Organization' }],
      'Plato,; World Health Organization',
    ],
    [[{ given: 'Cher' }], ', Cher'],
    [[{ family: 'Berg', suffix: 'Jr.' }], 'Berg, , Jr.'],
    [[{ literal: 'A, B; C\\' }], 'A\\, B\\; C\\\\'],
    [
      [{ family: 'Humboldt', given: 'Alexander', 'dropping-particle': 'von' }],
      'Humboldt, Alexander von',
    ],
    [[{ family: 'van der Berg', given: 'J.' }], '\\| van der Berg, J. \\|'],
    [[{ family: 'Gogh', 'non-dropping-particle': 'Van', given: 'V.' }], 'Van \\| Gogh, V. \\|'],
  ])('%j', (names, cell) => {
    expect(namesCell(names)).toBe(cell)
    expect(namesOfCell(cell)).toEqual(names)
  })

  it('keep any text', () => {
    fc.assert(
      fc.property(
        fc.array(anyText.map((text) => text.trim()).filter((text) => text !== '')),
        (texts) => {
          expect(itemsOf(listOf(texts))).toEqual(texts)
        },
      ),
    )
  })
})

describe('readCsv', () => {
  it('reads Rayyan: decisions, reasons and labels in the notes', async () => {
    const text =
      'key,title,authors,journal,year,pages,abstract,notes,doi,pubmed_id,keywords\n' +
      'rayyan-1,Dust,"Ito, Ken and Roe, Jane",J Dust,2020,1-9,Text.,"RAYYAN-INCLUSION: {""Ann""=>""Excluded""} | RAYYAN-LABELS: dusty,old | RAYYAN-EXCLUSION-REASONS: wrong dust | USER-NOTES: {""Ann""=>[""Read it.""]}",https://doi.org/10.1000/a,123,"a,b"\n'
    expect(await records(text)).toEqual([
      {
        item: {
          type: 'article-journal',
          title: 'Dust',
          author: [
            { family: 'Ito', given: 'Ken' },
            { family: 'Roe', given: 'Jane' },
          ],
          'container-title': 'J Dust',
          issued: { 'date-parts': [[2020]] },
          page: '1-9',
          abstract: 'Text.',
          DOI: '10.1000/a',
          PMID: '123',
          keyword: 'a, b',
        },
        sections: [{ text: 'Text.' }],
        tags: ['dusty', 'old'],
        note: 'Read it.',
        decision: 'exclude',
        reason: 'wrong dust',
      },
    ])
  })

  it('reads ASReview, Covidence, and a sheet saved by a German Excel', async () => {
    const asreview =
      'record_id,title,abstract,authors,doi,included,asreview_note\n0,A,T,"Ito, K.; Roe, J.",,1,x\n1,B,T,,,0,\n2,C,T,,,,\n3,D,T,,NaN,-1,\n'
    expect((await records(asreview)).map(({ decision }) => decision)).toEqual([
      'include',
      'exclude',
      undefined,
      undefined,
    ])
    const covidence =
      'Title,Authors,Abstract,Published Year,Published Month,Journal,Volume,Issue,Pages,Accession Number,DOI,Ref,Covidence #,Study,Notes,Tags\n' +
      'A,"Ito K; Roe J",,2020,5,J Dust,1,2,3-4,,10.1000/a,,#12,Ito 2020,Note,x; y\n'
    expect(await records(covidence)).toMatchObject([
      {
        item: { volume: '1', issue: '2', page: '3-4', issued: { 'date-parts': [[2020]] } },
        tags: ['x', 'y'],
        note: 'Note',
      },
    ])
    const excel =
      '\ufeffsep=;\r\nJahr;Titel;Autoren;Zeitschrift\r\n2020;"Staub; fein";Ito, Ken;Z Staub\r\n;;;\r\n'
    expect(await records(excel)).toMatchObject([
      { item: { title: 'Staub; fein', issued: { 'date-parts': [[2020]] } } },
    ])
    expect(await outline('DOI\tTitle\r10.1000/a\tDust\r')).toEqual(['Dust'])
  })

  it('reads initials as PubMed glues them', async () => {
    const [first, second, third] = await records(
      'Title,Authors,PMID\n' +
        'Dust,"Smith JA, van der Berg H, Roe John.",1\n' +
        'Salt,"SMITH JA, LI WU",2\nSand,"Smith, J.A.; Li, Xu",3\n',
    )
    expect(first?.item.author).toEqual([
      { family: 'Smith', given: 'J. A.' },
      { family: 'Berg', given: 'H.', 'non-dropping-particle': 'van der' },
      { family: 'John.', given: 'Roe' },
    ])
    expect(second?.item.author?.at(-1)).not.toMatchObject({ given: 'W. U.' })
    expect(third?.item.author).toEqual([
      { family: 'Smith', given: 'J.A.' },
      { family: 'Li', given: 'Xu' },
    ])
  })

  it('reads ours after a spreadsheet has saved it with other separators and columns in another order', async () => {
    const text = await joinedText(writeCsv([paper]))
    const [own] = await records(text)
    const cells = [...ownColumns].reverse()
    const of: { [column: string]: string } = {
      title: '"Dust, ""fine"" <i>dust</i>"',
      authors: '"van der Berg, Jan, Jr.; HARBOUR\\; Group"',
      year: '2021',
      journal: 'J Dust',
      pages: '12-19',
      pmid: '123',
      abstract: '"AIMS: To weigh.\r\n\r\nRESULTS: -3 g.\r\n\r\nMore."',
      tags: '"a, b; c\\;d"',
      note: "'=1+1",
      decision: 'exclude',
      reason: "'tis wrong",
      citationKey: 'berg2021dust',
    }
    const other = `${cells.join(';')}\r\n${cells.map((column) => of[column] ?? '').join(';')}\r\n`
    expect(await records(other)).toEqual([own])
  })

  it.each([
    ['a stray mark', 'title,year,doi\n5" nail,2020,\nB,2021,\n', ['5" nail', 'B']],
    [
      'an opening mark that is text',
      'title,year,doi\n"5" nail,2020,\n"B, C",2021,\n',
      ['"5" nail', 'B, C'],
    ],
    [
      'marks within',
      'title,year\n"He said "no" twice",2020\nB,2021\n',
      ['He said "no" twice', 'B'],
    ],
    ['a mark never closed', 'title,year,doi\n"A,2020,\nB,2021,\n', ['"A', 'B']],
    ['a mark never closed, and cells missing', 'title,year,doi\n"A\nB,2021,\n', [2, 'B']],
    [
      'a mark never closed, before a row with marks',
      'title,authors,year,doi\n"A,2020\n"B","C, D",2020,\nE,F,2021,\n',
      [2, 'B', 'E'],
    ],
    [
      'a mark never closed, before rows without and with marks',
      'title,authors,year,doi\r\n"A\r\nB,C,2020,\r\nE,"F, G",2021,"x\r\ny"\r\n',
      [2, 'B', 'E'],
    ],
    [
      'a mark never closed on the second line of a cell',
      'title,abstract,year,doi\nA,"One.\nTwo,2020,\n"B","C, D",2020,\n"E","F",2021,\n',
      [2, 'B', 'E'],
    ],
    [
      'marks and commas within several lines',
      'title,abstract,year\nA,"He said\n"no" twice,\nthen, yes, but\nfine",2020\nB,C,\n',
      ['A', 'B'],
    ],
    ['a row that is too long', 'title,year\nA,2020,more\nB,2021\n', [2, 'B']],
    ['half a row', 'title,year,doi\nA\nB,2021,\n', [2, 'B']],
    ['a row without anything that names a paper', 'title,year,x\n,,9\nB,2021,\n', [2, 'B']],
    ['lines above the names', 'Export of 2020\n\ntitle,year\nA,2020\n', [1, 'A']],
    ['lines within a cell', 'title,year\n"A\r\nB",2020\r\nC,1\r\n', ['A B', 'C']],
    ['no last line end', 'title,doi\nA,x', ['A']],
    ['no names of columns', 'x,y\n1,2\n', [1]],
    ['nothing', '', []],
  ])('goes on behind %s', async (_, text, found) => {
    for (const size of [1, 5, undefined]) expect(await outline(text, size)).toEqual(found)
  })

  it('says where a broken row stands, and why', async () => {
    expect(await read('title,year,doi\n"A\nB",1,2\n"x\nC,2,3')).toMatchObject([
      { record: { item: { title: 'A B' } } },
      { broken: { line: 4, reason: 'quote-not-closed', text: '"x' } },
      { record: { item: { title: 'C' } } },
    ])
  })

  it('never throws, and does not hang', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, anyText, fc.integer({ min: 1, max: 30 }), async (a, b, size) => {
        await read(`${a}title,doi${b}`, size)
        await read(`${header}\n${a},${b}\n"${a}",${b}`, size)
      }),
      { numRuns: 500 },
    )
  })

  it.each([
    ['opening marks', repeated('a,"b\n')],
    ['opening marks before rows', (size: number) => `${repeated('"x\na,b\n')(size)}"p","q"\n`],
    ['opening marks on rows', (size: number) => `${repeated('"x,b\n')(size)}"p","q"\n`],
    ['opening marks before rows with marks', repeated('"x\n"a","b"\n')],
    ['marks astray in a row', (size: number) => `"x\n${repeated('"y "z\n')(size)}",b\n`],
    ['quoted lines in a row', (size: number) => `"x\n"y\n${repeated('a,"b\nc"\n')(size)}",b\n`],
    ['marks in pairs', repeated('a,"b"",\n')],
    ['marks', repeated('"')],
    ['cells', repeated('a,')],
    ['open cells on a line', repeated('"a,')],
    ['backslashes', (size: number) => `x,${'\\'.repeat(size)}|`],
    ['backslashes and bars', (size: number) => `x,${'\\|'.repeat(size / 2)}`],
    ['semicolons', (size: number) => `x,${';'.repeat(size)}`],
  ])('needs ten times as long for ten times as many %s', untilMeasured, async (_, many) => {
    for (const size of [undefined, 1_000_000])
      await growsLinearly(many, (text) => read(`title,authors\n${text}`, size), 20_000)
  })

  it(
    'needs ten times as long for ten times as many columns of one name',
    untilMeasured,
    async () => {
      await growsLinearly(repeated('title,year,'), read, 100_000)
      const many = (size: number) =>
        `year,${'title,'.repeat(size / 12)}\n${'1999,\n'.repeat(size / 12)}`
      await growsLinearly(many, read, 20_000)
    },
  )

  it('reads rows as they come, however many', async () => {
    let given = 0
    function* source(): Generator<string> {
      yield `${header}\r\n`
      for (; given < 4_000; given++) yield csvRow(paper).repeat(5)
    }
    let count = 0
    for await (const one of readCsv(source())) {
      expect('record' in one).toBe(true)
      count += 1
      if (count === 10) expect(given).toBeLessThan(500)
    }
    expect(count).toBe(20_000)
  })
})
