import { describe, expect, test } from 'vitest'
import { captureOf } from '../support/page.ts'

const head =
  '<meta name="citation_title" content="Salt on slate roofs"><meta name="citation_author" content="Halloran, Maeve"><meta name="citation_journal_title" content="J Invented Roofs">'
const h1 = '<h1>Salt on slate roofs</h1>'
const own =
  'Slates were measured on the coast for forty years, and a third of them failed before their time. We weighed 1,204 slates each spring and fitted a model of wind, salt and frost to their losses. A builder who knows the wind can tell how long a roof will last.'
const other =
  'Copper roofs of forty churches were painted green by rain within nine years, as samples of every gutter showed. We followed the copper from roof to gutter to ditch, and weighed what reached the sea in each of the four seasons.'
const text = (body: string, more = '', url?: string): string | undefined =>
  captureOf(body, head + more, url).item.abstract

describe('under a heading', () => {
  test('an empty section has no abstract, and takes none from the next', () => {
    const body = `${h1}<section id="abstract"><h2>Abstract</h2></section><section><h2>Results</h2><p>${other}</p><p>${own}</p></section>`
    expect(text(body)).toBeUndefined()
  })

  test('a list of parts to jump to is no part of it', () => {
    const jumps = '<ol><li>Top</li><li>Abstract</li><li>Methods</li><li>Results</li></ol>'
    expect(text(`${h1}<div><h3>Abstract</h3>${jumps}<p>${own}</p></div>`)).toBe(own)
  })

  test('what is not like its paragraphs ends it', () => {
    const body = `${h1}<div><h2>Abstract</h2><p class="abstract-text">${own}</p><div class="box">${other}</div></div>`
    expect(text(body)).toBe(own)
  })

  test.each([
    `<p>Received 3 May 2014</p>`,
    `<p>Correspondence: Maeve Halloran, Slate Row 1, Porthlevan, who answers letters in spring only.</p>`,
    `<p>This is an open access article distributed under a licence that lets everybody read it.</p>`,
    `<p>Keywords: slate; salt; wind</p>`,
    `<p>PACS numbers: 61.43.Fs, 77.22.Gm and whatever else there is to be numbered.</p>`,
  ])('a note ends it: %s', (note) =>
    expect(text(`${h1}<div><h2>Abstract</h2><p>${own}</p>${note}<p>${other}</p></div>`)).toBe(own),
  )

  test('in a list of fields the next name ends it', () => {
    const fields = `<dl><dt>Title</dt><dd>Salt on slate roofs</dd><dt>Abstract/Description</dt><dd>${own}</dd><dt>Date Issued</dt><dd>2014</dd><dt>Use and Reproduction</dt><dd>${other}</dd></dl>`
    expect(text(h1 + fields)).toBe(own)
    const labels = `<dl><dt>Abstract</dt><dd>${own}</dd><dt>Methods</dt><dd>${other}</dd></dl>`
    expect(captureOf(h1 + labels, head).sections.map(({ label }) => label)).toEqual([
      undefined,
      'Methods',
    ])
  })

  test('in a table of fields it is what stands in its row', () => {
    const rows = (value: string): string =>
      `${h1}<table><tr><td>4.</td><td>Abstract</td><td>${value}</td></tr><tr><td>5.</td><td>Source</td><td>${other}</td></tr></table>`
    expect(text(rows(own))).toBe(own)
    expect(text(rows('Only as printed, in the archive.'))).toBeUndefined()
  })

  test('a line of the parts to jump to is no heading', () => {
    const parts = `<p><a name="a"><span>Abstract</span></a> | References | Similar Articles | Additional Information</p>`
    expect(text(`${h1}${parts}<p><b>Abstract:</b> ${own}</p>`)).toBe(own)
    expect(text(`${h1}${parts}<p>${own}</p>`) ?? '').not.toContain('References')
  })

  test.each([
    '<p><b>Primary Subjects:</b> 14H37</p>',
    '<p><b>Source:</b> Annals of Roofs 12</p>',
    '<p>To appear in <i>Roofs and their Makers</i>.</p>',
  ])('a field in one line ends it: %s', (line) =>
    expect(text(`${h1}<div><h4>Abstract</h4><p>${own}</p>${line}</div>`)).toBe(own),
  )

  test('where a trial is registered, and a paper’s fund, stay', () => {
    const line = '<p><b>Trial registration:</b> NCT00000001</p>'
    const body = `${h1}<div class="abstract"><h4>Abstract</h4><p>${own}</p>${line}</div>`
    expect(captureOf(body, head).sections).toEqual([
      { text: own },
      { label: 'Trial registration', text: 'NCT00000001' },
    ])
  })

  test('the name of a language over a text is no part of it', () => {
    const german =
      'Schiefer wurde vierzig Jahre lang an der Küste gemessen, und ein Drittel davon zerbrach vor der Zeit, weil das Salz mit dem Wind in die Fugen kam und dort im Winter gefror.'
    const texts = `<ul id="abstract"><li><b>Abstract</b><ul><li lang="en"><span class="dt">English</span><p>${own}</p></li><li lang="de"><span class="dt">Deutsch</span><p>${german}</p></li></ul></li></ul>`
    const { item, source } = captureOf(h1 + texts, head)
    expect(item.abstract).toBe(own)
    expect(source.translations).toEqual([{ language: 'de', sections: [{ text: german }] }])
  })

  test('the next paper’s abstract in a line ends it', () => {
    const line = (abstract: string): string => `<p><b>Abstract:</b> ${abstract}</p>`
    expect(text(`${h1}${line(own)}<p>10:30</p><p>Copper roofs</p>${line(other)}`)).toBe(own)
  })

  test('a form’s label names a field', () => {
    const form = `<form class="modal"><div><label>Abstract</label> Correct the abstract if that is needed; keep the mark-up as it stands, and mind the names of the authors.</div></form>`
    expect(text(`${form}${h1}<p>x</p>`)).toBeUndefined()
  })

  test('the body’s own headings begin no structured abstract', () => {
    const body = `${h1}<h2>Abstract</h2><h2>Results</h2><p>${other}</p>`
    expect(text(body)).toBeUndefined()
  })

  test('headings of one rank with it may be its labels', () => {
    const body = `${h1}<h3>Abstract</h3><h3>Background</h3><p>${own}</p><h3>Methods</h3><p>${other}</p><h3>References</h3><p>x</p>`
    expect(captureOf(body, head).sections).toEqual([
      { label: 'Background', text: own },
      { label: 'Methods', text: other },
    ])
  })

  test('labels that nobody listed count after one that is known', () => {
    const body = `${h1}<div class="abstract"><h3>Background</h3><p>${own}</p><h3>Primary Funding Source</h3><p>Fund of the Quiet Harbour.</p></div>`
    expect(captureOf(body, head).sections).toEqual([
      { label: 'Background', text: own },
      { label: 'Primary Funding Source', text: 'Fund of the Quiet Harbour.' },
    ])
  })

  test('labels in italics part it after a beginning without one, but only several', () => {
    const line = (runs: string): string[] =>
      captureOf(
        `${h1}<div class="abstract"><h2>Abstract</h2><p>${own} ${runs}</p></div>`,
        head,
      ).sections.map(({ label }) => label ?? '')
    expect(
      line(
        '<i>Aim</i>. We asked why. <i>Methods</i>. We weighed slates. <i>Results</i>. Salt did it.',
      ),
    ).toEqual(['', 'Aim', 'Methods', 'Results'])
    expect(line('<i>Results</i>. Salt did it, as everybody said before us.')).toEqual([''])
  })

  test('labels in italics inside one paragraph part it', () => {
    const body = `${h1}<h2>Abstract</h2><p><em>Objective.</em> Slates fail. <em>Approach.</em> We weighed 1,204 <em>slates</em> for forty years on the coast, in all weathers. <em>Main results.</em> A third of them failed.</p>`
    expect(captureOf(body, head).sections.map(({ label }) => label)).toEqual([
      'Objective',
      'Approach',
      'Main results',
    ])
  })
})

