import { describe, expect, test } from 'vitest'
import { readDateText } from '../../../extension/ui/date-text.ts'
import {
  draftOfEdit,
  draftSince,
  draftTakenBack,
  draftWith,
  editOfCandidate,
  editOfDraft,
} from '../../../extension/ui/draft-fields.ts'
import { editPaper, isBack, putBack } from '../../../extension/ui/edit-paper.ts'
import { formFields, textOfField } from '../../../extension/ui/form-fields.ts'
import { fieldsOfRows, formRows } from '../../../extension/ui/section-rows.ts'
import { candidateText } from '../../../src/item/field-source.ts'
import { dateVariables, nameVariables, textVariables } from '../../../src/item/item.ts'
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

  test('every field of an item has a box, but the abstract, which has one for each section', () => {
    const variables = ['type', ...textVariables, ...nameVariables, ...dateVariables]
    expect([...formFields, 'abstract'].sort()).toEqual(variables.sort())
  })

  test('sets what is behind “More fields”, each in its kind, with the reader for its source', () => {
    const fields = {
      type: 'chapter',
      editor: 'Sol, Mar\nRoof Society',
      publisher: ' Roof Press ',
      'publisher-place': 'Kiel',
      'collection-title': 'Roof Studies',
      'event-title': 'Roof Days',
      edition: '2',
      number: 'TR 7',
      PMCID: 'PMCID: PMC123456',
      ISBN: '978-3-16-148410-0',
      ISSN: '20493630, 0378-5955',
      language: 'en',
      keyword: 'roofs, gulls',
      accessed: '2026-11-24',
    }
    const edit = editOfDraft(fields, capture)
    expect(edit.item).toEqual({
      ...fields,
      editor: [{ family: 'Sol', given: 'Mar' }, { literal: 'Roof Society' }],
      publisher: 'Roof Press',
      PMCID: 'PMC123456',
      ISBN: '9783161484100',
      ISSN: '2049-3630, 0378-5955',
      accessed: { 'date-parts': [[2026, 11, 24]] },
    })
    const edited = editPaper(capture, edit)
    expect(edited.item).toMatchObject({ type: 'chapter', edition: '2' })
    expect(edited.source.fields.type).toEqual({
      source: 'reader',
      others: [{ value: 'article-journal', source: 'page' }],
    })
    expect(edited.source.fields.editor?.source).toBe('reader')
    expect(editOfDraft({ editor: '', type: 'tome' }, edited)).toEqual({ item: { editor: null } })
  })

  test('a number of arXiv’s has its archive with it, unless another is there', () => {
    const number = 'https://arxiv.org/abs/1706.03762'
    expect(editOfDraft({ number: 'arxiv 1706.03762' }, capture).item).toEqual({
      number: 'arXiv:1706.03762',
      archive: 'arXiv',
    })
    expect(editOfDraft({ number: 'arXiv:1706.03762', archive: 'Own' }, capture).item).toEqual({
      number: 'arXiv:1706.03762',
      archive: 'Own',
    })
    expect(editOfDraft({ number }, capture).item).toEqual({ number })
  })

  test('takes the draft’s sections for the paper’s, but those without text', () => {
    const fields = fieldsOfRows([
      { label: 'BACKGROUND', text: ' ' },
      { label: 'FINDINGS:', text: 'We counted 40.' },
      { label: 'NOTE', text: 'More.' },
    ])
    expect(editOfDraft(fields, capture).sections).toEqual([
      { label: 'FINDINGS', text: 'We counted 40.' },
      { label: 'NOTE', text: 'More.' },
    ])
  })

  test('an index means a row of the form, however many sections the paper has by now', () => {
    const rows = [
      { label: 'BACKGROUND', text: '' },
      { label: 'RESULTS', text: 'We counted 41.' },
    ]
    const paper = { ...capture, sections: [{ label: 'RESULTS', text: 'We counted 40.' }] }
    expect(editOfDraft(fieldsOfRows(rows), paper)).toEqual({
      sections: [{ label: 'RESULTS', text: 'We counted 41.' }],
    })
    const first = { label: 'BACKGROUND', text: 'Gulls.' }
    expect(editOfDraft(fieldsOfRows(rows.with(0, first)), paper)).toEqual({
      sections: [first, rows[1]],
    })
  })

  test('half a tag is no tag before what it was typed in has closed', () => {
    const fields = { tag: 'sea ice, har', note: 'x' }
    expect(editOfDraft(fields, capture)).toEqual({ note: 'x' })
    expect(editOfDraft(fields, capture, { closed: true })).toEqual({
      note: 'x',
      addTags: ['sea ice', 'har'],
    })
    expect(editOfDraft({ tag: ' , ' }, capture, { closed: true })).toEqual({})
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
    const swap = editOfCandidate('title', { value: 'Counting gulls' }) ?? {}
    const swapped = editPaper(capture, swap)
    expect(swapped.item.title).toBe('Counting gulls')
    expect(swapped.source.fields.title).toEqual({
      source: 'og:title',
      others: [{ value: 'Counting <i>Larus</i> on slate roofs', source: 'citation_title' }],
    })
    const back = editPaper(
      swapped,
      editOfCandidate('title', { value: candidateText(capture.item, 'title') }) ?? {},
    )
    expect(back).toEqual(capture)
  })

  test('takes a structured abstract back with its sections, from the draft that a button makes too', () => {
    const typed = editPaper(capture, { sections: [{ text: 'We counted them all.' }] })
    const [former] = typed.source.fields.abstract?.others ?? []
    if (!former) throw new Error('the former abstract is a candidate')
    const swap = editOfCandidate('abstract', former) ?? {}
    const { removed: _, ...sourced } = editPaper(typed, swap).source
    expect(editPaper(typed, swap).sections).toEqual(capture.sections)
    expect(sourced.fields.abstract).toEqual({
      source: 'section#abstract',
      others: [{ value: 'We counted them all.', source: 'reader' }],
    })
    const drafted = editOfDraft(draftOfEdit(swap, editPaper(typed, swap)), typed)
    expect(drafted.sections).toEqual(capture.sections)
  })

  test('what was put right is no doubt any more', () => {
    const whole = editPaper(capture, { sections: [{ text: 'We counted them all.' }] })
    expect(capture.source.doubts).toEqual(['abstract-cut-off'])
    expect(whole.source.doubts).toEqual([])
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
    expect(editOfCandidate('publicationTypes', { value: 'Review' })).toBeUndefined()
    expect(editOfCandidate('type', { value: 'tome' })).toBeUndefined()
    expect(editOfCandidate('issued', { value: ' ' })).toBeUndefined()
  })
})

