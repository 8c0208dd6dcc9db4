import { JSDOM } from 'jsdom'
import { describe, expect, test } from 'vitest'
import { readMicrodata } from '../../src/metadata/microdata.ts'

const url = new URL('https://catalogue.example.org/record/7')

function read(body: string, title = ''): Record<string, string> {
  const { document } = new JSDOM(`<title>${title}</title>${body}`).window
  return Object.fromEntries(readMicrodata(document, url).map(({ field, text }) => [field, text]))
}

const microdata = `
  <article itemscope itemtype="https://schema.org/ScholarlyArticle">
    <h1 itemprop="headline">Moss on  northern roofs</h1>
    <span itemprop="author" itemscope itemtype="http://schema.org/Person"><a itemprop="url" href="/p/1"><b itemprop="name">Ada Marsh</b></a></span>
    <span itemprop="author" itemscope itemtype="http://schema.org/Organization"><b itemprop="name">Slate Group</b></span>
    <time itemprop="datePublished" datetime="2021-03-04">4 March</time>
    <span itemprop="isPartOf" itemscope itemtype="http://schema.org/PublicationVolume">
      <span itemprop="volumeNumber">12</span>
      <span itemprop="isPartOf" itemscope itemtype="http://schema.org/Periodical"><i itemprop="name">Roof Letters</i><meta itemprop="issn" content="1234-5679"></span>
    </span>
    <a itemprop="sameAs" href="https://doi.org/10.1234/roof.7">link</a>
    <p itemprop="description">A description.</p>
  </article>`

const rdfa = `
  <div vocab="http://schema.org/" resource="#record" typeof="CreativeWork Thesis">
    <h3 property="name">Salt on slate in coastal towns</h3>
    <p property="author"><a href="/Author?author=Marsh">Marsh, Ada</a></p>
    <span property="datePublished">1999</span>
  </div>`

describe('readMicrodata', () => {
  test('an article with items in items', () => {
    expect(read(microdata)).toMatchObject({
      title: 'Moss on northern roofs',
      author: 'Ada Marsh; Slate Group',
      issued: '2021-03-04',
      volume: '12',
      'container-title': 'Roof Letters',
      ISSN: '1234-5679',
      DOI: expect.stringContaining('10.1234/roof.7'),
    })
    expect(read(microdata)).not.toHaveProperty('abstract')
  })

  test('RDFa Lite', () => {
    expect(read(rdfa)).toMatchObject({
      title: 'Salt on slate in coastal towns',
      author: 'Ada Marsh',
      issued: '1999',
    })
  })

  test('authors below the title and again beside their affiliations are one list', () => {
    const people = ['Ada Marsh', 'Bo Reed']
      .map((name) => `<p property="author" typeof="Person"><b property="name">${name}</b></p>`)
      .join('')
    const page = `<div vocab="https://schema.org/" typeof="ScholarlyArticle"><h1 property="name">Moss on northern roofs</h1>${people}<h3>Authors</h3>${people}</div>`
    expect(read(page).author).toBe('Ada Marsh; Bo Reed')
  })

  test('a catalogue’s work', () => {
    expect(read(rdfa.replace(' Thesis', ' Product'))).toHaveProperty('title')
  })

  test.each([
    ['two with headings', microdata + microdata],
    ['a related one', microdata.replaceAll('h1', 'p')],
    ['news', microdata.replace('ScholarlyArticle', 'NewsArticle')],
    ['a plain article', rdfa.replace('CreativeWork Thesis', 'Article')],
  ])('nothing of %s', (_, page) => expect(read(page)).toEqual({}))

  test('a related one whose name is the window’s title is the page’s', () => {
    expect(read(microdata.replaceAll('h1', 'p'), 'Moss on northern roofs | Roofs')).toHaveProperty(
      'title',
    )
  })
})
