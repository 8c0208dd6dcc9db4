import { describe, expect, test } from 'vitest'
import type { Item } from '../../src/item/item.ts'
import { captureOf } from '../support/page.ts'

const meta = (tags: readonly (readonly [string, string])[]): string =>
  tags.map(([name, content]) => `<meta name="${name}" content="${content}">`).join('')
const itemOf = (head: string, body = ''): Item => captureOf(body, head).item

describe('the vocabularies', () => {
  test('Highwire', () => {
    expect(
      itemOf(
        meta([
          ['citation_title', 'On tides'],
          ['citation_title', 'Sur les marées'],
          ['citation_authors', 'Farrow, W.; Marlow, Anna'],
          ['citation_journal_title', 'Tides'],
          ['citation_journal_abbrev', 'Td'],
          ['citation_publication_date', '2019/05'],
          ['citation_online_date', '2018/12/01'],
          ['citation_volume', '3'],
          ['citation_issue', '2'],
          ['citation_firstpage', '11–19'],
          ['citation_doi', 'https://doi.org/10.5555/TD.3'],
          ['citation_issn', '20493630'],
        ]),
      ),
    ).toMatchObject({
      type: 'article-journal',
      title: 'On tides',
      author: [
        { family: 'Farrow', given: 'W.' },
        { family: 'Marlow', given: 'Anna' },
      ],
      'container-title': 'Tides',
      'container-title-short': 'Td',
      issued: { 'date-parts': [[2019, 5]] },
      volume: '3',
      issue: '2',
      page: '11-19',
      DOI: '10.5555/TD.3',
      ISSN: '2049-3630',
    })
  })

  test('bepress names end like Highwire’s', () => {
    expect(
      itemOf(
        meta([
          ['bepress_citation_title', 'On tides'],
          ['bepress_citation_author', 'Farrow, W.'],
        ]),
      ),
    ).toMatchObject({ title: 'On tides', author: [{ family: 'Farrow' }] })
  })

  test('EPrints', () => {
    expect(
      itemOf(
        meta([
          ['eprints.title', 'On tides'],
          ['eprints.creators_name', 'Farrow, W.'],
          ['eprints.date', '2011-02'],
          ['eprints.publication', 'Tides'],
          ['eprints.id_number', '10.5555/td.4'],
        ]),
      ),
    ).toMatchObject({
      title: 'On tides',
      author: [{ family: 'Farrow' }],
      issued: { 'date-parts': [[2011, 2]] },
      'container-title': 'Tides',
      DOI: '10.5555/td.4',
    })
  })

  test('Dublin Core and PRISM', () => {
    expect(
      itemOf(
        meta([
          ['DC.Title', 'On tides'],
          ['DC.Creator', 'Farrow, W.'],
          ['DC.Date', '2011-02-03'],
          ['DC.Identifier', 'doi:10.5555/td.5'],
          ['prism.publicationName', 'Tides'],
          ['prism.volume', '4'],
          ['prism.startingPage', '7'],
          ['prism.endingPage', '9'],
        ]),
      ),
    ).toMatchObject({
      title: 'On tides',
      author: [{ family: 'Farrow' }],
      issued: { 'date-parts': [[2011, 2, 3]] },
      DOI: '10.5555/td.5',
      'container-title': 'Tides',
      volume: '4',
      page: '7-9',
    })
  })

  test('JSON-LD, with its @graph, its parts and line breaks inside strings', () => {
    const json =
      '{"@context":"https://schema.org","@graph":[{"@type":"WebPage"},{"@type":["ScholarlyArticle"],"headline":"On\ntides","author":[{"@type":"Person","name":"Anna Marlow"},{"@type":"Organization","name":"Tide Office"}],"datePublished":"2020-01-02","isPartOf":{"@type":"PublicationIssue","issueNumber":"2","isPartOf":{"@type":"PublicationVolume","volumeNumber":5,"isPartOf":{"@type":"Periodical","name":"Tides","issn":["2049-3630"]}}},"sameAs":"https://doi.org/10.5555/td.6"}]}'
    expect(itemOf(`<script type="application/ld+json">${json}</script>`)).toMatchObject({
      title: 'On tides',
      author: [{ family: 'Marlow', given: 'Anna' }, { literal: 'Tide Office' }],
      issued: { 'date-parts': [[2020, 1, 2]] },
      volume: '5',
      issue: '2',
      'container-title': 'Tides',
      ISSN: '2049-3630',
      DOI: '10.5555/td.6',
    })
  })

  test('JSON-LD that is none, or is news, says nothing', () => {
    const captured = captureOf(
      '<h1>Harbour opens today</h1>',
      '<script type="application/ld+json">{"@type": </script><script type="application/ld+json">{"@type":"NewsArticle","headline":"Harbour opens","author":"Staff"}</script>',
    )
    expect(captured.kind).toBe('not-paper')
    expect(captured.item.author).toBeUndefined()
  })

  test('COinS, where there is one', () => {
    const span =
      '<span class="Z3988" title="ctx_ver=Z39.88-2004&amp;rft.atitle=On+tides&amp;rft.jtitle=Tides&amp;rft.au=Anna+Marlow&amp;rft.date=2012&amp;rft_id=info%3Adoi%2F10.5555%2Ftd.7"></span>'
    expect(itemOf('', span)).toMatchObject({
      title: 'On tides',
      'container-title': 'Tides',
      author: [{ family: 'Marlow' }],
      DOI: '10.5555/td.7',
    })
    expect(itemOf('', span + span).DOI).toBeUndefined()
  })

  test('Open Graph gives a title and an address and nothing else', () => {
    const captured = captureOf(
      '',
      '<title>On tides | Tides</title><meta property="og:site_name" content="Tides"><meta property="og:title" content="On tides"><meta property="og:description" content="All about tides.">',
    )
    expect(captured.item.title).toBe('On tides')
    expect(captured.sections).toEqual([])
  })
})

