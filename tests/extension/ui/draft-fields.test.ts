import { describe, expect, test } from 'vitest'
import { readDateText } from '../../../extension/ui/date-text.ts'
import { editOfCandidate, editOfDraft, textOfField } from '../../../extension/ui/draft-fields.ts'
import { editPaper, isBack, putBack } from '../../../extension/ui/edit-paper.ts'
import { candidateText } from '../../../src/item/field-source.ts'
import { capture } from '../support/papers.ts'

describe('editOfDraft', () => {
  test('is empty where the boxes hold what the paper has', () => {
    const fields = {
      title: textOfField(capture.item, 'title'),
      author: textOfField(capture.item, 'author'),
      issued: textOfField(capture.item, 'issued'),
    }
    expect(editOfDraft(fields, capture)).toEqual({})
  })

  test('sets and clears, and keeps the parts of names that were not touched', () => {
    const fields = {
      title: ' Gulls ',
      volume: '',
      author: 'van der Berg, Jan\nMarsh Study Group\n\n',
      issued: '2016-02',
    }
    expect(editOfDraft(fields, capture)).toEqual({
      item: {
        title: 'Gulls',
        volume: null,
        author: [
          { family: 'Berg', given: 'Jan', 'non-dropping-particle': 'van der' },
          { literal: 'Marsh Study Group' },
        ],
        issued: { 'date-parts': [[2016, 2]] },
      },
    })
  })

  test('a name that was not touched stays as it was, even one that would be read otherwise', () => {
    const author = [{ literal: 'Roofs, Gulls and Weather' }, { family: 'Ito', given: 'Aya' }]
    const paper = { ...capture, item: { ...capture.item, author } }
    const edit = editOfDraft({ author: 'Roofs, Gulls and Weather\nIto, Ayako' }, paper)
    expect(edit.item?.author).toEqual([author[0], { family: 'Ito', given: 'Ayako' }])
  })

  test('takes sections over the paper’s, adds one, and drops those without text', () => {
    const fields = {
      'section.0.text': '',
      'section.1.label': 'FINDINGS:',
      'section.2.label': 'NOTE',
      'section.2.text': 'More.',
    }
    expect(editOfDraft(fields, capture).sections).toEqual([
      { label: 'FINDINGS', text: 'We counted 40.' },
      { label: 'NOTE', text: 'More.' },
    ])
  })

  test('an emptied note is cleared', () => {
    expect(editOfDraft({ note: '  ' }, capture)).toEqual({ note: null })
  })
})

test.each([
  ['2015', { 'date-parts': [[2015]] }],
  ['2015-09', { 'date-parts': [[2015, 9]] }],
  ['2015-09-01', { 'date-parts': [[2015, 9, 1]] }],
  ['2015/2016', { 'date-parts': [[2015], [2016]] }],
  ['14 March 2021', { 'date-parts': [[2021, 3, 14]] }],
  ['March 2021', { 'date-parts': [[2021, 3]] }],
  ['Spring 2020', { literal: 'Spring 2020' }],
  ['2015-13', { literal: '2015-13' }],
  ['soon', { literal: 'soon' }],
  ['  ', undefined],
])('a typed date: %s', (text, date) => {
  expect(readDateText(text)).toEqual(date)
})

describe('a paper that is not saved yet', () => {
  test('takes a candidate’s value with its source, and keeps the former value as a candidate', () => {
    const swap = editOfCandidate('title', 'Counting gulls') ?? {}
    const swapped = editPaper(capture, swap)
    expect(swapped.item.title).toBe('Counting gulls')
    expect(swapped.source.fields.title).toEqual({
      source: 'og:title',
      others: [{ value: 'Counting <i>Larus</i> on slate roofs', source: 'citation_title' }],
    })
    const back = editPaper(
      swapped,
      editOfCandidate('title', candidateText(capture.item, 'title')) ?? {},
    )
    expect(back).toEqual(capture)
  })

  test('what was typed has the reader for its source; the rest is untouched', () => {
    const edited = editPaper(capture, { item: { title: 'Gulls', volume: null } })
    expect(edited.source.fields.title?.source).toBe('reader')
    expect(edited.item.volume).toBeUndefined()
    expect(edited.source.fields.abstract).toEqual(capture.source.fields.abstract)
  })

  test('a line that is put back ends the abstract, in its text and in CSL’s abstract', () => {
    const [removed] = capture.source.removed
    if (!removed) throw new Error('the paper has a removed line')
    const edited = editPaper(capture, { sections: putBack(capture.sections, removed) })
    expect(edited.item.abstract).toMatch(/Get the app\.$/)
    expect(isBack(edited.sections, removed)).toBe(true)
    expect(isBack(capture.sections, removed)).toBe(false)
  })

  test('what has no box or is no value is not taken', () => {
    expect(editOfCandidate('publicationTypes', 'Review')).toBeUndefined()
    expect(editOfCandidate('type', 'book')).toBeUndefined()
    expect(editOfCandidate('issued', ' ')).toBeUndefined()
  })
})
