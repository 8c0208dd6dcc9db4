import { describe, expect, test } from 'vitest'
import { type Evidence, findEvidence } from '../../src/detection/evidence.ts'
import { isPaperPath } from '../../src/detection/paths.ts'
import { documentOf } from '../support/page.ts'

const at = (url: string, head = '', body = ''): Evidence =>
  findEvidence(documentOf(body, head, url), new URL(url), isPaperPath)
const other = 'https://journal.example.org/a/1'
const meta = (name: string, content: string): string => `<meta name="${name}" content="${content}">`

describe('findEvidence', () => {
  test.each([
    ['a portal’s path', 'https://read.qxmd.com/read/99000101/x', '', ['path'], ['pmid:99000101']],
    [
      'Highwire tags',
      other,
      meta('citation_title', 'T') +
        meta('citation_author', 'A') +
        meta('citation_doi', 'doi:10.5555/ABC'),
      ['highwire'],
      ['doi:10.5555/abc'],
    ],
    [
      'bepress tags',
      other,
      meta('bepress_citation_title', 'T') + meta('bepress_citation_author', 'A'),
      ['highwire'],
      [],
    ],
    ['EPrints tags', other, meta('eprints.title', 'T'), ['eprints'], []],
    [
      'a Dublin Core DOI',
      other,
      meta('DC.Title', 'T') + meta('DC.Identifier', 'doi:10.5555/x.1'),
      ['dublin-core'],
      ['doi:10.5555/x.1'],
    ],
    ['a PRISM DOI', other, meta('prism.doi', '10.5555/x.2'), ['prism'], ['doi:10.5555/x.2']],
    [
      'JSON-LD',
      other,
      '<script type="application/ld+json">{"@type":"ScholarlyArticle"}</script>',
      ['json-ld'],
      [],
    ],
    [
      'an arXiv number without its version',
      'https://arxiv.org/abs/2101.01234v2',
      meta('citation_arxiv_id', '2101.01234v2'),
      ['path'],
      ['arxiv:2101.01234'],
    ],
  ])('sees %s', (_name, url, head, evidence, identifiers) => {
    expect(at(url, head)).toEqual({ evidence, identifiers })
  })

  test.each([
    ['a page with nothing', other, ''],
    ['a portal’s list', 'https://arxiv.org/list/cs.CL/recent', ''],
    ['a title tag alone', other, meta('citation_title', 'T')],
    [
      'news in JSON-LD',
      other,
      '<script type="application/ld+json">{"@type":"NewsArticle"}</script>',
    ],
    ['a number in the path of another site', 'https://shop.example.org/12345/', ''],
  ])('passes %s by', (_name, url, head) => {
    expect(at(url, head)).toEqual({ evidence: [], identifiers: [] })
  })
})
