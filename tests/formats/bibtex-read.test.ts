import { describe, expect, it } from 'vitest'
import {
  type BibtexReadOptions,
  type BibtexRecord,
  readBibtex,
} from '../../src/formats/bibtex-read.ts'
import { brokenText, type Entry, lossText } from '../../src/formats/entry.ts'
import { nameToText } from '../../src/item/name.ts'
import { growsLinearly, repeated, untilMeasured } from '../support/grows.ts'

type BibtexPart = Entry<BibtexRecord>

async function parts(text: string | string[], options?: BibtexReadOptions): Promise<BibtexPart[]> {
  const found: BibtexPart[] = []
  for await (const part of readBibtex(typeof text === 'string' ? [text] : text, options))
    found.push(part)
  return found
}

async function records(text: string, options?: BibtexReadOptions): Promise<BibtexRecord[]> {
  return (await parts(text, options)).flatMap((part) => ('record' in part ? [part.record] : []))
}

async function only(text: string, options?: BibtexReadOptions): Promise<BibtexRecord> {
  const [record] = await records(text, options)
  if (!record) throw new Error(`nothing was read of ${text}`)
  return record
}

/** What a file comes to, in short: the keys of its records, and line and reason of what is broken. */
async function brief(text: string | string[]): Promise<string[]> {
  return (await parts(text)).map((part) => {
    if ('record' in part) return part.record.citationKey ?? '(no key)'
    return `${part.broken.line} ${part.broken.reason}`
  })
}

const good = (key: string): string =>
  `@article{${key},\n  title = {On ${key}},\n  year = {2020}\n}\n`

