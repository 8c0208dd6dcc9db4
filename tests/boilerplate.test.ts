import { existsSync, readFileSync } from 'node:fs'
import { JSDOM } from 'jsdom'
import { describe, expect, test } from 'vitest'
import { closings } from '../src/boilerplate/closings.ts'
import { notAnAbstract } from '../src/boilerplate/not-an-abstract.ts'
import { openings } from '../src/boilerplate/openings.ts'
import { pageFurniture } from '../src/boilerplate/page-furniture.ts'
import { elementRule, lineRule, refusal, strip } from '../src/boilerplate/strip.ts'
import { wholeLines } from '../src/boilerplate/whole-lines.ts'
import { fixtures } from './support/fixtures.ts'
import { growsLinearly, repeated, untilMeasured } from './support/grows.ts'

const body = 'The slates were measured for forty years, and a third of them failed.'
const textRules = [...openings, ...closings, ...wholeLines, ...notAnAbstract]
const everyRule = [...textRules, ...pageFurniture]
const keeps = everyRule.flatMap((rule) => ('selector' in rule ? [] : rule.keeps))

describe('the rules', () => {
  test('have names of their own, a reason and examples on both sides', () => {
    expect(new Set(everyRule.map((rule) => rule.id)).size).toBe(everyRule.length)
    for (const rule of everyRule) {
      expect(rule.id).toMatch(/^[a-z]+(?:-[a-z]+)*$/)
      expect(rule.why.length).toBeGreaterThan(15)
      expect(rule.strips.length).toBeGreaterThan(0)
      expect(rule.keeps.length).toBeGreaterThan(0)
    }
  })

  test.each(openings)('$id takes its openings away', (rule) => {
    for (const opening of rule.strips) {
      const text = `${opening}${body}`
      expect(text.replace(rule.match, '').trimStart(), opening).toBe(
        /^(?:Abstract|摘要)$/.test(opening) && rule.id === 'abstract-label' ? text : body,
      )
    }
  })

  test.each(closings)('$id takes its closings away', (rule) => {
    for (const closing of rule.strips)
      expect(`${body}${closing}`.replace(rule.match, '').trimEnd(), closing).toBe(body)
  })

  test.each([...wholeLines, ...notAnAbstract])('$id takes its lines away', (rule) => {
    for (const line of rule.strips) expect(rule.match.test(line), line).toBe(true)
  })

  test.each(pageFurniture)('$id takes its elements away and no other', (rule) => {
    const matches = (html: string): boolean =>
      [...new JSDOM(html).window.document.querySelectorAll(rule.selector)].some(
        (element) => rule.text?.test(element.textContent ?? '') ?? true,
      )
    for (const html of rule.strips) expect(matches(html), html).toBe(true)
    for (const html of rule.keeps) expect(matches(html), html).toBe(false)
    const { document } = new JSDOM('<p>text</p>').window
    expect(elementRule(document.querySelector('p') ?? document.body)).toBeUndefined()
  })

  test.each(keeps)('all together leave “%s” as it is', (text) => {
    expect(strip(text).text).toBe(text)
    expect(lineRule(text)).toBeUndefined()
    expect(refusal(text)).toBeUndefined()
  })

  test.each(fixtures().filter((fixture) => existsSync(fixture.expected)))(
    'all together leave the abstract of $name as it is',
    ({ expected }) => {
      const { item } = JSON.parse(readFileSync(expected, 'utf8'))
      for (const paragraph of (item?.abstract ?? '').split('\n\n')) {
        expect(strip(paragraph).text).toBe(paragraph)
        expect(lineRule(paragraph)).toBeUndefined()
        if (paragraph !== '') expect(refusal(paragraph)).toBeUndefined()
      }
    },
  )

  test('stripping twice is stripping once', () => {
    const dirty = [...openings].flatMap((o) =>
      o.strips.flatMap((opening) =>
        closings.flatMap((c) => c.strips.map((closing) => `${opening}${body}${closing}`)),
      ),
    )
    expect(dirty.length).toBeGreaterThan(100)
    for (const text of dirty) {
      const once = strip(text).text
      expect(strip(once).text, text).toBe(once)
    }
  })

  test('the trail and the text together hold every word', () => {
    const { text, removed } = strip(
      'Abstract: Slates fail. © 2019 Example Press. All rights reserved. Show more',
    )
    expect(text).toBe('Slates fail.')
    expect(removed.map((line) => line.rule)).toEqual(['abstract-label', 'publisher-copyright'])
  })
})

describe('no rule takes long over any text', () => {
  const pumps = [
    'a',
    ' ',
    '(',
    ')',
    '.',
    'A ',
    '© ',
    '(c) ',
    'Abstract ',
    'abstract: ',
    'copyright ',
    '10.1234/',
    '\n',
    '… ',
    'the ',
    'show more ',
    '[',
    '-',
    'доктор ',
  ]
  test.each(textRules)('$id', untilMeasured, async ({ match }) => {
    for (const pump of pumps) {
      await growsLinearly(repeated(pump), (text) => [match.test(text), match.test(`${text}!`)])
    }
  })
})
