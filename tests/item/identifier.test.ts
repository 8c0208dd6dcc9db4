import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  arxivOf,
  canonicalUrl,
  cleanArxiv,
  cleanDoi,
  cleanIsbn,
  cleanIssn,
  cleanPmcid,
  cleanPmid,
  identifiersOf,
  strongestIdentifier,
} from '../../src/item/identifier.ts'
import { growsLinearly, repeated, untilMeasured } from '../support/grows.ts'

describe('cleanDoi', () => {
  it.each([
    ['10.1000/Abc', '10.1000/Abc'],
    ['doi:10.1000/abc', '10.1000/abc'],
    ['DOI: 10.1000/abc.', '10.1000/abc'],
    ['doi 10.1000/abc', '10.1000/abc'],
    ['info:doi/10.1000/abc', '10.1000/abc'],
    ['https://doi.org/10.1000/abc?utm_source=x#y', '10.1000/abc'],
    ['http://dx.doi.org/10.1000%2Fabc', '10.1000/abc'],
    ['doi.org/10.1000/abc', '10.1000/abc'],
    ['https://doi-org.proxy.example.edu/10.1000/abc', '10.1000/abc'],
    ['https://doi.org/doi:10.1000/abc', '10.1000/abc'],
    ['\u00a0doi:\u00a010.1000/abc\u00a0', '10.1000/abc'],
    ['(doi: 10.1000/abc).', '10.1000/abc'],
    ['10.1000/abc(12)', '10.1000/abc(12)'],
    ['10.1000/abc)', '10.1000/abc'],
    ['10.1000/abc, 2019', '10.1000/abc'],
    ['10.1000/abc”', '10.1000/abc'],
    [
      '10.1002/(SICI)1097-4571(199806)49:8&lt;693::AID-ASI4&gt;3.0.CO;2-O',
      '10.1002/(SICI)1097-4571(199806)49:8<693::AID-ASI4>3.0.CO;2-O',
    ],
    [
      '10.1002/(SICI)1097-4571(199806)49:8%3C693::AID%3E3.0.CO;2-O',
      '10.1002/(SICI)1097-4571(199806)49:8<693::AID>3.0.CO;2-O',
    ],
    ['10.1000.10/123', '10.1000.10/123'],
    ['10.1000/a%b', '10.1000/a%b'],
  ])('%s', (text, expected) => {
    expect(cleanDoi(text)).toBe(expected)
  })
  it.each([
    '',
    '10.1000',
    '10.1000/',
    '10.1000/ abc',
    '10.12/abc',
    '11.1000/abc',
    'https://example.org/10.1000/abc',
    'https://doi.org/',
    'doi:abc',
    '10.1000/...',
    `10.1000/${'a'.repeat(3000)}`,
  ])('refuses %s', (text) => {
    expect(cleanDoi(text)).toBeUndefined()
  })
  it('gives the same for its own result', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }), (tail) => {
        const doi = cleanDoi(`10.1000/${tail}`)
        if (doi !== undefined) expect(cleanDoi(doi.replaceAll('%', '%25'))).toBe(doi)
      }),
    )
  })
  it.each([')', '%', '10.1000/', 'doi:', '<', '.'])(
    'reads %s over and over in linear time',
    untilMeasured,
    (unit) => growsLinearly(repeated(unit), (text) => cleanDoi(`10.1000/a${text}`), 2_000),
  )
})

describe('PubMed ids', () => {
  it.each([
    ['12345678', '12345678'],
    ['PMID: 12345678', '12345678'],
    ['pmid:0123', '123'],
    ['https://pubmed.ncbi.nlm.nih.gov/12345678/?from=x', '12345678'],
    ['http://www.ncbi.nlm.nih.gov/pubmed/12345678', '12345678'],
    ['1234567890', undefined],
    ['0', undefined],
    ['PMC123', undefined],
    ['https://example.org/12345678', undefined],
  ])('PMID %s', (text, expected) => {
    expect(cleanPmid(text)).toBe(expected)
  })
  it.each([
    ['PMC123', 'PMC123'],
    ['PMCID: PMC0123.2', 'PMC123'],
    ['pmc123', 'PMC123'],
    ['123', 'PMC123'],
    ['https://pmc.ncbi.nlm.nih.gov/articles/PMC123/', 'PMC123'],
    ['https://www.ncbi.nlm.nih.gov/pmc/articles/PMC123/#s2', 'PMC123'],
    ['PMC', undefined],
    ['abc', undefined],
  ])('PMCID %s', (text, expected) => {
    expect(cleanPmcid(text)).toBe(expected)
  })
})

describe('cleanArxiv', () => {
  it.each([
    ['1706.03762', '1706.03762', undefined],
    ['arXiv:1706.03762v5 [cs.CL]', '1706.03762', 5],
    ['0704.0001', '0704.0001', undefined],
    ['https://arxiv.org/abs/1706.03762v5', '1706.03762', 5],
    ['http://export.arxiv.org/pdf/1706.03762v2.pdf', '1706.03762', 2],
    ['https://doi.org/10.48550/arXiv.1706.03762', '1706.03762', undefined],
    ['10.48550/ARXIV.1706.03762', '1706.03762', undefined],
    ['hep-th/9901001', 'hep-th/9901001', undefined],
    ['arXiv:Hep-Th/9901001v3', 'hep-th/9901001', 3],
    ['math.GT/0309136', 'math/0309136', undefined],
    ['https://arxiv.org/abs/math/0309136?context=x', 'math/0309136', undefined],
  ])('%s', (text, id, version) => {
    expect(cleanArxiv(text)).toEqual(version === undefined ? { id } : { id, version })
  })
  it.each([
    '',
    '1713.03762',
    '1706.037',
    '1706.0376212',
    'foo/9901001',
    '10.1000/1706.03762',
    'https://example.org/abs/1706.03762',
  ])('refuses %s', (text) => {
    expect(cleanArxiv(text)).toBeUndefined()
  })
})

