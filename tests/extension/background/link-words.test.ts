// @vitest-environment jsdom
import { beforeEach, expect, test } from 'vitest'
import { linkWords } from '../../../extension/background/link-words.ts'

const href = 'https://example.org/tides'

beforeEach(() => document.body.replaceChildren())

test.each([
  ['its text', ['On tides'], 'On tides'],
  ['the longest text of several', ['PDF', 'On tides'], 'On tides'],
  ['its text before its image’s', ['<img alt="A long description of it">On tides'], 'On tides'],
  ['another one’s text before its image’s', ['<img alt="Cover of it">', 'Tides'], 'Tides'],
  ['the text in place of its images', [' <img alt=" On "><img><img alt="tides"> '], 'On tides'],
  [
    'nothing of a tag that stands for an image',
    ['<noscript>&lt;img></noscript><img alt="T">'],
    'T',
  ],
  ['the title of its image', ['<img alt="" title="On tides">'], 'On tides'],
  ['nothing', ['<img src="data:,">', ' '], ''],
])('a link is called by %s', (_, links, words) => {
  document.body.innerHTML = links.map((inside) => `<a href="${href}">${inside}</a>`).join('')
  expect(linkWords(href)).toBe(words)
})

test.each([
  ['aria-label="On tides" title="Opens here"', 'On tides'],
  ['title="On tides"', 'On tides'],
])('a link without a text is called by %s', (attributes, words) => {
  document.body.innerHTML = `<a href="${href}" ${attributes}><img></a><a href="/x">Another</a>`
  expect(linkWords(href)).toBe(words)
})

test('an area of an image map is called by its own text', () => {
  document.body.innerHTML = `<map name="m"><area href="${href}" alt="On tides"></map>`
  expect(linkWords(href)).toBe('On tides')
})

test('runs where there is nothing but its argument', () => {
  document.body.innerHTML = `<a href="${href}"><img alt="On tides"></a>`
  const alone: (href: string) => string = new Function(`return (${linkWords})`)()
  expect(alone(href)).toBe('On tides')
})
