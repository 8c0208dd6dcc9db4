import { describe, expect, test } from 'vitest'
import type { Capture } from '../../src/capture/page-kind.ts'
import { captureOf } from '../support/page.ts'

const title = 'Salt on slate roofs: forty years of measurements'
const text =
  'The slates were measured on the coast for forty years, and a third of them failed early. '
const abstract = `<h2>Abstract</h2><p>${text.repeat(4)}</p>`
const page = (above: string, below: string, head = `<title>${title}</title>`): Capture =>
  captureOf(`${above}<h1>${title}</h1>${below}${abstract}`, head)

describe('what stands round the title', () => {
  test('journal, date, volume and pages of a line that cites the paper', () => {
    expect(
      page('<div>J Slate Med. 2011 Mar 1;29(7):1-5. doi: 10.5555/jsm.1.</div>', '').item,
    ).toMatchObject({
      'container-title': 'J Slate Med',
      'container-title-short': 'J Slate Med',
      issued: { 'date-parts': [[2011, 3, 1]] },
      volume: '29',
      issue: '7',
      page: '1-5',
      DOI: '10.5555/jsm.1',
    })
  })

  test('an abbreviation is spelled out where the page’s head does so', () => {
    const { item } = page(
      '<header><p>Tidal Chemistry and Physics</p></header><p>Tidal Chem. Phys., 13, 1-9, 2013</p>',
      '',
    )
    expect(item['container-title']).toBe('Tidal Chemistry and Physics')
    expect(item['container-title-short']).toBe('Tidal Chem. Phys.')
  })

  test('the journal over its volume', () => {
    expect(
      page('<div>Slate Evolution</div><p>Volume 83, February 2015, Pages 56–71</p>', '').item,
    ).toMatchObject({
      'container-title': 'Slate Evolution',
      issued: { 'date-parts': [[2015, 2]] },
      volume: '83',
      page: '56-71',
    })
    expect(
      page('<h3>S-Lib Magazine</h3><p>May/June 2017<br>Volume 23, Number 5/6</p>', '').item,
    ).toMatchObject({
      'container-title': 'S-Lib Magazine',
      issued: {
        'date-parts': [
          [2017, 5],
          [2017, 6],
        ],
      },
      issue: '5/6',
    })
  })

  test('not the paper’s kind or subtitle over its volume, nor the current issue in a menu', () => {
    const { item } = page(
      '<li>Subscriptions</li><li>View Current Issue (Volume 99 Issue 1 January 2033)</li>',
      '<p>Original paper</p><p>Volume 18, pages 231–234, (2010)</p>',
    )
    expect(item['container-title']).toBeUndefined()
    expect(item).toMatchObject({ volume: '18', issued: { 'date-parts': [[2010]] } })
  })

  test('labelled lines', () => {
    expect(
      page(
        '',
        '<p>This paper appears in: Roof Applications, Transactions on<br>Publication Date: Sep/Oct 1999<br>Volume: 35, Issue: 5<br>On page(s): 1184-1191<br>ISSN: 2049-3630<br>Digital Object Identifier: 10.5555/28.79</p>',
      ).item,
    ).toMatchObject({
      'container-title': 'Roof Applications, Transactions on',
      issued: {
        'date-parts': [
          [1999, 9],
          [1999, 10],
        ],
      },
      volume: '35',
      issue: '5',
      page: '1184-1191',
      ISSN: '2049-3630',
      DOI: '10.5555/28.79',
    })
  })

  test('the day of publication, but not that of receipt', () => {
    const dates = (lines: string) => page('', lines).item.issued
    expect(
      dates(
        '<dl><dt>Received</dt><dd>20 October 2013</dd><dt>Published online</dt><dd>29 June 2014</dd></dl>',
      ),
    ).toEqual({ 'date-parts': [[2014, 6, 29]] })
    expect(dates('<p>Received 4 May 2013; accepted 1 June 2013</p>')).toBeUndefined()
    expect(dates('<p>Available online 15 June 2012</p>')).toEqual({ 'date-parts': [[2012, 6, 15]] })
    expect(dates('<p>Copyright © 2012 Slate Society. All rights reserved.</p>')).toEqual({
      'date-parts': [[2012]],
    })
    expect(
      dates('<p>All material on this website: copyright © 1994-2024 by us</p>'),
    ).toBeUndefined()
  })

  test('a line that names another volume than the head is another paper’s', () => {
    const { item } = page(
      '<p>Other Slates. 2001;7(1):3-4.</p>',
      '',
      `<title>${title}</title><meta name="citation_title" content="${title}"><meta name="citation_author" content="Halloran, M."><meta name="citation_volume" content="12">`,
    )
    expect(item.volume).toBe('12')
    expect(item.page).toBeUndefined()
  })

  test('papers that are cited behind the abstract are not this one', () => {
    const body = `<h1>${title}</h1>${abstract}<p>1. S. Moor. Other Slates. 2001;7(1):3-4.</p><p>Other Slates. 2001;7(1):3-4.</p>`
    expect(captureOf(body, `<title>${title}</title>`).item.volume).toBeUndefined()
  })
})