describe('of several values', () => {
  test('the title’s spelling with italics is taken where the words are the same', () => {
    expect(
      itemOf(
        meta([['citation_title', 'Sleep of Larus marinus']]),
        '<h1>Sleep of <em>Larus marinus</em>.</h1>',
      ).title,
    ).toBe('Sleep of <i>Larus marinus</i>')
  })

  test('a title in capitals gives way to the same in mixed case', () => {
    expect(
      itemOf(meta([['citation_title', 'SLEEP OF GULLS']]), '<h1>Sleep of Gulls</h1>').title,
    ).toBe('Sleep of Gulls')
  })

  test('the others are kept with their sources', () => {
    const captured = captureOf(
      '',
      meta([
        ['citation_title', 'On tides'],
        ['DC.Title', 'On tides and tide tables'],
      ]),
    )
    expect(captured.source.fields.title).toEqual({
      source: 'citation_title',
      others: [{ value: 'On tides and tide tables', source: 'dc.title' }],
    })
  })

  test('a DOI that is none does not win', () => {
    expect(
      itemOf(
        meta([
          ['citation_doi', 'n/a'],
          ['DC.Identifier', 'doi:10.5555/td.8'],
        ]),
      ).DOI,
    ).toBe('10.5555/td.8')
  })

  test('a title from the window alone is a doubt', () => {
    const captured = captureOf('<p>text</p>', '<title>On tides | Tides</title>')
    expect(captured.source.doubts).toContain('title-from-window')
  })

  test('a DOI in the address is read', () => {
    expect(
      captureOf('<h1>On tides</h1>', '', 'https://pubs.example.org/doi/abs/10.5555/td.9').item.DOI,
    ).toBe('10.5555/td.9')
  })
})

