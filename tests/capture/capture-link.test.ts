import { describe, expect, test } from 'vitest'
import { captureLink } from '../../src/capture/capture-link.ts'
import { now } from '../support/fixtures.ts'

describe('captureLink', () => {
  test.each([
    ['https://doi.org/10.5555/abc.1', { DOI: '10.5555/abc.1' }],
    ['https://pubs.example.org/doi/full/10.5555/abc.2', { DOI: '10.5555/abc.2' }],
    ['https://pubmed.ncbi.nlm.nih.gov/99000202/', { PMID: '99000202' }],
    ['https://arxiv.org/pdf/2101.01234v2', { number: 'arXiv:2101.01234', archive: 'arXiv' }],
    ['https://www.ncbi.nlm.nih.gov/pmc/articles/PMC9900020/', { PMCID: 'PMC9900020' }],
  ])('%s says what paper it leads to', (link, expected) => {
    const captured = captureLink(link, '  On\n tides ', now)
    expect(captured?.item).toMatchObject({ ...expected, title: 'On tides' })
    expect(captured?.source.doubts).toEqual(['saved-from-link', 'no-abstract'])
  })

  test.each([
    ['https://doi.org/10.5555/abc.1', 'DOI 10.5555/abc.1'],
    ['https://pubmed.ncbi.nlm.nih.gov/99000202/', 'PMID 99000202'],
    ['https://arxiv.org/pdf/2101.01234v2', 'arXiv:2101.01234'],
    ['https://www.ncbi.nlm.nih.gov/pmc/articles/PMC9900020/', 'PMC9900020'],
    ['https://www.example.org/papers/On%20tides.html', 'example.org/papers/On tides.html'],
    ['https://example.org/article.php?id=2', 'example.org/article.php?id=2'],
    ['https://example.org/100%', 'example.org/100%'],
    ['https://example.org/', 'example.org'],
  ])('%s stands for the title of a link without words', (link, title) => {
    const captured = captureLink(link, ' \n', now)
    expect(captured?.item.title).toBe(title)
    // As a link's words do, it gives way to the page's title.
    expect(captured?.source.fields.title?.source).toBe('link')
    expect(captured?.source.doubts).toContain('no-title')
  })

  test.each(['javascript:alert(1)', 'data:text/html,x', 'mailto:a@example.org', 'nonsense'])(
    '%s leads to no paper',
    (link) => {
      expect(captureLink(link, 'x', now)).toBeUndefined()
    },
  )

  test('takes no more of a link’s words than a title has', () => {
    const captured = captureLink('https://doi.org/10.5555/abc.1', 'tide '.repeat(1_000), now)
    expect(captured?.item.title?.length).toBeLessThanOrEqual(500)
  })
})
