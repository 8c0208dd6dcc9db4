import { describe, expect, test } from 'vitest'
import { readSavedPage } from '../../scripts/saved-page.mjs'
import { fixtures, now } from '../support/fixtures.ts'
import { captureCall, h1, own, section, slatesBrowser } from './support/slates-page.mjs'

/** What `npm run test:full` has time for. */
const isFull = process.env.OFFPRINT_FUZZ === 'full'

/** Every so many fixtures are changed. */
const every = isFull ? 6 : 24

/** The largest pages are whole in the full tests, where what grew with the square of their size would take a minute. */
const many = (count) => (isFull ? count : count / 4)

const browser = slatesBrowser()

/** Captures a page that is written here; throws where it takes longer than a hung page may. */
const captureOf = (body) =>
  browser.within({ body }, async (evaluate, source) =>
    JSON.parse(await evaluate(`${source}\n;JSON.stringify(${captureCall}.capture)`)),
  )

const controlNames =
  'children attributes parentElement parentNode textContent nodeName localName querySelector querySelectorAll getAttribute hasAttributes matches closest firstChild nextSibling contains nodeType ownerDocument className compareDocumentPosition getElementsByTagName firstElementChild nextElementSibling previousElementSibling childElementCount childNodes tagName id title lang'.split(
    ' ',
  )

// Only a real browser shows a form's controls as its properties, to content scripts too.
describe('a form whose controls are named like an element’s own properties', () => {
  const controls = controlNames.map((name) => `<input name="${name}">`).join('')

  test.each([
    ['round the whole page', `<form>${controls}${h1}${section}</form>`],
    ['round the title', `<form>${controls}Salt on slate roofs${section}</form>`],
    ['round the abstract', `${h1}<form>${controls}<b>Abstract:</b> ${own}</form>`],
    ['round a heading', `${h1}<form>${controls}Abstract<br><br>${own}</form>`],
    [
      'named as an abstract',
      `${h1}<form class="abstract">${controls}<h2>Abstract</h2>${own}</form>`,
    ],
    ['beside it', `${h1}${section}<form>${controls}Sign in to go on.</form>`],
    [
      'an item of microdata',
      `<form typeof="Thesis">${controls}</form><div typeof="Thesis">${h1.replace('>', ' property="name">')}<form>${controls}<p typeof="Person" property="author">Maeve Roe</p></form><form typeof="Person" property="author">${controls}</form></div>${section}`,
    ],
    ['named as an author', `${h1}<form class="surname">${controls}Maeve Roe</form>${section}`],
  ])('%s', async (_, body) => {
    const { item } = await captureOf(body)
    expect(item.title).toBe('Salt on slate roofs')
    expect(item.abstract).toBe(own)
  })
})

// Seeded: the same forms in the same places each time.
test('a form round, in or instead of any element of the fixtures', async () => {
  const pages = fixtures().filter(({ file }) => file.endsWith('.html'))
  const failed = []
  let seed = 1
  for (const { name, file } of pages.filter((_, i) => i % every === 0)) {
    const saved = await readSavedPage(file)
    await browser.withSaved(saved, async (evaluate, source) => {
      await evaluate(`${source}\n;globalThis.offprint = offprint; undefined`)
      for (let turn = 0; turn < 12; turn++) {
        seed = (seed * 1664525 + 1013904223) % 2 ** 32
        const call = `(${captureWithForm})(${seed / 2 ** 32}, ${turn % 3}, ${JSON.stringify(controlNames)}, ${JSON.stringify(saved.url)}, ${JSON.stringify(now)})`
        const error = await evaluate(call)
        if (error !== '') failed.push(`${name}, turn ${turn}: ${error}`)
      }
    })
  }
  expect(failed).toEqual([])
}, 120_000)

/** Runs in the page: puts a form with these controls in, round or instead of some element, and captures. */
function captureWithForm(chance, turn, controlNames, url, now) {
  const elements = document.querySelectorAll('body :not(form, script, style, svg *, math *)')
  const element = elements[Math.floor(chance * elements.length)]
  const form = document.createElement('form')
  const put = (...nodes) => Element.prototype.append.call(form, ...nodes)
  for (const name of controlNames) put(Object.assign(document.createElement('input'), { name }))
  const children = [...element.childNodes]
  if (turn === 1) {
    element.before(form)
    put(element)
  } else {
    if (turn === 0) element.append(form)
    else {
      for (const { name, value } of element.attributes)
        Element.prototype.setAttribute.call(form, name, value)
      element.replaceWith(form)
    }
    put(...children)
  }
  try {
    globalThis.offprint.timed(url, now)
    return ''
  } catch (error) {
    return String(error.stack)
  }
}

describe('a page that is made to cost', () => {
  test.each([
    [
      'elements in a line',
      `${h1}<div class="abstract">${'<span>a </span>'.repeat(many(400_000))}</div>`,
    ],
    ['abstracts under headings', h1 + section.repeat(many(40_000))],
    [
      'elements named as abstracts',
      `${h1}${`<div class="abstract"><p>${own}</p></div>`.repeat(many(40_000))}`,
    ],
    [
      'items of microdata',
      h1 + `<div typeof="Thesis"><b property="name">A</b>`.repeat(3000) + section,
    ],
    ['elements in each other', `${h1}${'<div class="abstract">'.repeat(400)}${section}`],
    ['names in a line', `${h1}<p>${'Jane Doe, '.repeat(100_000)}</p>${section}`],
    ['formulas', `${h1}<h2>Abstract</h2><p>${own}${'<math><mi>x</mi></math>'.repeat(20_000)}</p>`],
  ])(
    '%s',
    async (_, body) => {
      const { item } = await captureOf(body)
      expect(item.title).toBe('Salt on slate roofs')
    },
    60_000,
  )
})