describe('a draft', () => {
  const rows = (...texts: string[]) => fieldsOfRows(texts.map((text) => ({ label: '', text })))

  test('takes sections as a whole, and forgets an emptied tag box', () => {
    const before = { note: 'x', tag: 'ha', ...rows('a', 'b') }
    expect(draftWith(before, rows('c'))).toEqual({ note: 'x', tag: 'ha', ...rows('c') })
    expect(draftWith(before, { tag: '' })).toEqual({ note: 'x', ...rows('a', 'b') })
  })

  test('after a commit is what was typed since, all sections where one was, and the tag box’s text', () => {
    const sent = { note: 'x', tag: 'ha', ...rows('a', 'b') }
    expect(draftSince(sent, sent)).toEqual({ tag: 'ha' })
    expect(draftSince({ ...sent, ...rows('a', 'bc') }, sent)).toEqual({
      tag: 'ha',
      ...rows('a', 'bc'),
    })
  })

  test('holds what a button took or put back, and is as it was once that is taken back', () => {
    const before = { title: 'Typed', volume: '9', ...rows('a', 'b') }
    const edit = {
      item: { title: 'Taken', publisher: 'Roof Press' },
      sections: [{ text: 'c' }],
    }
    const made = draftOfEdit(edit, editPaper(capture, edit))
    expect(made).toEqual({ title: 'Taken', publisher: 'Roof Press', ...rows('c') })
    const now = draftWith(before, made)
    expect(now).toEqual({ title: 'Taken', volume: '9', publisher: 'Roof Press', ...rows('c') })
    expect(editOfDraft(now, capture).item).toMatchObject({ publisher: 'Roof Press' })
    expect(draftTakenBack(now, made, before)).toEqual({ fields: before, kept: 0 })
    expect(draftTakenBack(made, made, {})).toEqual({ fields: {}, kept: 0 })
    const since = { ...now, title: 'Since', ...rows('c', 'd') }
    expect(draftTakenBack(since, made, before)).toEqual({
      fields: { title: 'Since', volume: '9', ...rows('c', 'd') },
      kept: 2,
    })
  })

  test('of an edit that a button made is that edit again', () => {
    for (const [field, value] of [
      ['author', 'Aya Ito; Jan van der Berg'],
      ['editor', 'Aya Ito; Roof Society'],
      ['type', 'book'],
      ['edition', '2'],
      ['accessed', '2026-11-24'],
      ['issued', '2017-05/2017-06'],
      ['ISSN', '2049-3630'],
      ['abstract', 'Other words.'],
    ] as const) {
      const edit = editOfCandidate(field, { value }, capture.item) ?? {}
      const edited = editPaper(capture, edit)
      const again = editPaper(capture, editOfDraft(draftOfEdit(edit, edited), capture))
      expect(again).toEqual(edited)
    }
  })
})

describe('the form’s rows', () => {
  const sections = [{ label: 'A', text: 'a' }, { text: 'b' }]
  const shown = [
    { label: 'A', text: 'a' },
    { label: '', text: 'b' },
  ]

  test('are the paper’s sections, or one to fill', () => {
    expect(formRows({}, sections)).toEqual(shown)
    expect(formRows({}, [])).toEqual([{ label: '', text: '' }])
  })

  test('stay in their places once the record has dropped the emptied ones', () => {
    const emptied = shown.with(0, { label: 'A', text: '' })
    expect(formRows({}, [{ text: 'b' }], emptied)).toEqual(emptied)
    expect(formRows({}, [{ label: 'New', text: 'n' }], emptied)).toEqual([
      emptied[0],
      { label: 'New', text: 'n' },
    ])
  })

  test('are the paper’s anew where these do not fit any more', () => {
    expect(formRows({}, sections, [{ label: '', text: 'old' }])).toEqual(shown)
  })
})