describe('files as programs write them', () => {
  it('Google Scholar', async () => {
    const { item } = await only(`@article{vaswani2017attention,
  title={Attention is all you need},
  author={Vaswani, Ashish and Shazeer, Noam and others},
  journal={arXiv preprint arXiv:1706.03762},
  year={2017}
}`)
    expect(item).toMatchObject({
      type: 'article-journal',
      title: 'Attention is all you need',
      author: [
        { family: 'Vaswani', given: 'Ashish' },
        { family: 'Shazeer', given: 'Noam' },
        { literal: 'others' },
      ],
      archive: 'arXiv',
      number: 'arXiv:1706.03762',
      issued: { 'date-parts': [[2017]] },
    })
  })
  it('Mendeley', async () => {
    const record = await only(`@article{Ravn2019,
abstract = {We count 50{\\%} of {\\textless}i{\\textgreater}Vibrio{\\textless}/i{\\textgreater}.},
annote = {Read again},
author = {Ravn, J{\\"{o}}rg and {\\v{C}}apek, Karel},
doi = {10.1000/a_b},
file = {:C$\\backslash$:/x.pdf:pdf},
issn = {1234-5679},
keywords = {dust,tides,to read},
mendeley-groups = {Thesis},
mendeley-tags = {to read},
month = {mar},
pages = {1--9},
pmid = {123456},
title = {{Dust in the Wind}},
url = {http://example.org/a{\\_}b},
year = {2019}
}`)
    expect(record).toMatchObject({
      citationKey: 'Ravn2019',
      note: 'Read again',
      tags: ['to read', 'Thesis'],
      unread: ['file'],
      item: {
        title: 'Dust in the Wind',
        abstract: 'We count 50% of <i>Vibrio</i>.',
        author: [
          { family: 'Ravn', given: 'Jörg' },
          { family: 'Čapek', given: 'Karel' },
        ],
        keyword: 'dust, tides',
        page: '1-9',
        PMID: '123456',
        URL: 'http://example.org/a_b',
        issued: { 'date-parts': [[2019, 3]] },
      },
    })
  })
  it('JabRef', async () => {
    const found = await parts(`% Encoding: UTF-8

@Article{Smith2020,
  author    = {Jane van der Berg and Smith Jr., John},
  title     = {A title},
  journal   = {Journal},
  date      = {2020-05-01/2020-06-02},
  groups    = {Reading, To do},
  keywords  = {one; two, three},
  comment   = {my note},
  owner     = {jane},
}

@Comment{jabref-meta: databaseType:bibtex;}

@Comment{jabref-meta: grouping:
0 AllEntriesGroup:;
1 StaticGroup:Reading\\;0\\;1\\;\\;\\;\\;;
}
`)
    expect(found.map((part) => Object.keys(part)[0])).toEqual(['record'])
    expect(found[0]).toMatchObject({
      line: 3,
      record: {
        note: 'my note',
        tags: ['one', 'two, three', 'Reading', 'To do'],
        item: {
          author: [
            { given: 'Jane', 'non-dropping-particle': 'van der', family: 'Berg' },
            { family: 'Smith Jr.', given: 'John' },
          ],
          issued: {
            'date-parts': [
              [2020, 5, 1],
              [2020, 6, 2],
            ],
          },
        },
      },
    })
  })
  it('DBLP', async () => {
    // A paper whose proceedings are not in the file comes last.
    const [second, first] = await records(`@inproceedings{DBLP:conf/nips/WangL17,
  author       = {Wei Wang 0001 and
                  Llion Jones},
  editor       = {Isabelle Guyon},
  title        = {Dust is All you Need},
  booktitle    = {Advances in Dust 30},
  pages        = {5998--6008},
  year         = {2017},
  crossref     = {DBLP:conf/nips/2017},
  biburl       = {https://dblp.org/rec/x.bib}
}
@article{DBLP:journals/corr/abs-1706-03762,
  title        = {Other},
  journal      = {CoRR},
  volume       = {abs/1706.03762},
  eprinttype   = {arXiv},
  eprint       = {1706.03762}
}`)
    expect(first).toMatchObject({
      citationKey: 'DBLP:conf/nips/WangL17',
      unread: ['biburl'],
      item: {
        type: 'paper-conference',
        author: [
          { given: 'Wei', family: 'Wang' },
          { given: 'Llion', family: 'Jones' },
        ],
        'container-title': 'Advances in Dust 30',
        page: '5998-6008',
      },
    })
    expect(second?.item).toMatchObject({ archive: 'arXiv', number: 'arXiv:1706.03762' })
  })
  it('IEEE, quotation marks, and Paperpile', async () => {
    const [ieee, paperpile] = await records(`@ARTICLE{9000001,
  author={A. {Smith} and B. {Jones}},
  journal={IEEE Transactions on Dust},
  title={Dust},
  year={2020},
  volume={8},
  number={3},
  pages={1-9},
  keywords={Feature extraction;Computers, dusty;Training},
  doi={10.1109/TD.2020.1},
  ISSN={1558-0644},
  month={Jan},}
@ARTICLE{Efron1986-bo,
  title    = "Why isn't everyone a {Bayesian}?",
  author   = "Efron, B and M{\\"u}ller, {\\'E}. and {World Health Organization}",
  journal  = "Am. Stat.",
  keywords = "Review;My Folder",
  month    =  feb # "~14",
  year     =  1986,
  language = "en"
}`)
    expect(ieee).toMatchObject({
      tags: ['Feature extraction', 'Computers, dusty', 'Training'],
      item: {
        author: [
          { given: 'A.', family: 'Smith' },
          { given: 'B.', family: 'Jones' },
        ],
        issue: '3',
        ISSN: '1558-0644',
        issued: { 'date-parts': [[2020, 1]] },
      },
    })
    expect(paperpile?.item).toMatchObject({
      title: "Why isn't everyone a Bayesian?",
      author: [
        { family: 'Efron', given: 'B' },
        { family: 'Müller', given: 'É.' },
        { literal: 'World Health Organization' },
      ],
      issued: { 'date-parts': [[1986, 2, 14]] },
      language: 'en',
    })
  })
  it('Zotero and Better BibTeX', async () => {
    const record = await only(`@thesis{bergDust2021,
  type = {phdthesis},
  title = {Dust: {{mRNA}}},
  subtitle = {A Story},
  author = {family=Berg, given=Jan, prefix=van der, useprefix=true and Ito, Aki},
  date = {2021-03},
  institution = {University of Kiel},
  location = {Kiel},
  langid = {ngerman},
  url = {https://example.org/~berg},
  urldate = {2022-01-05},
  abstract = {One.

Two.},
  eprint = {12345},
  eprinttype = {pubmed},
  note = {PMID: 12345},
  annotation = {A note}
}`)
    expect(record).toMatchObject({
      note: 'A note',
      item: {
        type: 'thesis',
        genre: 'PhD thesis',
        title: 'Dust: mRNA: A Story',
        author: [
          { family: 'Berg', given: 'Jan', 'non-dropping-particle': 'van der' },
          { family: 'Ito', given: 'Aki' },
        ],
        publisher: 'University of Kiel',
        'publisher-place': 'Kiel',
        language: 'de',
        issued: { 'date-parts': [[2021, 3]] },
        accessed: { 'date-parts': [[2022, 1, 5]] },
        abstract: 'One.\n\nTwo.',
        PMID: '12345',
      },
      sections: [{ text: 'One.\n\nTwo.' }],
    })
  })
  it('arXiv and EndNote', async () => {
    const [arxiv, endnote] = await records(`@misc{vaswani2023attention,
      title={Attention}, 
      author={Ashish Vaswani},
      year={2023},
      eprint={1706.03762v7},
      archivePrefix={arXiv},
      primaryClass={cs.CL},
      url={https://arxiv.org/abs/1706.03762}, 
}
@article{
   title = {No key},
   journal = {Dust},
   ISSN = {1234-5679 (Print)
1234-5679 (Linking)},
   year = {2001},
   type = {Journal Article}
}`)
    expect(arxiv?.item).toMatchObject({
      type: 'article',
      archive: 'arXiv',
      number: 'arXiv:1706.03762v7',
      archive_location: 'cs.CL',
    })
    expect(endnote).not.toHaveProperty('citationKey')
    expect(endnote?.item.title).toBe('No key')
  })
})