describe('what vocabularies write in their own ways', () => {
  test('character references that an export could not keep', () => {
    expect(
      itemOf(
        meta([
          ['citation_title', 'On tides'],
          ['citation_author', 'Thomas Kn|[ouml]|pfel'],
          ['citation_author', 'Anne-Catherine Bachoud-L&amp;#xe9;vi'],
        ]),
      ).author,
    ).toEqual([
      { family: 'Knöpfel', given: 'Thomas' },
      { family: 'Bachoud-Lévi', given: 'Anne-Catherine' },
    ])
  })

  test('footnote marks and an `and` behind a creator', () => {
    expect(
      itemOf(
        meta([
          ['DC.Title', 'On tides'],
          ['DC.Creator', 'Jean Paul  Farrow,*,‡ and'],
          ['DC.Creator', 'Anna  Marlow‡'],
        ]),
      ).author,
    ).toEqual([
      { family: 'Farrow', given: 'Jean Paul' },
      { family: 'Marlow', given: 'Anna' },
    ])
  })

  test('contributors where there is no creator', () => {
    const contributor = ['DC.Contributor', 'Anna Marlow'] as const
    expect(itemOf(meta([['DC.Title', 'On tides'], contributor])).author).toEqual([
      { family: 'Marlow', given: 'Anna' },
    ])
    expect(
      itemOf(meta([['DC.Title', 'On tides'], contributor, ['DC.Creator', 'W. Farrow']])).author,
    ).toEqual([{ family: 'Farrow', given: 'W.' }])
  })

  test('an article number stands where pages do', () => {
    expect(
      itemOf(
        meta([
          ['citation_title', 'On tides'],
          ['citation_elocation_id', 'e44753'],
        ]),
      ).page,
    ).toBe('e44753')
  })

  test('a range of pages wins over its first page', () => {
    expect(
      itemOf(
        meta([
          ['citation_title', 'On tides'],
          ['citation_firstpage', '1176'],
          ['prism.startingPage', '1176'],
          ['prism.endingPage', '1185'],
        ]),
      ).page,
    ).toBe('1176-1185')
  })

  test('the issue’s month completes its year; the day of going online does not', () => {
    const dated = (tags: readonly (readonly [string, string])[]) =>
      itemOf(meta([['citation_title', 'On tides'], ['citation_date', '2019'], ...tags])).issued
    expect(dated([['citation_publication_date', '2019/05']])).toEqual({
      'date-parts': [[2019, 5]],
    })
    expect(dated([['citation_online_date', '2019/04/30']])).toEqual({ 'date-parts': [[2019]] })
    expect(dated([['citation_publication_date', '2018/12']])).toEqual({ 'date-parts': [[2019]] })
  })

  test('keywords by semicolons, commas without spaces, or one a tag', () => {
    const keywords = (content: string) =>
      itemOf(
        meta([
          ['DC.Title', 'On tides'],
          ['DC.Subject', content],
        ]),
      ).keyword
    expect(keywords('water; thin films; slate')).toBe('water, thin films, slate')
    expect(keywords('water,thin films,slate')).toBe('water, thin films, slate')
    expect(keywords('salt, in water')).toBe('salt, in water')
  })

  test('no markup in a journal’s name, no comma behind a publisher, languages as BCP 47', () => {
    expect(
      itemOf(
        meta([
          ['citation_title', 'On tides'],
          ['citation_journal_title', 'Acta &lt;i&gt;Maritima&lt;/i&gt;'],
          ['citation_publisher', 'Tide Society,'],
          ['citation_language', 'EN'],
        ]),
      ),
    ).toMatchObject({
      'container-title': 'Acta Maritima',
      publisher: 'Tide Society',
      language: 'en',
    })
  })

  test('a repository’s own type', () => {
    expect(
      itemOf(
        meta([
          ['eprints.title', 'On tides'],
          ['eprints.type', 'thesis'],
        ]),
      ).type,
    ).toBe('thesis')
    expect(
      itemOf(
        meta([
          ['DC.Title', 'On tides'],
          ['DC.Type', 'info:eu-repo/semantics/conferenceObject'],
        ]),
      ).type,
    ).toBe('paper-conference')
  })

  test('of two addresses the one that the page calls canonical', () => {
    const tags = meta([
      ['citation_title', 'On tides'],
      ['citation_author', 'Farrow, W.'],
      ['citation_abstract_html_url', 'https://journal.example.org/a/1/summary'],
    ])
    expect(itemOf(tags).URL).toBe('https://journal.example.org/a/1/summary')
    expect(itemOf(`${tags}<link rel="canonical" href="https://journal.example.org/a/1">`).URL).toBe(
      'https://journal.example.org/a/1',
    )
  })
})
