import { describe, expect, test } from 'vitest'
import { type Evidence, findEvidence } from '../../src/detection/evidence.ts'
import { documentOf } from '../support/page.ts'

const other = 'https://journal.example.org/a/1'
const at = (head: string, isPaperPath = false): Evidence =>
  findEvidence(documentOf('', head, other), new URL(other), () => isPaperPath)
const meta = (name: string, content: string): string => `<meta name="${name}" content="${content}">`
const jsonLd = (value: unknown): string =>
  `<script type="application/ld+json">${JSON.stringify(value)}</script>`

describe('findEvidence', () => {
  test.each([
    [
      'Highwire tags',
      meta('citation_title', 'T') +
        meta('citation_author', 'A') +
        meta('citation_doi', 'doi:10.5555/ABC'),
      ['highwire'],
      ['doi:10.5555/abc'],
    ],
    [
      'a thesis, which has no journal',
      meta('citation_title', 'T') + meta('citation_dissertation_institution', 'U'),
      ['highwire'],
      [],
    ],
    [
      'capitals',
      meta('Citation_Title', 'T') + meta('CITATION_PUBLICATION_DATE', '2020'),
      ['highwire'],
      [],
    ],
    [
      'bepress tags',
      meta('bepress_citation_title', 'T') + meta('bepress_citation_date', '2020'),
      ['highwire'],
      [],
    ],
    [
      'tags that are properties',
      '<meta property="citation_title" content="T"><meta property="citation_year" content="2020">',
      ['highwire'],
      [],
    ],
    ['EPrints tags', meta('eprints.title', 'T'), ['eprints'], []],
    [
      'a Dublin Core DOI',
      meta('DC.Title', 'T') + meta('DC.Identifier', 'doi:10.5555/x.1'),
      ['dublin-core'],
      ['doi:10.5555/x.1'],
    ],
    [
      'a Dublin Core DOI after another number (Taylor & Francis)',
      meta('dc.Title', 'T') +
        meta('dc.Identifier', '788745') +
        meta('dc.Identifier', '10.5555/x.3'),
      ['dublin-core'],
      ['doi:10.5555/x.3'],
    ],
    ['a PRISM DOI', meta('prism.doi', '10.5555/x.2'), ['prism'], ['doi:10.5555/x.2']],
    ['JSON-LD', jsonLd({ '@type': 'ScholarlyArticle' }), ['json-ld'], []],
    [
      'JSON-LD in a graph, of two types',
      jsonLd({ '@graph': [{ '@type': 'WebPage' }, { '@type': ['Report', 'ScholarlyArticle'] }] }),
      ['json-ld'],
      [],
    ],
    [
      'JSON-LD with the vocabulary’s address',
      jsonLd({ '@type': 'http://schema.org/MedicalScholarlyArticle' }),
      ['json-ld'],
      [],
    ],
  ])('sees %s', (_name, head, evidence, identifiers) => {
    expect(at(head)).toEqual({ evidence, identifiers })
  })

  test('an address that is known comes first', () => {
    expect(at(meta('eprints.title', 'T'), true).evidence).toEqual(['path', 'eprints'])
  })

  test('reads identifiers that are in the head', () => {
    expect(at(meta('citation_pmid', '99000101')).identifiers).toEqual(['pmid:99000101'])
    expect(at(meta('ncbi_uidlist', '99000102')).identifiers).toEqual(['pmid:99000102'])
    expect(at(meta('citation_arxiv_id', 'hep-th/9901001v2')).identifiers).toEqual([
      'arxiv:hep-th/9901001',
    ])
    expect(at(meta('ncbi_uidlist', '1,2,3')).identifiers).toEqual([])
  })

  test.each([
    ['a page with nothing', ''],
    ['a title tag alone', meta('citation_title', 'T')],
    [
      'an essay with title and author alone',
      meta('citation_title', 'T') + meta('citation_author', 'A'),
    ],
    [
      'tags that are empty until a script fills them',
      meta('citation_title', ' ') + meta('citation_doi', '') + meta('DC.Title', ''),
    ],
    [
      'a journal’s page, which has no paper’s title',
      meta('citation_journal_title', 'J') + meta('citation_issn', '1234-5678'),
    ],
    ['news in JSON-LD', jsonLd({ '@type': 'NewsArticle' })],
    ['a word in JSON-LD that is no type', jsonLd({ name: 'On the ScholarlyArticle type' })],
    ['a Dublin Core record without a DOI', meta('DC.Title', 'T') + meta('DC.Identifier', '788745')],
  ])('passes %s by', (_name, head) => {
    expect(at(head)).toEqual({ evidence: [], identifiers: [] })
  })

  test('a DOI makes no paper of news', () => {
    const doi = meta('prism.doi', '10.5555/n.1') + meta('dc.title', 'T')
    expect(at(doi).evidence).toEqual(['dublin-core', 'prism'])
    expect(at(doi + meta('dc.type', 'News')).evidence).toEqual([])
    expect(at(doi + meta('prism.section', 'News & Views in brief')).evidence).toEqual([])
    expect(at(doi + meta('dc.type', 'OriginalPaper')).evidence).toEqual(['dublin-core', 'prism'])
  })
})