describe('citation keys', () => {
  it.each([
    ['10.1145/1234.5678', '10.1145/1234.5678'],
    ['smith.2020+a', 'smith.2020+a'],
    ['mu\u0308ller2020', 'müller2020'],
    ['__proto__', '__proto__'],
  ])('keeps %s', async (key, kept) => {
    const [found] = await parts(`@article{${key}, title = {T}}`)
    expect(found).toMatchObject({ record: { citationKey: kept } })
    expect(found).not.toHaveProperty('losses')
  })
  it.each(['a|b', 'a b', "o'brien", '*'])('says that %s is not kept', async (key) => {
    const [found] = await parts(`\n@article{${key}, title = {T}}`)
    expect(found).toMatchObject({ line: 2, losses: [{ reason: 'key-not-kept', text: key }] })
    expect(found).not.toHaveProperty('record.citationKey')
    expect(lossText({ reason: 'key-not-kept', text: key })).toContain(key)
  })
})

describe('what entries inherit', () => {
  const parent = `@proceedings{Tides2017,
  editor = {Ito, Yuki}, title = {Talks on Tides}, subtitle = {A Book}, year = 2017, publisher = {Gull},
  address = {Kiel}, doi = {10.1000/book}, url = {https://example.org/book}, abstract = {All.}, keywords = {all}, note = {N}
}
`
  const child = '@inproceedings{a, author = {One, Ann}, title = {Dust}, crossref = {tides2017}}\n'
  const inherited = {
    citationKey: 'a',
    tags: [],
    sections: [],
    item: {
      type: 'paper-conference',
      title: 'Dust',
      author: [{ family: 'One', given: 'Ann' }],
      editor: [{ family: 'Ito', given: 'Yuki' }],
      'container-title': 'Talks on Tides: A Book',
      publisher: 'Gull',
      'publisher-place': 'Kiel',
      issued: { 'date-parts': [[2017]] },
    },
  }
  it.each([
    ['behind it, as BibTeX wants it', child + parent, 0],
    ['before it', parent + child, 1],
    ['far behind it', child + good('b') + parent, 1],
  ])('a parent %s', async (_, text, place) => {
    const found = await parts(text)
    const one = found[place]
    expect(one && 'record' in one && one.record).toEqual({ ...inherited, unread: [] })
    expect(found.every((each) => !('losses' in each))).toBe(true)
    const whole = await records(text)
    expect(whole.find(({ citationKey }) => citationKey === 'Tides2017')?.item).toMatchObject({
      title: 'Talks on Tides: A Book',
      DOI: '10.1000/book',
    })
  })
  it.each<[string, string, object]>([
    [
      'what it has itself stays',
      '@inproceedings{a, booktitle = {Own}, date = {2018}, location = {Bonn}, crossref = {Tides2017}}',
      {
        'container-title': 'Own',
        issued: { 'date-parts': [[2018]] },
        'publisher-place': 'Bonn',
        publisher: 'Gull',
      },
    ],
    [
      'a title of the parent’s as a book',
      '@inbook{a, title = {T}, crossref = {p}}@book{p, title = {U}, booktitle = {B}, author = {Two, Bo}, isbn = {1}}',
      { 'container-title': 'B', author: [{ family: 'Two', given: 'Bo' }], ISBN: '1' },
    ],
    [
      'a periodical',
      '@article{a, title = {T}, crossref = {p}}@periodical{p, title = {J}, volume = 3, date = {1999}}',
      { title: 'T', 'container-title': 'J', volume: '3', issued: { 'date-parts': [[1999]] } },
    ],
    [
      'a parent of a parent',
      '@inbook{a, title = {T}, crossref = {p}}@book{p, title = {U}, crossref = {q}}@mvbook{q, title = {V}, publisher = {P}}',
      { 'container-title': 'U', publisher: 'P' },
    ],
    [
      'data for several',
      '@xdata{x, publisher = {P}}@xdata{y, location = {L}}@book{a, title = {T}, xdata = {x, y}}',
      { title: 'T', publisher: 'P', 'publisher-place': 'L' },
    ],
  ])('%s', async (_, text, item) => {
    const found = (await records(parent + text)).find(({ citationKey }) => citationKey === 'a')
    expect(found?.item).toMatchObject(item)
    expect(await brief(text)).not.toContain('x')
  })
  it('says where a parent is missing, and goes on at the end', async () => {
    const found = await parts(`${child}${good('b')}`)
    expect(found).toMatchObject([
      { record: { citationKey: 'b' } },
      { record: { item: { title: 'Dust' } }, line: 1, losses: [{ reason: 'parent-missing' }] },
    ])
  })
  it.each([
    ['itself', '@book{a, title = {T}, crossref = {a}}', ['a']],
    [
      'a ring',
      '@book{a, title = {T}, crossref = {b}}@book{b, title = {U}, crossref = {a}}',
      ['a', 'b'],
    ],
  ])('comes to an end with %s', async (_, text, keys) => {
    expect((await brief(text)).toSorted()).toEqual(keys)
  })
  it('holds no more than so many that wait, and gives no more than a file is worth', async () => {
    let count = 0
    let ahead = 0
    function* source(): Generator<string> {
      for (let given = 0; given < 30_000; given++) {
        ahead = Math.max(ahead, given - count)
        yield `@inbook{k${given}, title = {T}, crossref = {none}}\n`
      }
    }
    for await (const part of readBibtex(source())) if ('record' in part) count++
    expect(count).toBe(30_000)
    expect(ahead).toBeLessThan(24_000)
    const long = `@book{p, title = {T}, publisher = {${'x'.repeat(900_000)}}}\n`
    const many = '@inbook{c, title = {T}, crossref = {p}}\n'.repeat(200)
    const told = (await parts(long + many)).filter((part) => 'losses' in part)
    expect(told.length).toBeGreaterThan(150)
  }, 60_000)
})

