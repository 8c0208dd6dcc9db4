import { expect, test } from 'vitest'
import { pastedIdentifiers } from '../../src/library/search/pasted-identifiers.ts'

test.each([
  ['10.1000/ABC.1', 'doi:10.1000/abc.1'],
  [' doi:10.1000/abc.1 ', 'doi:10.1000/abc.1'],
  ['https://doi.org/10.1000/abc.1', 'doi:10.1000/abc.1'],
  ['PMID: 123456', 'pmid:123456'],
  ['https://pubmed.ncbi.nlm.nih.gov/123456/', 'pmid:123456'],
  ['PMC123456', 'pmcid:PMC123456'],
  ['arXiv:1706.03762v5', 'arxiv:1706.03762'],
  ['1706.03762', 'arxiv:1706.03762'],
  ['https://arxiv.org/abs/1706.03762', 'arxiv:1706.03762'],
])('%s is %s', (text, identifier) => {
  expect(pastedIdentifiers(text)).toEqual([identifier])
})

test.each([
  '',
  'salt',
  '2014',
  '123456',
  '10.5',
  'doi',
  'https://example.org/a',
  'year:2014',
  'pmc',
])('“%s” is none', (text) => {
  expect(pastedIdentifiers(text)).toEqual([])
})
