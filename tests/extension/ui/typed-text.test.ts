import { describe, expect, test } from 'vitest'
import { draftSince, editOfDraft } from '../../../extension/ui/draft-fields.ts'
import { readTyped, refusedFields } from '../../../extension/ui/typed-text.ts'
import { capture } from '../support/papers.ts'

describe('a text box', () => {
  test.each([
    ['DOI', 'https://doi.org/10.5555/fault.2', '10.5555/fault.2'],
    ['DOI', ' doi: 10.5555/Fault.2. ', '10.5555/Fault.2'],
    ['DOI', '', ''],
    ['DOI', 'not a doi at all', undefined],
    ['DOI', '10.5555', undefined],
    ['DOI', '10.5555/fault.2 and more', undefined],
    ['PMID', 'PMID: 99000101', '99000101'],
    ['PMID', 'https://pubmed.ncbi.nlm.nih.gov/99000101/', '99000101'],
    ['PMID', 'abc', undefined],
    ['PMCID', 'PMCID: PMC123456', 'PMC123456'],
    ['PMCID', 'abc', undefined],
    ['ISBN', 'ISBN-13: 978-3-16-148410-0', '9783161484100'],
    ['ISBN', '978-3-16-148410-0; 0-306-40615-2', '9783161484100, 0306406152'],
    ['ISBN', '978-3-16-148410-1', undefined],
    ['ISBN', '978-3-16-148410-0 0-306-40615-2', undefined],
    ['ISBN', '978-3-16-148410-0 and more', undefined],
    ['ISSN', 'eISSN 20493630', '2049-3630'],
    ['ISSN', '2434-561x', '2434-561X'],
    ['ISSN', '2049-3631', undefined],
    ['number', 'TR 7', 'TR 7'],
    ['number', 'arXiv:1706.03762v5', 'arXiv:1706.03762'],
    ['number', 'arXiv 17', undefined],
    ['URL', 'https://roofs.example/12', 'https://roofs.example/12'],
    ['URL', 'javascript:alert(1)', undefined],
    ['URL', 'roofs.example/12', undefined],
    ['volume', ' 12b ', '12b'],
  ])('%s takes %s as %s', (field, text, kept) => {
    expect(readTyped(field, text)).toBe(kept)
    expect(refusedFields({ [field]: text })).toEqual(kept === undefined ? [field] : [])
  })

  test('what it cannot keep is no edit, and stays typed', () => {
    const fields = { title: 'Gulls', DOI: 'not a doi at all', URL: 'javascript:alert(1)' }
    expect(editOfDraft(fields, capture)).toEqual({ item: { title: 'Gulls' } })
    expect(draftSince(fields, fields)).toEqual({ DOI: fields.DOI, URL: fields.URL })
    // The same DOI in other words is no change.
    const DOI = `https://doi.org/${capture.item.DOI}`
    expect(editOfDraft({ DOI }, capture)).toEqual({})
    expect(draftSince({ DOI }, { DOI })).toEqual({})
  })

  test('what a record has there already is not refused', () => {
    const item = { ...capture.item, DOI: 'https://somewhere.example/doi' }
    expect(refusedFields({ DOI: 'https://somewhere.example/doi' }, item)).toEqual([])
  })
})
