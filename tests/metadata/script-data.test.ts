import { describe, expect, test } from 'vitest'
import type { Item } from '../../src/item/item.ts'
import { captureOf } from '../support/page.ts'

const title = 'Collecting salt from slate roofs with an electrostatic precipitator'
const itemOf = (script: string, windowTitle = `${title} | Roof Journals | Slates Online`): Item =>
  captureOf('<div id="root"></div>', `<title>${windowTitle}</title>${script}`).item

const ieee = {
  userInfo: { institute: true, title: 'Member' },
  authors: [
    { name: 'Maeve Halloran', firstName: 'Maeve', lastName: 'Halloran', affiliation: ['Roofs'] },
    { name: 'P. van der Berg', firstName: 'P.', lastName: 'van der Berg' },
  ],
  issn: [
    { format: 'Print ISSN', value: '2049-3630' },
    { format: 'Electronic ISSN', value: '2049-3649' },
  ],
  keywords: [
    { type: 'IEEE Keywords', kwd: ['Roofs'] },
    { type: 'Author Keywords', kwd: ['salt', 'slate'] },
  ],
  title,
  publicationTitle: 'IEEE Transactions on Invented Roofs',
  doi: '10.5555/28.793383',
  volume: '35',
  issue: '5',
  startPage: '1184',
  endPage: '1191',
  publicationDate: 'Sep/Oct 1999',
  publicationYear: '1999',
  publisher: 'IEEE',
}

describe('data in scripts', () => {
  test('IEEE Xplore’s record', () => {
    const source = JSON.stringify({ ...ieee, abstract: 'With "quotes", } and { in it.' })
    expect(
      itemOf(
        `<script>var xplGlobal={};xplGlobal.document.metadata=${source};\nvar b={a:1};</script>`,
      ),
    ).toMatchObject({
      title,
      author: [
        { family: 'Halloran', given: 'Maeve' },
        { family: 'Berg', given: 'P.', 'non-dropping-particle': 'van der' },
      ],
      'container-title': 'IEEE Transactions on Invented Roofs',
      DOI: '10.5555/28.793383',
      volume: '35',
      issue: '5',
      page: '1184-1191',
      ISSN: '2049-3630',
      publisher: 'IEEE',
      keyword: 'salt, slate',
      issued: {
        'date-parts': [
          [1999, 9],
          [1999, 10],
        ],
      },
    })
  })

  test('a framework’s state, wherever the record stands in it', () => {
    const state = {
      props: { related: [{ title: 'Other slates', authors: ['Nobody, N.'] }], paper: ieee },
    }
    expect(
      itemOf(
        `<script id="__NEXT_DATA__" type="application/json">${JSON.stringify(state)}</script>`,
      ),
    ).toMatchObject({ author: [{ family: 'Halloran' }, { family: 'Berg' }], volume: '35' })
    expect(
      itemOf(`<script>window.__PRELOADED_STATE__ = ${JSON.stringify(state)}</script>`).DOI,
    ).toBe('10.5555/28.793383')
  })

  test('values that are wrapped in an object', () => {
    const note = {
      content: {
        title: { value: title },
        authors: { value: ['Maeve Halloran', 'Pieter Berg'] },
        venue: { value: 'Slates 2023' },
      },
    }
    expect(
      itemOf(`<script type="application/json">${JSON.stringify({ forum: note })}</script>`),
    ).toMatchObject({
      author: [{ family: 'Halloran' }, { family: 'Berg' }],
      'container-title': 'Slates 2023',
    })
  })

  test('another paper’s record says nothing', () => {
    const { author } = itemOf(
      `<script type="application/json">${JSON.stringify({ ...ieee, title: 'Another paper altogether' })}</script>`,
    )
    expect(author).toBeUndefined()
  })

  test('ScienceDirect’s state names the authors that its tags do not', () => {
    const person = (given: string, surname: string, suffix?: string) => ({
      '#name': 'author',
      $$: [
        { '#name': 'given-name', _: given },
        { '#name': 'surname', _: surname },
        ...(suffix ? [{ '#name': 'suffix', _: suffix }] : []),
        { '#name': 'cross-ref', $: { refid: 'A' }, $$: [{ '#name': 'sup', _: 'a' }] },
      ],
    })
    const state = {
      abstracts: {},
      article: {
        pii: 'S1',
        doi: '10.5555/sd.1',
        srctitle: 'Slate Letters',
        'vol-first': '278',
        'iss-first': '4',
        'iss-last': '6',
        pages: [{ 'first-page': '285', 'last-page': '290' }],
        'cover-date-start': '1997-10-31',
        'issn-primary-formatted': '2049-3630',
      },
      authors: {
        content: [
          {
            '#name': 'author-group',
            $$: [
              person('Maeve', 'Halloran', 'Jr.'),
              person('Pieter', 'van der Berg'),
              {
                '#name': 'collaboration',
                $$: [{ '#name': 'text', _: 'for the Roof Study Group' }],
              },
              { '#name': 'affiliation', $$: [{ '#name': 'textfn', _: 'School of Slate' }] },
            ],
          },
        ],
      },
    }
    const twice = JSON.stringify(JSON.stringify(state))
    for (const source of [JSON.stringify(state), twice]) {
      expect(
        itemOf(`<script type="application/json" data-iso-key="_0">${source}</script>`),
      ).toMatchObject({
        author: [
          { family: 'Halloran', given: 'Maeve', suffix: 'Jr.' },
          { family: 'Berg', given: 'Pieter', 'non-dropping-particle': 'van der' },
          { literal: 'for the Roof Study Group' },
        ],
        'container-title': 'Slate Letters',
        DOI: '10.5555/sd.1',
        volume: '278',
        issue: '4-6',
        page: '285-290',
        issued: { 'date-parts': [[1997, 10, 31]] },
      })
    }
  })

  test('what is no JSON, or a script of another kind, is passed over', () => {
    expect(
      itemOf(
        '<script>xplGlobal.document.metadata={"title": </script><script>__A_STATE__={a:1}</script>',
      ).author,
    ).toBeUndefined()
  })
})
