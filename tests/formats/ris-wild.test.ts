import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Entry, EntryRecord, ReadOptions } from '../../src/formats/entry.ts'
import { readRis } from '../../src/formats/ris-read.ts'
import { growsLinearly, repeated, untilMeasured } from '../support/grows.ts'

async function entriesOf(text: string, options?: ReadOptions): Promise<Entry[]> {
  const entries: Entry[] = []
  for await (const entry of readRis([text], options)) entries.push(entry)
  return entries
}

async function only(text: string, options?: ReadOptions): Promise<EntryRecord> {
  const entries = await entriesOf(text, options)
  const [entry] = entries
  if (entries.length !== 1 || !entry || !('record' in entry))
    throw new Error(`not one entry: ${JSON.stringify(entries)}`)
  return entry.record
}

describe('readRis reads what was written by', () => {
  it('Zotero', async () => {
    const record = await only(`TY  - JOUR
TI  - On dust
AU  - Ito, Jane
AU  - HARBOUR Group
T2  - Journal of Dust
AB  - Background: First.
Methods: Second.
DA  - 2021/03/14/
PY  - 2021
DO  - 10.1000/dust
DP  - DOI.org (Crossref)
VL  - 12
IS  - 3
SP  - 123
EP  - 129
J2  - J Dust
SN  - 1234-5679
UR  - https://example.org/dust
Y2  - 2026/03/14/10:15:00
L1  - files/1/dust.pdf
KW  - Dust
KW  - to read
N1  - <p>Mine &amp; yours</p><p>Second</p>
ER  - 

`)
    expect(record).toEqual({
      item: {
        type: 'article-journal',
        title: 'On dust',
        author: [{ family: 'Ito', given: 'Jane' }, { literal: 'HARBOUR Group' }],
        'container-title': 'Journal of Dust',
        'container-title-short': 'J Dust',
        issued: { 'date-parts': [[2021, 3, 14]] },
        accessed: { 'date-parts': [[2026, 3, 14]] },
        volume: '12',
        issue: '3',
        page: '123-129',
        DOI: '10.1000/dust',
        ISSN: '1234-5679',
        URL: 'https://example.org/dust',
        keyword: 'Dust, to read',
      },
      sections: [{ text: 'Background: First. Methods: Second.' }],
      publicationTypes: [],
      tags: [],
      note: 'Mine & yours\n\nSecond',
    })
  })
  it('a reference manager, whose keywords are tags where one says so', async () => {
    const text = 'TY  - JOUR\nTI  - On dust\nKW  - a; b\nKW  - c\nd\nER  - \n'
    expect(await only(text, { keywords: 'tags' })).toMatchObject({
      tags: ['a', 'b', 'c', 'd'],
      item: { title: 'On dust' },
    })
    expect(await only(text)).toMatchObject({ tags: [], item: { keyword: 'a, b, c, d' } })
  })
  it('Mendeley and others with the older tags', async () => {
    const record = await only(`\ufeffTY - JOUR
ID - Ito2020
T1 - On dust
A1 - Ito, Jane
A1 - Müller, Karl-Heinz
Y1 - 2020/05//
JF - Journal of Dust
JA - J. Dust
VL - 3
SP - 5-9
EP - 9
N2 - We count
dust in long
lines.
M3 - doi: 10.1000/x
L2 - https://example.org/x
ER -
`)
    expect(record).toMatchObject({
      citationKey: 'Ito2020',
      item: {
        title: 'On dust',
        author: [
          { family: 'Ito', given: 'Jane' },
          { family: 'Müller', given: 'Karl-Heinz' },
        ],
        issued: { 'date-parts': [[2020, 5]] },
        'container-title': 'Journal of Dust',
        'container-title-short': 'J. Dust',
        page: '5-9',
        DOI: '10.1000/x',
        URL: 'https://example.org/x',
      },
      sections: [{ text: 'We count dust in long lines.' }],
    })
    expect(record.item.genre).toBeUndefined()
  })
  it('EndNote', async () => {
    const record = await only(`TY  - JOUR
AN  - 12345678
AU  - World Health Organization,
AU  - University of California,, Irvine
C2  - PMC6377845
C7  - e12
DA  - May 14
PY  - 2019
TI  - Dust
KW  - Dust
Tides, high
N1  - 1234-5679
Ito, J
ER  - 
`)
    expect(record).toMatchObject({
      item: {
        PMID: '12345678',
        PMCID: 'PMC6377845',
        number: 'e12',
        author: [
          { literal: 'World Health Organization' },
          { literal: 'University of California, Irvine' },
        ],
        issued: { 'date-parts': [[2019, 5, 14]] },
        keyword: 'Dust, Tides, high',
      },
      note: '1234-5679\nIto, J',
    })
  })
  it('ASReview', async () => {
    const text = (label: string) => `TY  - JOUR\nTI  - Dust\nN1  - ${label}\nN1  - mine\nER  - \n`
    expect(await only(text('ASReview_relevant'))).toMatchObject({
      decision: 'include',
      note: 'mine',
    })
    expect(await only(text('ASReview_irrelevant'))).toMatchObject({
      decision: 'exclude',
      note: 'mine',
    })
    expect(await only(text('ASReview_not_seen'))).not.toHaveProperty('decision')
    expect(await only(text('ASReview_relevant is a word'))).not.toHaveProperty('decision')
  })
  it('Rayyan', async () => {
    const record = await only(`TY  - JOUR
ID  - rayyan-123456
TI  - Dust
SN  - 1234-5679 (Electronic)
N1  - RAYYAN-INCLUSION: {"Ana"=>"Excluded"} | RAYYAN-LABELS: ML,Hospital | RAYYAN-EXCLUSION-REASONS: wrong population,foreign language | USER-NOTES: {"Ana"=>["check later"]}
ER  - 
`)
    expect(record).toMatchObject({
      decision: 'exclude',
      reason: 'wrong population, foreign language',
      tags: ['ML', 'Hospital'],
      note: 'check later',
      item: { ISSN: '1234-5679' },
    })
    expect(record).not.toHaveProperty('citationKey')
    const two =
      'TY  - JOUR\nTI  - D\nN1  - RAYYAN-INCLUSION: {"A"=>"Included", "B"=>"Excluded"}\nER  - \n'
    expect(await only(two)).toMatchObject({ decision: 'maybe' })
  })
  it('PubMed by way of others, with a structured abstract in one piece', async () => {
    const record = await only(
      'TY  - JOUR\nTI  - D\nAB  - BACKGROUND: Dust is common. METHODS AND AIMS: We count. DNA was not used.\nER  - \n',
    )
    expect(record.sections).toEqual([
      { label: 'BACKGROUND', text: 'Dust is common.' },
      { label: 'METHODS AND AIMS', text: 'We count. DNA was not used.' },
    ])
  })
  it('databases that glue initials', async () => {
    const record = await only(
      'TY  - JOUR\nTI  - Dust\nAU  - Smith JA\nAU  - Roe, J-P\nAU  - Elm, Eva\nAU  - HO, WU\nER  - \n',
    )
    expect(record.item.author).toEqual([
      { family: 'Smith', given: 'J. A.' },
      { family: 'Roe', given: 'J.-P.' },
      { family: 'Elm', given: 'Eva' },
      { family: 'Ho', given: 'WU' },
    ])
  })
  it('Mendeley, with several addresses', async () => {
    for (const lines of [
      'UR  - http://a.org/1\nhttp://b.org/2',
      'UR  - http://a.org/1 http://b.org/2',
      'UR  - http://a.org/1\nUR  - http://b.org/2',
    ]) {
      const { item, identifiers } = await only(`TY  - JOUR\nTI  - Dust\n${lines}\nER  - \n`)
      expect(item.URL).toBe('http://a.org/1')
      expect(identifiers).toEqual(['url:http://a.org/1', 'url:http://b.org/2'])
    }
    const { item, identifiers } = await only('TY  - JOUR\nUR  - http://a.org/1\nER  - \n')
    expect([item.URL, identifiers]).toEqual(['http://a.org/1', undefined])
  })
  it('Scopus', async () => {
    const { item, note } = await only(`TY  - JOUR
TI  - Dust
AU  - Ito, J.A.
C2  - 32123456
DO  - 10.1000/dust
N1  - Export Date: 14 March 2021
N1  - Cited By :12
N1  - CODEN: DUSTA
N1  - References: Roe, J., Salt (1999) J Salt, 1, p. 2; 
DB  - Scopus
ER  - 
`)
    expect(item).toMatchObject({ DOI: '10.1000/dust', PMID: '32123456' })
    expect([item.PMCID, note]).toEqual([undefined, undefined])
  })
  it('Web of Science, whose counts are no note', async () => {
    const { note } = await only(`TY  - JOUR
TI  - Dust
N1  - Times Cited in Web of Science Core Collection:  12
Total Times Cited:  12
Cited Reference Count:  30
N1  - References: my own list is in the red folder.
C2  - 32123456
ER  - 
`)
    expect(note).toBe('References: my own list is in the red folder.')
  })
  it.each([
    ['N1  - doi: 10.1080/0123', '10.1080/0123', undefined],
    ['N1  - https://doi.org/10.1080/0123', '10.1080/0123', undefined],
    ['DO  - 10.1000/dust\nN1  - doi: 10.1080/0123', '10.1000/dust', undefined],
    ['N1  - doi: 10.1080/0123 is retracted', undefined, 'doi: 10.1080/0123 is retracted'],
    ['N1  - Cited by Ito in 2020: see there.', undefined, 'Cited by Ito in 2020: see there.'],
  ])('Atypon’s sites, and a person: %s', async (lines, doi, words) => {
    const { item, note } = await only(`TY  - JOUR\nTI  - Dust\n${lines}\nER  - \n`)
    expect([item.DOI, note]).toEqual([doi, words])
  })
  it('IEEE and ACM, whose T2 is the proceedings', async () => {
    const text =
      'Provider: ACM\nDatabase: X\nContent: text/plain\n\nTY  - CONF\nTI  - D\nT2  - Proc. of X\n'
    expect((await only(`${text}ER  - \n`)).item).toMatchObject({ 'container-title': 'Proc. of X' })
    expect((await only(`${text}C3  - Proc.\nER  - \n`)).item).toMatchObject({
      'event-title': 'Proc. of X',
      'container-title': 'Proc.',
    })
  })
  it('hand, in small letters and without TY', async () => {
    expect((await only('ti - On dust\nau - Smith, J.; Wang, L.\njo - J Dust\n')).item).toEqual({
      type: 'article-journal',
      title: 'On dust',
      author: [
        { family: 'Smith', given: 'J.' },
        { family: 'Wang', given: 'L.' },
      ],
      'container-title': 'J Dust',
    })
  })
})