describe('ISBN and ISSN', () => {
  it.each([
    ['978-0-306-40615-7', '9780306406157'],
    ['ISBN 0-306-40615-2', '0306406152'],
    ['080442957x', '080442957X'],
    ['978-0-306-40615-8 (wrong), 978-0-306-40615-7', '9780306406157'],
    ['978-0-306-40615-8', undefined],
    ['0306406153', undefined],
  ])('ISBN %s', (text, expected) => {
    expect(cleanIsbn(text)).toBe(expected)
  })
  it.each([
    ['0378-5955', '0378-5955'],
    ['ISSN: 2434-561x', '2434-561X'],
    ['03785955', '0378-5955'],
    ['0378-5954', undefined],
    ['1234-56789', undefined],
  ])('ISSN %s', (text, expected) => {
    expect(cleanIssn(text)).toBe(expected)
  })
})

describe('canonicalUrl', () => {
  it.each([
    [
      'https://User:pw@Journal.Example.ORG:443/a/B?utm_source=x&id=1&gclid=2#top',
      'https://journal.example.org/a/B?id=1',
    ],
    ['https://example.org/a?fbclid=1', 'https://example.org/a'],
    ['https://example.org./a;jsessionid=AB12?q=a%20b&mc_cid=1', 'https://example.org/a?q=a%20b'],
    ['https://example.org/a?q=utm_source', 'https://example.org/a?q=utm_source'],
    ['javascript:alert(1)', undefined],
    ['file:///tmp/a.html', undefined],
    ['chrome://settings', undefined],
    ['/a', undefined],
    ['', undefined],
  ])('%s', (url, expected) => {
    expect(canonicalUrl(url)).toBe(expected)
  })
  it.each([
    [
      'the same page without what tells it from others',
      'https://example.org/article.php?id=2',
      'https://example.org/article.php',
      'https://example.org/article.php?id=2',
    ],
    [
      'same site',
      'https://example.org/a?utm_source=x',
      'https://www.example.org/a',
      'https://www.example.org/a',
    ],
    [
      'cleaned as well',
      'https://example.org/a',
      'https://example.org/b?utm_medium=m#c',
      'https://example.org/b',
    ],
    ['another site', 'https://example.org/a', 'https://example.net/a', 'https://example.org/a'],
    [
      'another site under ac.uk',
      'https://one.ac.uk/a',
      'https://two.ac.uk/a',
      'https://one.ac.uk/a',
    ],
    ['the home page', 'https://example.org/a', 'https://example.org/', 'https://example.org/a'],
    [
      'the home page of the home page',
      'https://example.org/',
      'https://www.example.org/',
      'https://www.example.org/',
    ],
    ['relative', 'https://example.org/a', '/b', 'https://example.org/a'],
    [
      'no web address',
      'https://example.org/a',
      'javascript://example.org/%0aalert(1)',
      'https://example.org/a',
    ],
    ['another IP address', 'http://10.0.0.1/a', 'http://10.9.0.1/b', 'http://10.0.0.1/a'],
  ])('canonical link: %s', (_why, url, link, expected) => {
    expect(canonicalUrl(url, link)).toBe(expected)
  })
})

describe('identifiersOf', () => {
  it('gives each in normal form, strongest first, the address last', () => {
    const item = {
      type: 'article-journal',
      DOI: 'https://doi.org/10.1000/ABC',
      PMID: 'PMID: 123',
      PMCID: '45',
      number: 'arXiv:Hep-th/9901001v2',
      archive: 'arXiv',
    } as const
    const found = identifiersOf(item, 'https://example.org/a#b')
    expect(found).toEqual([
      'doi:10.1000/abc',
      'pmid:123',
      'pmcid:PMC45',
      'arxiv:hep-th/9901001',
      'url:https://example.org/a',
    ])
    expect(strongestIdentifier(found.toReversed())).toBe('doi:10.1000/abc')
    expect(strongestIdentifier(['url:https://example.org/a'])).toBeUndefined()
  })
  it('makes one paper of an arXiv paper with and without the DOI that arXiv gives', () => {
    const bare = identifiersOf({ type: 'article', number: 'arXiv:1706.03762', archive: 'arXiv' })
    expect(bare).toEqual(['arxiv:1706.03762'])
    expect(identifiersOf({ type: 'article', DOI: '10.48550/arXiv.1706.03762' })).toEqual(bare)
    expect(identifiersOf({ type: 'article', URL: 'https://arxiv.org/abs/1706.03762v3' })).toEqual(
      bare,
    )
  })
  it('takes a report number for no arXiv id', () => {
    expect(arxivOf({ type: 'report', number: '1706.03762' })).toBeUndefined()
    expect(identifiersOf({ type: 'report', DOI: 'soon', PMID: 'x', number: '1706.03762' })).toEqual(
      [],
    )
  })
})