describe('which of several', () => {
  test('a related paper’s above the title is not it', () => {
    const related = `<div><b>Copper on church roofs</b><h4>Abstract</h4><div>${other}</div></div>`
    expect(text(`${related}${related}${h1}<h4>Abstract</h4><div>${own}</div>`)).toBe(own)
  })

  test('the first below the title is it', () => {
    const related = `<li><b>Copper on church roofs</b><div class="abstract">${other}</div></li>`
    expect(text(`${h1}<p class="abstract">${own}</p><ul>${related}</ul>`)).toBe(own)
  })

  test.each(['author-highlights', 'graphical', 'visual-abstract', 'lay-summary', 'editor-summary'])(
    'an element named %s is a neighbour',
    (name) => {
      const body = `${h1}<div class="abstract ${name}"><p>${other}</p></div><div class="abstract"><p>${own}</p></div>`
      expect(text(body)).toBe(own)
    },
  )

  test('an element whose heading names a neighbour is one, whatever its class', () => {
    const body = `${h1}<div class="abstract"><h3>Plain language summary</h3><p>${other}</p></div><div class="abstract"><p>${own}</p></div>`
    expect(text(body)).toBe(own)
  })

  test('a name that only holds the word is enough where nothing else is there', () => {
    expect(text(`${h1}<div class="abstract_new"><p>${own}</p></div>`)).toBe(own)
    expect(text(`${h1}<div id="first-paragraph"><p>${own}</p></div>`)).toBe(own)
  })
})

