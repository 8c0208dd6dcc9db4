import { describe, expect, test } from 'vitest'
import { readAccess } from '../../src/capture/access.ts'
import { readPage } from '../../src/capture/page.ts'
import { documentOf } from '../support/page.ts'

const url = 'https://journal.example.org/a/1'
const access = (head: string, body = '') => readAccess(readPage(documentOf(body, head, url), url))

describe('where a paper may be had', () => {
  test('the PDF of a tag or a link, as a whole address', () => {
    expect(access('<meta name="citation_pdf_url" content="/a/1.pdf">').pdf).toBe(
      'https://journal.example.org/a/1.pdf',
    )
    expect(access('<link rel="alternate" type="application/pdf" href="1.pdf">').pdf).toBe(
      'https://journal.example.org/a/1.pdf',
    )
    expect(access('<meta name="citation_pdf_url" content="javascript:x()">').pdf).toBeUndefined()
  })

  test.each([
    [
      'a tag',
      '<meta name="DC.rights" content="Open, see http://creativecommons.org/licenses/by/4.0/.">',
      '',
    ],
    [
      'a link in the head',
      '<link rel="license" href="https://creativecommons.org/licenses/by/4.0">',
      '',
    ],
    [
      'a link on the page',
      '',
      '<p>Licence: <a href="http://creativecommons.org/licenses/by/4.0/legalcode">CC BY</a></p>',
    ],
  ])('the licence of %s', (_what, head, body) => {
    expect(access(head, body).licence).toBe('https://creativecommons.org/licenses/by/4.0/')
  })

  test('not the site’s in its footer, and none where there are several', () => {
    const by = '<a href="https://creativecommons.org/licenses/by/4.0/">BY</a>'
    const zero = '<a href="https://creativecommons.org/publicdomain/zero/1.0/">0</a>'
    expect(access('', `<footer>${by}</footer>`)).toEqual({})
    expect(access('', by + zero)).toEqual({})
  })
})