describe('what BibTeX allows', () => {
  it.each([
    ['parentheses', '@article(a, title = {A (b) c}, note = "x) y")', 'A (b) c'],
    ['any case', '@ARTICLE{a, TITLE = {T}}', 'T'],
    ['numbers', '@article{a, title = 1984}', '1984'],
    ['concatenation', '@string{x = "A" # { B}}@article{a, title = x # " " # {C}}', 'A B C'],
    ['a macro of macros', '@string(x = {A})\n@STRING{y = X # x}@article{a, title = y}', 'AA'],
    ['an unknown macro', '@article{a, title = nature}', 'nature'],
    ['a comma missing', '@article{a title = {T} year = 2020 volume = {1}}', 'T'],
    ['commas too many', '@article{a,, title = {T},, year = 2020,}', 'T'],
    ['a key missing', '@article{title = {T}}', 'T'],
    ['an empty key', '@article{, title = {T}}', 'T'],
    ['a comment between fields', '@article{a, % x = {y}\n title = {T}, % z\n}', 'T'],
    ['an empty field', '@article{a, month = , title = {T}}', 'T'],
    ['quotation marks in braces', '@article{a, title = "say {"}T{"}"}', 'say "T"'],
    ['a field twice', '@article{a, title = {T}, title = {U}}', 'T'],
    ['a byte order mark', '\ufeff@article{a, title = {T}}', 'T'],
    ['space in odd places', '@ article { a , title={T} }', 'T'],
    ['Windows line ends', '@article{a,\r\n title = {T\r\n U}\r\n}', 'T U'],
  ])('%s', async (_, text, title) => {
    const found = await parts(text)
    expect(found).toHaveLength(1)
    expect(found[0]).toMatchObject({ record: { item: { title } } })
  })
  it('duplicate keys, keys of any script, text between', async () => {
    expect(
      await brief(
        `free text, me@example.org {x}\n${good('a')}%${good('no')}\n${good('a')}${good('王2020')}`,
      ),
    ).toEqual(['a', 'a', '王2020'])
  })
  it('passes over comments and preambles', async () => {
    expect(
      await brief(`@preamble{"\\newcommand{\\x}{y}"}\n@comment{${good('a')}}\n${good('b')}`),
    ).toEqual(['b'])
  })
  it('keeps an entry that a note quotes where it is', async () => {
    const record = await only(
      `@article{a,\n annote = {see\n@book{b, title = {T}}\n and so},\n title = {U}\n}`,
    )
    expect(record.item.title).toBe('U')
  })
})

