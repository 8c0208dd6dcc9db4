import { describe, expect, test } from 'vitest'
import { beginsWithLabel, recordField } from '../../src/capture/record-label.ts'
import { captureOf } from '../support/page.ts'

const own =
  'Slates were measured on the coast for forty years, and a third of them failed before their time. We weighed 1,204 slates each spring and fitted a model of wind, salt and frost to their losses. A builder who knows the wind can tell how long a roof will last.'
const title = 'Salt on slate roofs'
const maeve = { family: 'Roe', given: 'Maeve' }

const row = (...cells: string[]): string =>
  `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`

describe('a page that shows its paper as a catalogue’s record', () => {
  test.each([
    [
      'the full view of a DSpace',
      `<h1>Full metadata record</h1><table>${row('dc.contributor.advisor', 'Doe, John', 'en_US')}${row('dc.contributor.author', 'Roe, Maeve', 'en_US')}${row('dc.date.issued', '2014-03', 'en_US')}${row('dc.description.abstract', own, 'en_US')}${row('dc.title', title, 'en_US')}</table>`,
    ],
    [
      'a table in another language, with labels that nobody knows',
      `<h1>Dettaglio Tesi</h1><table>${row('Autore', 'Maeve Roe')}${row('Sesso', 'F')}${row('Esperimento', 'Ardesia')}${row('Titolo', title)}${row('Anno', '2014')}${row('Abstract', own)}</table>`,
    ],
    [
      'a list of definitions, with roles',
      `<h1>${title}</h1><dl><dt>Title</dt><dd>${title}</dd><dt>Contributors</dt><dd>Roe, Maeve (creator)</dd><dd>Doe, John (advisor)</dd><dd>University of Roofs (sponsor)</dd><dt>Copyright Date</dt><dd>2014</dd><dt>Abstract</dt><dd>${own}</dd></dl>`,
    ],
    [
      'headings over values, and the people behind the title',
      `<h1>Bibliographic Metadata</h1><h4>Title</h4><p>${title} / by Maeve Roe, M.Sc.</p><h4>Author</h4><p>Roe, Maeve</p><h4>Year</h4><p>2014</p><h4>Abstract</h4><p>${own}</p><h4>Language</h4><p>English</p>`,
    ],
    [
      'lines with labels in bold',
      `<h1>Record</h1><p><b>Title:</b> ${title}</p><p><b>Author(s):</b> Roe, Maeve</p><p><b>Year:</b> 2014</p><p><b>Abstract:</b> ${own}</p><p><b>Language:</b> English</p>`,
    ],
  ])('%s', (_, body) => {
    const { kind, reason, item } = captureOf(body, '<title>Repository</title>')
    expect([kind, reason]).toEqual(['abstract', 'record'])
    expect(item).toMatchObject({ title, author: [maeve], abstract: own })
    expect(item.issued?.['date-parts']?.[0]?.[0]).toBe(2014)
  })

  test('gives its DOI too', () => {
    const body = `<dl><dt>Title</dt><dd>${title}</dd><dt>Author</dt><dd>Roe, Maeve</dd><dt>DOI</dt><dd>https://doi.org/10.5555/salt.1</dd><dt>Abstract</dt><dd>${own}</dd></dl>`
    expect(captureOf(body).item.DOI).toBe('10.5555/salt.1')
  })

  test('is not a paper whose author and abstract have labels alone', () => {
    const body = `<h1>${title}</h1><dl><dt>Author</dt><dd>Roe, Maeve</dd><dt>Abstract</dt><dd>${own}</dd></dl>`
    expect(captureOf(body).reason).not.toBe('record')
  })

  test.each([
    ['a menu', '<ul><li>Title</li><li>Authors</li><li>Issue Date</li><li>Subject</li></ul>'],
    [
      'a form to search with',
      '<dl><dt>Title</dt><dt>Author</dt><dt>Year</dt><dt>Language</dt></dl>',
    ],
  ])('is not %s', (_, body) => {
    const { kind, item } = captureOf(`${body}<h2>Roofs of the coast</h2><p>${own}</p>`)
    expect([kind, item.author]).toEqual(['not-paper', undefined])
  })
})

describe('labels of a record', () => {
  test.each([
    ['Title:', 'title'],
    ['AUTHOR(S)', 'author'],
    ['Titel (Englisch)', 'title'],
    ['dc.date.issued', 'date'],
    ['作者', 'author'],
    ['Keywords', 'other'],
    ['Titled land', undefined],
    ['constructor', undefined],
  ])('%s is %s', (label, field) => expect(recordField(label)).toBe(field))

  test('begin a line', () => {
    expect(beginsWithLabel('Date issued: 2014')).toBe(true)
    expect(beginsWithLabel('Author(s) Maeve Roe')).toBe(true)
    expect(beginsWithLabel('Slates were measured')).toBe(false)
  })
})
