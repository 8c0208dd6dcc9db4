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
  ])('suspects a page that names an abstract by %s and links a DOI', (_name, body) => {
    expect(said(body + doi)).toEqual(['section'])
    expect(said(body)).toEqual([])
  })

  test.each([
    ['a link to PubMed', '<a href="/pubmed/99000101">PubMed</a>'],
    ['keywords by their id', '<p id="keywords">tides; seals</p>'],
    ['keywords by their class', '<ul class="list keywords"><li>tides</li></ul>'],
  ])('goes by %s too', (_name, body) => {
    expect(said(`<h2>Abstract</h2>${body}`)).toEqual(['section'])
    expect(said(body)).toEqual([])
  })

  test('passes news that links a DOI, and a specification, by', () => {
    expect(said(`<h1>Tides are rising</h1>${doi}`)).toEqual([])
    expect(said(`<h2>Abstract syntax trees</h2>${doi}`)).toEqual([])
    expect(said('<h2>Abstract</h2><p>This document defines a language.</p>')).toEqual([])
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