describe('fields', () => {
  it('takes the field that belongs on the type before others', async () => {
    const { item } = await only(
      `@inproceedings{a, organization = {O}, publisher = {P}, journal = {J}, booktitle = {B}, number = {7}}`,
    )
    expect(item).toMatchObject({ publisher: 'P', 'container-title': 'B', number: '7' })
    expect((await only(`@inproceedings{a, organization = {O}, journal = {J}}`)).item).toMatchObject(
      {
        publisher: 'O',
        'container-title': 'J',
      },
    )
  })
  it.each([
    ['@conference', '', 'paper-conference'],
    ['@InBook', '', 'chapter'],
    ['@phdthesis', '', 'thesis'],
    ['@techreport', '', 'report'],
    ['@electronic', '', 'webpage'],
    ['@unpublished', '', 'article'],
    ['@article', 'entrysubtype = {magazine}', 'article-magazine'],
    ['@online', 'eprint = {1706.03762}, eprinttype = {arxiv}', 'article'],
    ['@dataset', '', 'dataset'],
    ['@whatever', '', 'document'],
  ])('%s %s is %s', async (type, more, expected) => {
    expect((await only(`${type}{a, title = {T}, ${more}}`)).item.type).toBe(expected)
  })
  it('reads an address in howpublished, an article number, a language', async () => {
    const { item } = await only(
      `@misc{a, title = {T}, howpublished = {\\url{https://a.org/x_y}}, langid = {british}}`,
    )
    expect(item).toMatchObject({ URL: 'https://a.org/x_y', language: 'en-GB' })
    expect((await only('@article{a, title = {T}, articleno = {12}}')).item.number).toBe('12')
  })
  it('reads the first of several addresses, and keeps the others', async () => {
    const { item, identifiers } = await only(
      '@article{a, title = {T}, doi = {10.1000/x}, url = {http://a.org/1 http://b.org/2}}',
    )
    expect(item.URL).toBe('http://a.org/1')
    expect(identifiers).toEqual(['doi:10.1000/x', 'url:http://a.org/1', 'url:http://b.org/2'])
    const one = await only('@article{a, title = {T}, url = {http://a.org/1}}')
    expect([one.item.URL, one.identifiers]).toEqual(['http://a.org/1', undefined])
  })
  it.each([
    ['PMID: 123', '123', []],
    ['https://pubmed.ncbi.nlm.nih.gov/123/', '123', []],
    ['none', undefined, ['pmid']],
  ])('reads a PMID: %s', async (pmid, id, unread) => {
    const record = await only(`@article{a, title = {T}, pmid = {${pmid}}}`)
    expect([record.item.PMID, record.unread]).toEqual([id, unread])
  })
  it('takes keywords for the publisher’s where that is asked', async () => {
    const text = '@article{a, title = {T}, keywords = {b, {c, d}, B}}'
    expect((await only(text)).tags).toEqual(['b', 'c, d'])
    const record = await only(text, { keywords: 'keyword' })
    expect(record).toMatchObject({ tags: [], item: { keyword: 'b, c, d' } })
  })
})

