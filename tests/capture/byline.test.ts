import { describe, expect, test } from 'vitest'
import { nameToText } from '../../src/item/name.ts'
import { captureOf } from '../support/page.ts'

const title = 'Salt on slate roofs: forty years of measurements'
const head = `<title>${title}</title>`
const abstract = `<h2>Abstract</h2><p>${'The slates were measured on the coast for forty years, and a third of them failed before their time. '.repeat(4)}</p>`

/** The authors of a page without any metadata, from what stands between its title and its abstract. */
function authors(between: string): string[] {
  const { author = [] } = captureOf(`<h1>${title}</h1>${between}${abstract}`, head).item
  return author.map(nameToText)
}

describe('authors that a page shows below its title', () => {
  test.each([
    [
      'a list with footnote marks',
      '<p>Maeve Halloran<sup>1,*</sup>, Pieter van der Berg<sup>2</sup> and José Mare<sup>1</sup></p>',
      ['Maeve Halloran', 'Pieter van der Berg', 'José Mare'],
    ],
    [
      'capitals, with a class',
      '<h3 class="author">MAEVE HALLORAN<sup>a1</sup>, PIETER A. SOW<sup>a1</sup> and ANNA LI<sup>a2</sup></h3><p><sup>a1</sup>Institute of Slate</p>',
      ['Maeve Halloran', 'Pieter A. Sow', 'Anna Li'],
    ],
    [
      'signs of notes in brackets',
      '<div class="authors"><span>Maeve Halloran</span><span>(?)</span>, <span>Pieter Berg</span><span>(?)</span></div>',
      ['Maeve Halloran', 'Pieter Berg'],
    ],
    [
      'PubMed’s form',
      '<div class="auths"><a>Halloran M</a>, <a>de Vos P</a>, <a>Mare JM</a>.</div>',
      ['M Halloran', 'P de Vos', 'JM Mare'],
    ],
    [
      'one a line',
      '<ul><li>Maeve Halloran<sup>a, b</sup>,</li><li>Pieter Berg<sup>a</sup>,</li><li>José Mare</li></ul><ul><li><sup>a</sup>School of Slate</li></ul>',
      ['Maeve Halloran', 'Pieter Berg', 'José Mare'],
    ],
    [
      'one a line without marks',
      '<ol><li>Maeve Halloran</li><li>Pieter Berg &amp;</li><li>José Mare</li></ol><p>Cite</p>',
      ['Maeve Halloran', 'Pieter Berg', 'José Mare'],
    ],
    [
      'each with affiliation and address',
      '<ul><li>Maeve Halloran mail,<p>* E-mail: mh@example.org</p><p>Affiliation: School of Slate, Halmouth</p></li><li>Pieter Berg<p>Affiliation: Roof Office, Halmouth</p></li></ul>',
      ['Maeve Halloran', 'Pieter Berg'],
    ],
    [
      'a name, a place and an e-mail',
      '<p>Maeve Halloran, University of Halmouth, Slate Office<br>maeve [at] slate.example.org<br>Pieter Berg, The Roof Planetarium<br>pieter [at] slate.example.org</p>',
      ['Maeve Halloran', 'Pieter Berg'],
    ],
    [
      'a profession behind',
      '<ol><li class="contributor">Maeve Halloran, assistant professor, slater,</li><li class="contributor">Pieter Berg, research fellow</li></ol>',
      ['Maeve Halloran', 'Pieter Berg'],
    ],
    [
      'links with nothing between',
      '<p><a href="/a">Halloran, M.</a>&nbsp;&nbsp;<a href="/b">Berg, P.</a>&nbsp;&nbsp;<a href="/c">Jen-Shih Mare</a><br>Dept. of Slate, Halmouth</p>',
      ['M. Halloran', 'P. Berg', 'Jen-Shih Mare'],
    ],
    [
      'institutions in italics between',
      '<p>Maeve Halloran, <em>Halmouth University;</em> Pieter Berg and José Mare, <em>Roof Institute</em></p>',
      ['Maeve Halloran', 'Pieter Berg', 'José Mare'],
    ],
    [
      'names in elements of their own',
      '<ul class="authors"><li><span class="name">Maeve Halloran</span> <span class="affiliation">University of Halmouth</span></li><li><span class="name">Pieter Berg</span> <span class="affiliation">Roof Institute</span></li></ul>',
      ['Maeve Halloran', 'Pieter Berg'],
    ],
    [
      'given name and surname apart',
      '<div><a><span class="given-name">Maeve</span><span class="surname">Halloran</span><sup>a</sup></a><a><span class="given-name">Pieter</span><span class="surname">van der Berg</span></a></div>',
      ['Maeve Halloran', 'Pieter van der Berg'],
    ],
    [
      'microdata, the last of them unmarked',
      '<ol><li class="contributor" itemprop="author"><span itemprop="name">Maeve Halloran</span><sup>1</sup>,</li><li class="contributor" itemprop="author"><span itemprop="name">Pieter Berg</span> and</li><li class="last"><span>José Mare</span><sup>1</sup></li></ol>',
      ['Maeve Halloran', 'Pieter Berg', 'José Mare'],
    ],
    [
      'degrees',
      '<div>Maeve Halloran, MPH; Pieter L. Berg, MD, MSPH; José Mare, PhD</div>',
      ['Maeve Halloran', 'Pieter L. Berg', 'José Mare'],
    ],
    [
      'a label',
      '<p>This paper appears in: Wireless Roofs, Issue Date: April 2003, Written by: Halloran, M.; Berg, P.A.</p>',
      ['M. Halloran', 'P.A. Berg'],
    ],
    [
      'family names that are words',
      '<p>Larry Page<sup>1</sup>, William H. Press<sup>1</sup>, Anna Case<sup>2</sup></p>',
      ['Larry Page', 'William H. Press', 'Anna Case'],
    ],
    ['one author alone', '<p>By Maeve Halloran</p>', ['Maeve Halloran']],
  ])('%s', (_what, between, expected) => expect(authors(between)).toEqual(expected))

  test.each([
    [
      'buttons',
      '<ul><li>Download PDF</li><li>Peer Review</li><li>Supporting Information</li></ul>',
    ],
    ['a menu', '<ul><li>Correct Errors</li><li>Monitor Changes</li></ul>'],
    ['an institution', '<p>Laboratoire de Physique, Université de Halmouth</p>'],
    ['an affiliation', '<p><sup>1</sup>Halmouth Wetterdienst, School of Roofs, Halmouth</p>'],
    ['two words alone', '<p>Slate Roofs</p>'],
    ['a sentence', '<p>Maeve Halloran measured slates in Halmouth and Port Ellen.</p>'],
  ])('%s: nobody', (_what, between) => expect(authors(between)).toEqual([]))

  test('are all there where the head has only one of them', () => {
    const tags = `${head}<meta name="citation_title" content="${title}"><meta name="citation_author" content="Mare, José">`
    const all = (between: string): string[] =>
      (captureOf(`<h1>${title}</h1>${between}${abstract}`, tags).item.author ?? []).map(nameToText)
    expect(all('<p>Maeve Halloran, Pieter Berg and José Mare</p>')).toEqual([
      'Maeve Halloran',
      'Pieter Berg',
      'José Mare',
    ])
    expect(all('<p>Maeve Halloran and Pieter Berg</p>')).toEqual(['José Mare'])
    expect(all('<p>José Mare</p><p>Invented Irish Studies</p><p>Pieter Berg</p>')).toEqual([
      'José Mare',
    ])
  })

  test('a second list is not taken for more authors', () => {
    expect(
      authors(
        '<ul class="a"><li>Maeve Halloran<sup>1</sup></li></ul><p>Academic Editor</p><div class="b">Donald Kramer<sup>9</sup></div>',
      ),
    ).toEqual(['Maeve Halloran'])
  })

  test('an editor is no author', () => {
    expect(
      authors(
        '<div class="authors"><span><span class="given-name">Maeve</span> <span class="surname">Halloran</span></span></div><dl class="editors"><dd><span class="given-name">Donald</span> <span class="surname">Kramer</span></dd></dl>',
      ),
    ).toEqual(['Maeve Halloran'])
  })
})
