import { describe, expect, test } from 'vitest'
import { captureOf } from '../support/page.ts'

const sentence =
  'The slates were measured on the coast for forty years, and a third of them failed before their time. '
const abstract = `<h2>Abstract</h2><p>${sentence.repeat(4)}</p>`
const tags =
  '<meta name="citation_title" content="Salt on slate roofs"><meta name="citation_author" content="Halloran, Maeve"><meta name="citation_journal_title" content="J Invented Roofs">'
const h1 = '<h1>Salt on slate roofs</h1>'
const links = Array.from(
  { length: 9 },
  (_, n) => `<li><a href="https://doi.org/10.5555/x.${n}">Paper ${n}</a></li>`,
).join('')
const doi = '<p>doi: 10.5555/slate.1</p>'
const authors = '<p>Maeve Halloran, John Doe and Ann Roe</p>'

describe('the kind of a page', () => {
  test.each([
    ['abstract', 'tags for citing and an abstract', tags, h1 + abstract],
    ['abstract', 'tags for citing, an author and no abstract', tags, h1],
    ['abstract', 'no tags, an abstract under its heading, and its DOI', '', h1 + doi + abstract],
    [
      'abstract',
      'no tags, an abstract under its heading, and keywords',
      '',
      `${h1}${abstract}<p>Keywords: slate; salt</p>`,
    ],
    [
      'fulltext-with-abstract',
      'the body too',
      tags,
      `${h1}${abstract}<h2>Introduction</h2>${`<p>${sentence.repeat(5)}</p>`.repeat(16)}`,
    ],
    [
      'not-paper',
      'tags for citing without author and abstract',
      '<meta name="citation_title" content="Salt"><meta name="citation_pdf_url" content="/a.pdf">',
      `${h1}<p>${sentence.repeat(3)}</p>`,
    ],
    [
      'not-paper',
      'a blog that cites itself, with a summary',
      '<meta name="citation_title" content="Salt on slate roofs"><meta name="citation_author" content="Halloran, Maeve">',
      `${h1}<h2>Summary</h2><p>${sentence.repeat(5)}</p>`,
    ],
    [
      'not-paper',
      'a data set with the tags of a paper',
      `${tags}<script type="application/ld+json">{"@context":"https://schema.org","@type":"Dataset"}</script>`,
      h1 + abstract,
    ],
    [
      'not-paper',
      'a patent',
      `${tags}<meta name="citation_patent_number" content="US:1">`,
      h1 + abstract,
    ],
    ['not-paper', 'an abstract without identifier, keywords and authors', '', h1 + abstract],
    ['abstract', 'title, authors and abstract as on a first page', '', h1 + authors + abstract],
    [
      'not-paper',
      'an essay that quotes an abstract behind its own words',
      '',
      `${h1}${authors}<p>${sentence.repeat(3)}</p>${abstract}`,
    ],
    [
      'not-paper',
      'a specification',
      '',
      `${h1}${authors}${abstract}<h2>Status of this Document</h2><p>${sentence}</p>`,
    ],
    [
      'not-paper',
      'an essay with its references',
      '',
      `${h1}<p>${sentence.repeat(3)}</p><ol class="references">${links}</ol>`,
    ],
    [
      'list',
      'a programme with several abstracts',
      '',
      `<h1>Programme and abstracts</h1><h3>Salt on slate roofs</h3>${authors}${abstract}<h3>Copper on church roofs</h3><p>John Doe</p><h4>Abstract</h4><p>${'Copper roofs of forty churches were painted green by rain within nine years, as samples showed. '.repeat(4)}</p>`,
    ],
    [
      'not-paper',
      'a short text under the heading',
      '',
      `${h1}${doi}<h2>Abstract</h2><p>${sentence}</p>`,
    ],
    ['not-paper', 'running text', '', `<h1>On slates</h1><p>${sentence.repeat(5)}</p>`],
    [
      'not-paper',
      'PRISM on news',
      '<meta name="prism.doi" content="10.5555/news.1"><meta name="dc.creator" content="Kwon, D.">',
      `${h1}<p>${sentence.repeat(5)}</p><p>${sentence.repeat(5)}</p><p>${sentence.repeat(5)}</p>`,
    ],
    ['list', 'many papers', '', `<h1>Search results</h1><ul>${links}</ul>`],
    [
      'list',
      'many papers with keywords and an abstract of one',
      '',
      `<h1>Search results</h1>${abstract}<p>Keywords: slate</p><ul>${links}</ul>`,
    ],
    [
      'blocked',
      'a robot check',
      '<title>Just a moment...</title>',
      '<h1>Checking your browser</h1>',
    ],
    ['blocked', 'an error', '<title>404 Not found</title>', `<p>${sentence.repeat(4)}</p>`],
    ['shell', 'an empty frame', '<script>load()</script>', '<div id="root"></div>'],
  ])('is %s: %s', (kind, _what, head, body) => {
    expect(captureOf(body, head).kind).toBe(kind)
  })
})