describe('names', () => {
  it.each([
    ['Knuth, Donald E.', { family: 'Knuth', given: 'Donald E.' }],
    ['Donald E. Knuth', { family: 'Knuth', given: 'Donald E.' }],
    [
      "de la Vall{\\'e}e Poussin, Charles",
      { 'non-dropping-particle': 'de la', family: 'Vallée Poussin', given: 'Charles' },
    ],
    [
      'Ludwig van Beethoven',
      { given: 'Ludwig', 'non-dropping-particle': 'van', family: 'Beethoven' },
    ],
    ['King, Jr., Martin Luther', { family: 'King', suffix: 'Jr.', given: 'Martin Luther' }],
    ['King, Martin Luther, Jr.', { family: 'King', suffix: 'Jr.', given: 'Martin Luther' }],
    ['Martin Luther King III', { family: 'King', suffix: 'III', given: 'Martin Luther' }],
    ['{World Health Organization}', { literal: 'World Health Organization' }],
    ['World Health Organization', { literal: 'World Health Organization' }],
    ['{\\v C}apek, Karel', { family: 'Čapek', given: 'Karel' }],
    ['{Barnes and Noble}, {A, B}', { family: 'Barnes and Noble', given: 'A, B' }],
    ['bell hooks', { 'non-dropping-particle': 'bell', family: 'hooks' }],
    ['hooks, bell', { family: 'hooks', given: 'bell' }],
    ['Plato', { family: 'Plato' }],
    ['王小明', { family: '王', given: '小明' }],
    ['Brinch~Hansen, Per', { family: 'Brinch Hansen', given: 'Per' }],
    ['Donald \\O ster', { given: 'Donald', family: 'Øster' }],
  ])('%s', async (author, name) => {
    expect((await only(`@misc{a, author = {${author}}}`)).item.author).toEqual([name])
  })
  it('reads lists that know nothing of BibTeX', async () => {
    expect((await only('@misc{a, author = {Smith, J., Wang, L., Ito, A.}}')).item.author).toEqual([
      { family: 'Smith', given: 'J.' },
      { family: 'Wang', given: 'L.' },
      { family: 'Ito', given: 'A.' },
    ])
  })
})

describe('dates', () => {
  it.each([
    ['year = 2020, month = mar', [[2020, 3]]],
    ['year = {2020}, month = {March}', [[2020, 3]]],
    ['year = {2020}, month = {3}, day = {14}', [[2020, 3, 14]]],
    ['year = {2020}, month = {märz}', [[2020, 3]]],
    ['year = {2020}, month = "14~" # mar', [[2020, 3, 14]]],
    [
      'year = {2020}, month = {May--June}',
      [
        [2020, 5],
        [2020, 6],
      ],
    ],
    [
      'year = {2020}, month = {May/June}',
      [
        [2020, 5],
        [2020, 6],
      ],
    ],
    ['year = {2020}, month = {spring}', [[2020]]],
    ['year = {2020}, month = sept', [[2020, 9]]],
    ['year = {2021}, month = 2, day = 30', [[2021, 2]]],
    ['date = {2021-02-30}', [[2021, 2]]],
    ['date = {2020-02-29}', [[2020, 2, 29]]],
    ['date = {2021-13-45}', [[2021]]],
    [
      'date = {2021-04-31/2021-06-31}',
      [
        [2021, 4],
        [2021, 6],
      ],
    ],
    ['year = {c. 1995}', [[1995]]],
    ['year = {2020-05-01}', [[2020, 5, 1]]],
    ['date = {2020-05-01T10:00:00Z}', [[2020, 5, 1]]],
    ['date = {2020-05?}', [[2020, 5]]],
    ['date = {2020/..}', [[2020]]],
    ['date = {/2020}', [[2020]]],
    ['date = {2020-21}', [[2020]]],
    ['date = {}, year = 1999', [[1999]]],
  ])('%s', async (fields, dates) => {
    expect((await only(`@misc{a, title = {T}, ${fields}}`)).item.issued).toEqual({
      'date-parts': dates,
    })
  })
  it('keeps a date that is only words', async () => {
    expect((await only('@misc{a, year = {in press}}')).item.issued).toEqual({ literal: 'in press' })
  })
})

