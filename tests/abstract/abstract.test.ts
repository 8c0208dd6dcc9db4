import { describe, expect, test } from 'vitest'
import { captureOf } from '../support/page.ts'

const first =
  'Slates were measured on the coast for forty years, and a third of them failed before their time.'
const second =
  'We weighed 1,204 slates each spring and fitted a model of wind, salt and frost to their losses.'
const third =
  'A builder who knows the wind can tell how long a roof will last, and need not know anything else.'
const head =
  '<meta name="citation_title" content="Salt on slate roofs"><meta name="citation_author" content="Halloran, Maeve">'
const page = (body: string): string =>
  `<h1>Salt on slate roofs</h1>${body}<h2>References</h2><p>1. Copper on church roofs.</p>`
const sections = (body: string, more = ''): unknown => captureOf(page(body), head + more).sections

const structured = [
  { label: 'Background', text: first },
  { label: 'Methods', text: second },
  { label: 'Conclusions', text: third },
]

describe('sections of a structured abstract are told in every markup', () => {
  test.each([
    [
      'headings',
      `<section><h2>Abstract</h2><h3>Background</h3><p>${first}</p><h3>Methods</h3><p>${second}</p><h3>Conclusions</h3><p>${third}</p></section>`,
    ],
    [
      'bold runs',
      `<h2>Abstract</h2><p><b>Background:</b> ${first}</p><p><b>Methods:</b> ${second}</p><p><b>Conclusions:</b> ${third}</p>`,
    ],
    [
      'bold runs parted by line breaks',
      `<div class="abstract"><b>Background</b> ${first}<br><b>Methods</b> ${second}<br><b>Conclusions</b> ${third}</div>`,
    ],
    [
      'labels of a class, glued',
      `<div class="abstract"><p><span class="t">Background</span>${first}</p><p><span class="t">Methods</span>${second}</p><p><span class="t">Conclusions</span>${third}</p></div>`,
    ],
    [
      'a definition list',
      `<h2>Abstract</h2><dl><dt>Background</dt><dd>${first}</dd><dt>Methods</dt><dd>${second}</dd><dt>Conclusions</dt><dd>${third}</dd></dl>`,
    ],
    [
      'plain text',
      `<div id="abstract"><h2>Abstract</h2><p>Background: ${first} Methods: ${second} Conclusions: ${third}</p></div>`,
    ],
  ])('%s', (_name, body) => expect(sections(body)).toEqual(structured))
})

describe('the right abstract, and nothing else', () => {
  const own = `${first} ${second} ${third}`
  const abstract = [{ text: own }]

  test.each([
    [
      'a heading in a flat page',
      `<h2>Abstract</h2><p>${own}</p><p>Received 3 May 2014</p><h2>Introduction</h2><p>${third}</p>`,
    ],
    [
      'its container',
      `<div><div class="a"><h3>Summary</h3><p>${own}</p></div><p>${third} This stands outside.</p></div>`,
    ],
    [
      'highlights beside it',
      `<div class="abstract"><h2>Highlights</h2><ul><li>${first}</li></ul></div><div class="abstract"><h2>Abstract</h2><p>${own}</p></div>`,
    ],
    [
      'an author summary that shares its class',
      `<div class="abstract"><h2>Abstract</h2><p>${own}</p></div><div class="abstract"><h2>Author Summary</h2><p>${third} ${first} ${second} It is long.</p></div>`,
    ],
    [
      'the same abstract twice',
      `<div class="abstract"><h2>Abstract</h2><p>${own}</p></div><div class="abstract mobile"><h2>Abstract</h2><p>${own}</p></div>`,
    ],
    [
      'a related article’s abstract after it',
      `<h2>Abstract</h2><p>${own}</p><h2>Related articles</h2><div><h3>Abstract</h3><p>Copper was measured on church roofs for a century, and it turned green on every one of them.</p></div>`,
    ],
    [
      'a paragraph whose bold run says Abstract',
      `<p><strong>Abstract.</strong> ${own}</p><p><strong>Keywords:</strong> slate</p>`,
    ],
    [
      'button words at its end',
      `<div class="abstract"><h2>Abstract</h2><p>${own} Show more</p><button>Show more</button></div>`,
    ],
    [
      'a copyright line at its end',
      `<div class="abstract"><h2>Abstract</h2><p>${own} © 2019 Example B.V. All rights reserved.</p></div>`,
    ],
  ])('%s', (_name, body) => expect(sections(body)).toEqual(abstract))

  test('two paragraphs stay two', () => {
    expect(sections(`<h2>Abstract</h2><p>${first} ${second}</p><p>${third}</p>`)).toEqual([
      { text: `${first} ${second}\n\n${third}` },
    ])
  })

  test('a word that is only stressed at the beginning is no label', () => {
    expect(
      sections(`<h2>Abstract</h2><p><b>Treatment</b> of slates with wax was tried. ${own}</p>`),
    ).toEqual([{ text: `Treatment of slates with wax was tried. ${own}` }])
  })

  test('metadata serves where the page shows none, and says so', () => {
    const captured = captureOf(
      '<h1>Salt on slate roofs</h1>',
      `${head}<meta name="citation_abstract" content="&lt;p&gt;Abstract: ${own}&lt;/p&gt;">`,
    )
    expect(captured.sections).toEqual(abstract)
    expect(captured.source.doubts).toContain('abstract-from-metadata')
    expect(captured.source.fields.abstract?.source).toBe('citation_abstract')
  })

  test.each([
    ['og:description', `<meta property="og:description" content="${own}">`],
    ['the meta description', `<meta name="description" content="${own}">`],
    ['twitter:description', `<meta name="twitter:description" content="${own}">`],
    [
      'a slogan in DC.description',
      '<meta name="DC.description" content="Example Archive is a finding tool for research publications and student theses.">',
    ],
  ])('%s is never the abstract', (_name, meta) => {
    const captured = captureOf('<h1>Salt on slate roofs</h1>', head + meta)
    expect(captured.sections).toEqual([])
    expect(captured.source.doubts).toContain('no-abstract')
  })

  test('a description that is cut off loses against the section that it begins', () => {
    const captured = captureOf(
      page(`<h2>Abstract</h2><p>${own}</p>`),
      `${head}<meta name="DC.description" content="${own.slice(0, 150)} ...">`,
    )
    expect(captured.sections).toEqual(abstract)
    expect(captured.source.fields.abstract?.others.map((other) => other.source)).toContain(
      'dc.description',
    )
  })

  test('text below the title is taken where there is little else, and said to be doubtful', () => {
    const captured = captureOf(`<h1>Salt on slate roofs</h1><p>${own} ${own}</p>`, head)
    expect(captured.sections).toEqual([{ text: `${own} ${own}` }])
    expect(captured.source.doubts).toContain('abstract-unlabelled')
  })

  test('the beginning of a body is no abstract', () => {
    const body = `<p>${own}</p>`.repeat(9)
    const captured = captureOf(`<h1>Salt on slate roofs</h1><h2>Introduction</h2>${body}`, head)
    expect(captured.sections).toEqual([])
  })

  test('“No abstract available” is no abstract', () => {
    expect(
      captureOf(page('<h2>Abstract</h2><p>No abstract available.</p>'), head).sections,
    ).toEqual([])
  })
})
