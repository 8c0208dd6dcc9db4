import { expect, test } from 'vitest'
import { captureOf } from '../support/page.ts'

const head =
  '<meta name="citation_title" content="Gulls on bollards"><meta name="citation_author" content="Roe, Maeve"><meta name="citation_journal_title" content="Invented Ornithology">'
const text =
  'The harbour was dredged twice, and each time the gulls left for a season and came back to the same bollards. The harbour master had painted them white in the meantime, which the gulls did not mind. We counted them for eleven years and found no month in which colour told where a gull would sit.'
const body = (more = '', around: string = 'div'): string =>
  `<h1>Gulls on bollards</h1><p>Maeve Roe</p><${around}><p>${text}</p></${around.split(' ')[0]}>${more}`
const abstractOf = (page: string, more = ''): string | undefined =>
  captureOf(page, head + more).item.abstract

test('a text below the title and the authors is the abstract', () => {
  expect(abstractOf(body())).toBe(text)
  expect(abstractOf(body('<p>Keywords: gulls, bollards</p><h2>References</h2>'))).toBe(text)
})

test.each([
  ['the references follow at once', body('<h2>References</h2><p>1. Roe.</p>'), ''],
  ['it stands in the article’s body', body('', 'div class="c-article-body"'), ''],
  ['the head calls it a letter', body(), '<meta name="citation_article_type" content="Letter">'],
  ['the head calls it news', body(), '<meta name="DC.type" content="News">'],
  ['it answers the editor', body().replace(text, `To the Editor: ${text}`), ''],
])('it is none where %s', (_, page, more) => expect(abstractOf(page, more)).toBeUndefined())

test.each([
  'Correction: gulls on bollards',
  'Editorial',
  'In reply: gulls on bollards',
  'Book review',
])('it is none below the title “%s”', (title) => {
  const page = body().replace('Gulls on bollards', title)
  expect(captureOf(page, head.replace('Gulls on bollards', title)).item.abstract).toBeUndefined()
})