describe('pages', () => {
  it.each([
    ['1--9', '1-9'],
    ['iii--x', 'iii-x'],
    ['XII -- 9, e1--e7', 'XII-9, e1-e7'],
    ['mix--fold', 'mix–fold'],
  ])('%s', async (pages, page) => {
    expect((await only(`@misc{a, title = {T}, pages = {${pages}}}`)).item.page).toBe(page)
  })
})

describe('who holds a patent', () => {
  it.each([
    [
      'author = {Ito, Yuki}, holder = {{Gull Ltd} and {Tide Ltd}}',
      'Yuki Ito',
      'Gull Ltd; Tide Ltd',
    ],
    ['holder = {{Gull Ltd}}', 'Gull Ltd', undefined],
    ['author = {Ito, Yuki}, publisher = {P}', 'Yuki Ito', 'P'],
  ])('%s', async (fields, author, publisher) => {
    const { item, unread } = await only(`@patent{a, title = {T}, number = {US1}, ${fields}}`)
    expect(item.author?.map(nameToText).join()).toBe(author)
    expect(item).toMatchObject({ type: 'document', number: 'US1' })
    expect(item.publisher).toBe(publisher)
    expect(unread).toEqual([])
  })
})

describe('sections', () => {
  it.each([
    [
      'AIM: To count.\n\nMETHODS: We did.',
      [
        { label: 'AIM', text: 'To count.' },
        { label: 'METHODS', text: 'We did.' },
      ],
    ],
    [
      'Aim: To count.\n\nMain results: Many.',
      [
        { label: 'Aim', text: 'To count.' },
        { label: 'Main results', text: 'Many.' },
      ],
    ],
    ['One thing: a colon.\n\nMore.', [{ text: 'One thing: a colon.\n\nMore.' }]],
    ['AIM: A.{ }\n\nMore.', [{ label: 'AIM', text: 'A.\n\nMore.' }]],
  ])('%j', async (abstract, sections) => {
    expect((await only(`@misc{a, abstract = {${abstract}}}`)).sections).toEqual(sections)
  })
})