describe('readRis recovers', () => {
  it('where ER is missing, where an entry says nothing, and from text between entries', async () => {
    const entries = await entriesOf(`TY  - JOUR
TI  - First
TY  - JOUR
TI  - Second
ER  - 

TY  - JOUR
KW  - alone
ER  - 

some words
and more

TY  - JOUR
TI  - Third
ER  -
ER  -
2.
TY  - JOUR
TI  - Fourth`)
    expect(
      entries.map((entry) =>
        'record' in entry ? [entry.line, entry.record.item.title] : entry.broken,
      ),
    ).toEqual([
      [1, 'First'],
      [3, 'Second'],
      { line: 7, reason: 'empty', text: 'TY  - JOUR\nKW  - alone\nER  - ' },
      { line: 11, reason: 'stray', text: 'some words\nand more' },
      [14, 'Third'],
      [19, 'Fourth'],
    ])
  })
  it('from a file that is none', async () => {
    expect(await entriesOf('@article{x,\n  title = {Dust}\n}\n')).toEqual([
      { broken: { line: 1, reason: 'stray', text: '@article{x,\n  title = {Dust}\n}' } },
    ])
    expect(await entriesOf('')).toEqual([])
  })
  it('from an entry without an end', async () => {
    const long = `TY  - JOUR\nTI  - Long\nAB  - ${'dust '.repeat(50_000)}\n${`${'x'.repeat(99)}\n`.repeat(12_000)}ER  - \nTY  - JOUR\nTI  - Next\nER  - \n`
    const entries = await entriesOf(long)
    expect(entries).toHaveLength(2)
    expect(entries[0]).toMatchObject({ broken: { line: 1, reason: 'too-long' } })
    expect(entries[1]).toMatchObject({ record: { item: { title: 'Next' } } })
  })
  it('from anything', { timeout: 30_000 }, async () => {
    const tags = fc.constantFrom(
      'TY',
      'ER',
      'AU',
      'A1',
      'TI',
      'AB',
      'KW',
      'N1',
      'DA',
      'PY',
      'SP',
      'EP',
      'SN',
      'AN',
      'DP',
      'ID',
      'M3',
    )
    const line = fc.oneof(
      fc
        .tuple(tags, fc.string({ unit: 'binary', maxLength: 20 }))
        .map(([tag, text]) => `${tag}  - ${text}`),
      fc.string({ unit: 'binary', maxLength: 30 }),
      fc.constantFrom(
        'DP  - Offprint',
        '__proto__  - 1',
        'N1  - RAYYAN-INCLUSION: {"a"=>"Included"}',
        'TY  - __proto__',
        'TY  - constructor',
      ),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 20 }), async (lines) => {
        await entriesOf(lines.join('\n'))
      }),
      { numRuns: 500 },
    )
  })
  it(
    'from long text that tempts a pattern, in time that grows with it',
    untilMeasured,
    async () => {
      for (const pump of [
        ' ',
        ', ',
        '"',
        '|',
        ' | ',
        'a ',
        'A: ',
        ';',
        '\n',
        '\n ',
        '. AIM: ',
        '-',
        '<p>',
        '(ISSN) ',
        'ASReview_',
      ]) {
        for (const tag of ['AU', 'AB', 'N1', 'KW', 'DA', 'SN', 'AN', 'SP', 'M3']) {
          const paper = (size: number) =>
            `TY  - JOUR\n${tag}  - N1RAYYAN-INCLUSION: ${repeated(pump)(size)}`
          await growsLinearly(
            paper,
            async (text) => {
              for (const end of ['', '\nDP  - Offprint']) await entriesOf(`${text}${end}\nER  - \n`)
            },
            30_000,
          )
        }
      }
    },
  )
})