describe('the journal in the window’s title', () => {
  const journal = (windowTitle: string, above = '', head = ''): string | undefined =>
    page(above, '', `<title>${windowTitle}</title>${head}`).item['container-title']

  test('a name that journals bear', () => {
    expect(journal(`${title} | The Journal of Slate A`)).toBe('The Journal of Slate A')
    expect(journal(`${title} - Acta Maritima Ficta (Slate Publications)`)).toBe(
      'Acta Maritima Ficta',
    )
  })
  test('any name that stands above the title too', () => {
    expect(journal(`Slatework : ${title}`, '<div>Slatework</div>')).toBe('Slatework')
    expect(journal(`${title} | Slatework`)).toBeUndefined()
  })
  test.each(['ScienceDirect', 'Example Repository', 'Abstract'])('not %s', (name) => {
    expect(journal(`${title} | ${name}`, `<div>${name}</div>`)).toBeUndefined()
  })
  test('not the name of a person’s or a project’s own site', () => {
    const site = '<meta property="og:site_name" content="Slatework">'
    const tag = '<meta name="citation_doi" content="10.5555/slate.9">'
    expect(journal(`${title} | Slatework`, '<div>Slatework</div>', site)).toBeUndefined()
    expect(journal(`${title} | Slatework`, '<div>Slatework</div>', site + tag)).toBe('Slatework')
  })
  test('not the publisher’s', () => {
    const publisher = '<meta name="DC.Publisher" content="Annals Press">'
    expect(journal(`${title} | Annals Press`, '', publisher)).toBeUndefined()
  })
  test('its abbreviation in the citation gives way to it', () => {
    expect(journal(`${title} | Slate Letters`, '<p>Slate Lett. 2011, 11, 4932-4938</p>')).toBe(
      'Slate Letters',
    )
  })
})

describe('the title', () => {
  const shown = (body: string, windowTitle: string): string | undefined =>
    captureOf(`${body}${abstract}`, `<title>${windowTitle}</title>`).item.title

  test('is the line that the window’s title repeats, heading or not', () => {
    expect(shown(`<h1>Slate Chemistry</h1><div>${title}</div>`, `SC - Abstract - ${title}`)).toBe(
      title,
    )
    expect(
      shown(
        `<h2>Slate Open</h2><h3>${title}</h3>`,
        `Slate Open - Fulltext - ${title} - Slates Online`,
      ),
    ).toBe(title)
  })
  test('has the page’s markup, not the window’s', () => {
    expect(
      shown(
        '<h2>Sleep of <em>Larus marinus</em> on slate roofs</h2>',
        'Sleep of &lt;em&gt;Larus marinus&lt;/em&gt; on slate roofs - Acta Ficta',
      ),
    ).toBe('Sleep of <i>Larus marinus</i> on slate roofs')
  })
  test('has no label, footnote mark, italics round the whole, or number of the address', () => {
    expect(shown(`<h1>Title: ${title}</h1>`, `[2101.01234] ${title}`)).toBe(title)
    expect(shown(`<p>${title}<sup>1</sup></p>`, `Slate Acta - ${title}`)).toBe(title)
    expect(shown(`<h1><i>${title}</i></h1>`, title)).toBe(title)
    expect(
      captureOf(
        '<p>x</p>',
        `<title>${title} - slates/004</title>`,
        'https://a.example.org/slates/004',
      ).item.title,
    ).toBe(title)
  })
  test('goes on where the window’s is cut off', () => {
    expect(
      shown(
        `<h1>Slate Chemistry</h1><h1>${title}.</h1>`,
        'Salt on slate roofs: forty ye... [J Test. 2013]',
      ),
    ).toBe(title)
  })
  test.each(['Publication details', 'Full metadata record', 'Item details', 'Abstract'])(
    'is not what the site calls its view: %s',
    (view) => {
      const body = `<h1>${view}</h1><h3>Salt on slate roofs of the coast</h3><p>Maeve Halloran</p><h2>Abstract</h2><p>x</p>`
      expect(captureOf(body, `<title>${view}</title>`).item.title).toBe(
        'Salt on slate roofs of the coast',
      )
    },
  )

  test('has no year behind it that the tags do not have', () => {
    expect(
      captureOf(
        `<h1>${title} (1988)</h1>`,
        `<title>${title} (1988)</title><meta name="DC.Title" content="${title} (1988)"><meta property="og:title" content="${title}">`,
      ).item.title,
    ).toBe(title)
  })
})

describe('a DOI that the page shows', () => {
  test('comes whole from its link', () => {
    expect(
      page(
        '',
        '<p><a href="https://doi.org/10.5555/S0009-2614(97)1">https://doi.org/10.5555/S0009-2614(97)1</a><a>Get rights</a></p>',
      ).item.DOI?.toLowerCase(),
    ).toBe('10.5555/s0009-2614(97)1')
  })
  test('comes from the page’s own script where nothing else has one', () => {
    expect(
      page('', '', `<title>${title}</title><script>SDM.doi = '10.5555/slate.9';</script>`).item.DOI,
    ).toBe('10.5555/slate.9')
    expect(
      page(
        '',
        '',
        `<title>${title}</title><script>a={doi:"10.5555/x.1"};b={doi:"10.5555/x.2"}</script>`,
      ).item.DOI,
    ).toBeUndefined()
  })
})