describe('recovery', () => {
  it.each<[string, string, string[]]>([
    [
      'a closing brace missing in a value',
      '@article{x,\n title = {T,\n year = {2020}\n}\n',
      ['a', '5 not-closed', 'b'],
    ],
    ['two of them', '@article{x,\n title = {{T,\n year = {2020}\n}\n', ['a', '5 not-closed', 'b']],
    ['the last brace missing', '@article{x,\n title = {T}\n\n', ['a', '5 not-closed', 'b']],
    [
      'a brace too many',
      '@article{x,\n title = {T}},\n year = {2020}\n}\n',
      ['a', '5 closed-early', 'b'],
    ],
    [
      'a quotation mark missing',
      '@article{x,\n title = "T,\n year = {2020}\n}\n',
      ['a', '5 quote-not-closed', 'b'],
    ],
    ['a value missing', '@article{x,\n title = ,\n year {2020}\n}\n', ['a', '5 no-field', 'b']],
    ['a parenthesis missing', '@article(x,\n title = {T}\n\n', ['a', '5 not-closed', 'b']],
    ['a string that is not closed', '@string{x = {T}\n', ['a', '5 not-closed', 'b']],
    ['an entry that says nothing', '@article{x}\n', ['a', '5 empty', 'b']],
    ['the file cut off', '', ['a', 'b']],
  ])('%s', async (_, broken, expected) => {
    const text = `${good('a')}${broken}${good('b')}`
    expect(await brief(text)).toEqual(expected)
    expect(await brief([...text])).toEqual(expected)
    const [found] = (await parts(text)).flatMap((part) => ('broken' in part ? [part.broken] : []))
    if (found) {
      expect(found.text.trim()).toBe(broken.trim())
      expect(brokenText(found)).toMatch(/\.$/)
    }
  })
  it.each([
    ['a return', '\r'],
    ['a return and a line feed', '\r\n'],
  ])('where lines end with %s', async (_, end) => {
    const torn = `${good('a')}@article{x,\n title = {bad,\n}\n${good('b')}`.replaceAll('\n', end)
    const expected = ['a', '5 not-closed', 'b']
    expect(await brief(torn)).toEqual(expected)
    expect(await brief([...torn])).toEqual(expected)
    // Pieces that are looked at one by one, cut between the two signs of a line's end.
    const pad = `@comment{${'x'.repeat(70_000)}}${end}`
    expect(
      await brief([
        `${pad}${torn.slice(0, torn.indexOf(end) + 1)}`,
        torn.slice(torn.indexOf(end) + 1),
      ]),
    ).toEqual(['a', '6 not-closed', 'b'])
  })
  it('at the end of a file', async () => {
    expect(await brief(`${good('a')}@article{x,\n title = {T`)).toEqual(['a', '5 not-closed'])
  })
  it('of an entry whose missing brace another entry has too many', async () => {
    expect(
      await brief(
        `@article{x,\n title = {{T,\n}\n\n@article{y,\n title = {T}},\n year = 2020}\n${good('b')}`,
      ),
    ).toEqual(['1 not-closed', '5 closed-early', 'b'])
  })
  it.each([
    [
      'one brace',
      '@article{x,\n title = {T,\n}\n\n@article{y,\n title = {T}\n}}\n',
      ['1 not-closed', 'y', 'b'],
    ],
    [
      'two braces',
      '@article{x,\n title = {{T,\n}\n\n@article{y,\n title = {T}},\n year = 2020}\n}\n',
      ['1 not-closed', '5 closed-early', 'b'],
    ],
  ])('of entries that would balance together: %s', async (_, text, expected) => {
    expect(await brief(`${text}${good('b')}`)).toEqual(expected)
  })
  it('keeps the text of what a chunk cuts', async () => {
    const pad = `@comment{${'x'.repeat(70_000)}}\n`
    expect(
      await brief([pad, good('a').slice(0, 20), `${good('a').slice(20)}${pad}`, good('b')]),
    ).toEqual(['a', 'b'])
  })
  it('refuses a bomb of strings', async () => {
    const bomb = Array.from({ length: 40 }, (_, i) => `@string{s${i + 1} = s${i} # s${i}}`).join(
      '\n',
    )
    const found = await brief(
      `@string{s0 = "0123456789"}\n${bomb}\n@misc{x, title = s40}\n${good('a')}`,
    )
    expect(found).toContain('15 macro-too-long')
    expect(found.at(-1)).toBe('a')
    const wide = `@string{s = "${'x'.repeat(90_000)}"}\n${'@misc{x, title = s}\n'.repeat(400)}`
    expect(
      (await brief(wide)).filter((each) => each.endsWith('macro-too-long')).length,
    ).toBeGreaterThan(100)
  })
})

describe('size', () => {
  const entry = (n: number): string =>
    `@article{key${n},\n  title = {On {DNA} number ${n}},\n  author = {M{\\"u}ller, Jan and Smith, Jane},\n  journal = {Journal of Dust},\n  year = {2020},\n  month = mar,\n  abstract = {${'We count the dust of $O(n)$ tides. '.repeat(20)}}\n}\n\n`
  it('reads a long file one entry at a time', async () => {
    let given = 0
    function* source(): Generator<string> {
      for (; given < 5_000; given++) yield entry(given)
    }
    let count = 0
    let ahead = 0
    for await (const part of readBibtex(source())) {
      if ('record' in part) count++
      ahead = Math.max(ahead, given - count)
    }
    expect(count).toBe(5_000)
    // What was taken from the source and not given yet is what is held.
    expect(ahead).toBeLessThan(200)
  }, 60_000)
  it.each([
    '@',
    '@a{',
    '%@a{',
    'x@a{',
    '{',
    '@a{b,c={',
    '@a(',
    '\n@',
    '\n@a{\n',
    '@a{b,c=d}',
    '@string{a=b}',
    '@book{a,b=c,crossref={a}}',
    '@book{a,b=c,crossref=d}@xdata{d,xdata=d}',
    '@inbook{a,b=c,xdata={e,f,g}}',
    '@a{x,author={',
    ' and ',
    '"',
    ' ',
  ])('reads %j over and over in linear time', untilMeasured, (unit) =>
    growsLinearly(
      repeated(unit),
      async (text) => {
        const authors = text.slice(0, text.length / 4)
        await parts(text)
        await parts(`@a{b, author = {${authors}`)
        await parts(`@a{b, author = "${authors.replace(/["{}]/g, ' ')}", x = ${text}`)
      },
      20_000,
    ),
  )
})