describe('each text once', () => {
  test('a teaser before the whole', () => {
    const body = `${h1}<div class="abstract"><p>${own.slice(0, 120)}…</p><p>${own}</p></div>`
    expect(text(body)).toBe(own)
    expect(captureOf(body, head).source.removed.map(({ rule }) => rule)).toContain('copy')
  })

  test('a copy for narrow screens', () =>
    expect(text(`${h1}<div class="abstract"><p>${own}</p><p>${own}</p></div>`)).toBe(own))
})

describe('text without a heading', () => {
  const body = `<p>${other}</p>`.repeat(12)

  test('is the abstract right above keywords', () => {
    expect(
      text(`${h1}<p>${own}</p><p>Keywords: slate; salt</p><h2>1. Introduction</h2>${body}`),
    ).toBe(own)
    expect(text(`${h1}<p>${own}</p><p>Words: slate; salt</p>${body}`)).toBeUndefined()
  })

  test('is not the author’s life, nor the paper as others cite it', () => {
    const life = `<p>${'Maeve Halloran is a professor in the School of Roofs, where she has taught for years. '.repeat(3)}</p>`
    expect(text(`${h1}${life}<p>Keywords: slate</p>`)).toBeUndefined()
    const cited = `<p>M. Halloran, A. Roe, B. Doe, C. Poe and D. Loe. 2004. Salt on slate roofs. In Proceedings of the Invented Conference on Roofs and Gutters, pages 1–8, Porthlevan. Society of Invented Roofs, which meets every year in May.</p>`
    expect(text(`${h1}${cited}`)).toBeUndefined()
  })
})

describe('the data of scripts', () => {
  const script = (json: unknown): string => `<script>window.state=${JSON.stringify(json)}</script>`

  test('serve where the page shows nothing', () => {
    expect(text(`${h1}${script({ abstract: own })}`)).toBe(own)
    expect(text(`${h1}${script({ content: { abstract: { value: `<p>${own}</p>` } } })}`)).toBe(own)
  })

  test('of several papers’ the one beside the title', () => {
    const far = 'x'.repeat(30_000)
    const papers = [
      { title: 'Copper on church roofs', abstract: other },
      { far },
      { title: 'Salt on slate roofs', abstract: own },
    ]
    expect(text(`${h1}${script(papers)}`)).toBe(own)
  })

  test('are not asked where the page shows one', () =>
    expect(text(`${h1}<h2>Abstract</h2><p>${own}</p>${script({ abstract: other })}`)).toBe(own))

  test('that are no JSON are passed over', () =>
    expect(text(`${h1}<script>{"abstract":"${'a'.repeat(200)}</script>`)).toBeUndefined())
})

describe('several languages', () => {
  const german =
    'Die Schiefer wurden vierzig Jahre lang an der Küste gemessen, und ein Drittel von ihnen war vor der Zeit verloren. Wir haben in jedem Frühjahr 1204 Schiefer gewogen und den Verlust mit dem Wind und dem Salz verglichen.'
  const body = `${h1}<div class="abstract"><p>${german}</p><p>${own}</p></div>`

  test('the page’s own is taken, the other is kept', () => {
    const { sections, source } = captureOf(body, head)
    expect(sections).toEqual([{ text: own }])
    expect(source.translations).toEqual([{ language: 'de', sections: [{ text: german }] }])
    expect(source.doubts).toContain('abstract-in-two-languages')
  })

  test('without a page’s language the first', () => {
    const { sections } = captureOf(`${body}`, `${head}<meta name="citation_language" content="de">`)
    expect(sections).toEqual([{ text: german }])
  })

  test('in two elements too', () => {
    const { sections, source } = captureOf(
      `${h1}<h2>Zusammenfassung</h2><p>${german}</p><h2>Abstract</h2><p>${own}</p>`,
      head,
    )
    expect(sections).toEqual([{ text: own }])
    expect(source.translations?.map(({ language }) => language)).toEqual(['de'])
  })
})
