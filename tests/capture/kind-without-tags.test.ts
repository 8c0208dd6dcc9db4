import { expect, test } from 'vitest'
import { captureOf } from '../support/page.ts'

const own =
  'Slates were measured on the coast for forty years, and a third of them failed before their time. We weighed 1,204 slates each spring and fitted a model of wind, salt and frost to their losses. A builder who knows the wind can tell how long a roof will last, and need not know anything else about it.'
const other = own.replaceAll('late', 'hingle').replaceAll('roof', 'wall')
const abstract = (text: string): string => `<h2>Abstract</h2><p>${text}</p>`
const title = '<h1>Salt on slate roofs</h1>'
const identifier = '<p>doi: 10.5555/roofs.7</p>'

test('abstracts of other papers above the title do not make a list of a paper', () => {
  const related = `<aside><h3>Salt on shingle walls</h3>${abstract(other)}</aside>`
  expect(captureOf(related + title + identifier + abstract(own)).kind).toBe('abstract')
  expect(captureOf(title + abstract(other) + identifier + abstract(own)).kind).toBe('list')
})

const dublinCore = (type: string): string =>
  `<meta name="DC.title" content="Salt on slate roofs"><meta name="DC.creator" content="Roe, Maeve"><meta name="DC.type" content="${type}">`
const named = `${title}<div class="abstract"><p>${own}</p></div>`

test.each([
  ['masterThesis', 'abstract'],
  ['text (article)', 'abstract'],
  ['Text.Article', 'not-paper'],
  ['Event', 'not-paper'],
])('a work that Dublin Core calls %s is %s', (type, kind) =>
  expect(captureOf(named, dublinCore(type)).kind).toBe(kind),
)

test('a standard is no paper, though it has the tags', () => {
  const tags =
    '<meta name="citation_title" content="Salt on slate roofs"><meta name="citation_author" content="Roe, Maeve"><meta name="citation_technical_report_number" content="rfc1">'
  expect(captureOf(title + abstract(own), tags).kind).toBe('abstract')
  const memo = `${title}${abstract(own)}<h2>Status of This Memo</h2><p>This is a standard.</p>`
  expect(captureOf(memo, tags).kind).toBe('not-paper')
})
