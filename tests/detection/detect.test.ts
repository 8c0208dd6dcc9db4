import { describe, expect, test } from 'vitest'
import { detect } from '../../src/detection/detect.ts'
import { documentOf } from '../support/page.ts'

const address = new URL('https://journal.example.org/a/1')
const said = (body: string, head = '', at = address): string[] =>
  detect(documentOf(body, head, at.href), at).evidence

const doi = '<p><a href="https://doi.org/10.5555/x.1">10.5555/x.1</a></p>'

describe('detect', () => {
  test.each([
    ['a heading', '<h3> Abstract: </h3><p>Text.</p>'],
    ['an id', '<div id="abstract">Text.</div>'],
    ['a class', '<section class="full abstract">Text.</section>'],
  ])('suspects a page that names an abstract by %s', (_name, body) => {
    expect(said(body)).toEqual(['section'])
  })

  test('passes news, a specification and a list of results by', () => {
    expect(said(`<h1>Tides are rising</h1>${doi}`)).toEqual([])
    expect(said(`<h2>Abstract syntax trees</h2>${doi}`)).toEqual([])
    expect(said('<h2>Abstract</h2><p>A language.</p><h2>Status\n of this Document</h2>')).toEqual(
      [],
    )
    expect(said('<p class="abstract">Text.</p>'.repeat(10))).toEqual([])
  })

  test('goes by the head first, then by the address, then by the section', () => {
    const known = new URL('https://www.scopus.com/record/display.uri')
    const body = `<h2>Abstract</h2>${doi}`
    expect(said(body, '<meta name="eprints.title" content="T">', known)).toEqual(['eprints'])
    expect(said(body, '', known)).toEqual(['path'])
    expect(said(body)).toEqual(['section'])
  })

  test('tells identifiers that it saw, whatever it suspects', () => {
    const head = '<meta name="citation_doi" content="10.5555/X.1">'
    expect(detect(documentOf('', head), address)).toEqual({
      evidence: [],
      identifiers: ['doi:10.5555/x.1'],
    })
  })
})