describe('which paper a page is of', () => {
  const idOf = (head: string, body: string, url?: string): string | undefined =>
    captureOf(body, head, url).identifiers[0]

  test.each([
    ['a DOI printed at the title is its', '', h1 + doi + abstract, 'doi:10.5555/slate.1'],
    [
      'a DOI printed far below is another’s',
      '',
      `${h1}${abstract}${'<p>x</p>'.repeat(20)}${doi}`,
      'url:https://journal.example.org/a/1',
    ],
    [
      'the DOI of the paper that it corrects is not its',
      '',
      `${h1}<p>This corrects the article doi: 10.5555/slate.2</p>${abstract}`,
      'url:https://journal.example.org/a/1',
    ],
    [
      'two DOIs are nobody’s',
      '',
      `${h1}${doi}<p>doi: 10.5555/slate.3</p>${abstract}`,
      'url:https://journal.example.org/a/1',
    ],
    [
      'DC.relation names another',
      '<meta name="DC.Relation" content="doi:10.5555/other"><meta name="DC.Title" content="T">',
      h1,
      'url:https://journal.example.org/a/1',
    ],
    [
      'what an article is about is another',
      '<script type="application/ld+json">{"@type":"NewsArticle","about":{"@type":"ScholarlyArticle","sameAs":"https://doi.org/10.5555/other"}}</script>',
      h1,
      'url:https://journal.example.org/a/1',
    ],
    [
      'of several articles the page’s own counts',
      '<title>Second</title><script type="application/ld+json">[{"@type":"ScholarlyArticle","name":"The first of them","sameAs":"https://doi.org/10.5555/one"},{"@type":"ScholarlyArticle","name":"Another","url":"https://journal.example.org/a/1","sameAs":"https://doi.org/10.5555/two"}]</script>',
      h1,
      'doi:10.5555/two',
    ],
  ])('%s', (_what, head, body, expected) => expect(idOf(head, body)).toBe(expected))

  test('a canonical address in the text is not the page’s own', () => {
    const link = '<link rel="canonical" href="https://journal.example.org/a/2">'
    expect(captureOf(h1 + abstract, tags + link).item.URL).toBe('https://journal.example.org/a/2')
    expect(captureOf(h1 + link + abstract, tags).item.URL).toBe('https://journal.example.org/a/1')
  })

  test('a head that is still the page’s before it is not read', () => {
    const captured = captureOf(
      `<h1>Tides and moods</h1><p>${sentence.repeat(4)}</p>`,
      '<meta name="citation_pmid" content="111111"><meta name="citation_title" content="The page before"><meta name="citation_doi" content="10.5555/before">',
      'https://read.qxmd.com/read/222222/x',
    )
    expect(captured.item).toMatchObject({ PMID: '222222', title: 'Tides and moods' })
    expect(captured.identifiers).not.toContain('doi:10.5555/before')
  })

  test.each([
    ['https://pubs.example.org/doi/10.5555/a.1/references', '10.5555/a.1'],
    ['https://pubs.example.org/doi/pdfdirect/10.5555/a.2', '10.5555/a.2'],
    ['https://www.biorxiv.org/content/10.1101/696633v1.full', '10.1101/696633'],
    ['https://pubs.example.org/doi/full/10.5555/a.3', '10.5555/a.3'],
  ])('%s is of %s', (url, expected) => expect(captureOf(h1, '', url).item.DOI).toBe(expected))
})
