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
