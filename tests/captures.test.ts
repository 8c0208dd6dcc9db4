import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { capture } from '../src/capture/capture.ts'
import { captureFixture, expectation, fixtures, now, open, openText } from './support/fixtures.ts'

/** The founding example, a real page's text: read where it is at hand; elsewhere there is no such test. */
const seed = resolve(import.meta.dirname, '../../shared/seeds/qxmd-lenalidomide.txt')

function foundingExample(text: string): void {
  const title = 'Mechanisms of Action of Lenalidomide in B-Cell Non-Hodgkin Lymphoma'
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  const escaped = (line: string): string => line.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  const asHtml = (tag: (line: string) => string): string =>
    `<!doctype html><title>${title}. | Read by QxMD</title>${lines.map((line) => `<${tag(line)}>${escaped(line)}</${tag(line)}>`).join('\n')}`
  const forms: [string, string, 'text/plain' | 'text/html'][] = [
    ['a text page', text, 'text/plain'],
    [
      'an HTML page with a heading',
      asHtml((line) => (line === `${title}.` ? 'h1' : line.startsWith('Add ') ? 'button' : 'p')),
      'text/html',
    ],
    ['an HTML page that marks nothing', asHtml(() => 'div'), 'text/html'],
  ]

  test.each(forms)(
    'as %s gives exactly its paper, and everything else is in the trail',
    (_name, body, contentType) => {
      const url = 'https://read.qxmd.com/read/25829391/mechanisms-of-action-of-lenalidomide'
      const { item, sections, publicationTypes, source } = capture(
        openText(body, url, contentType),
        url,
        now,
      )
      expect(item.title).toBe(title)
      expect(item.PMID).toBe('25829391')
      expect(sections).toHaveLength(1)
      expect(item.abstract).toMatch(
        /^Lenalidomide is an orally active .* multiple types of B-cell lymphomas\.$/,
      )
      expect(item.abstract?.match(/\.(?= |$)/g)).toHaveLength(10)
      expect(publicationTypes).toEqual([
        'Journal Article',
        'Review',
        "Research Support, Non-U.S. Gov't",
      ])
      const rest = lines.filter(
        (line) =>
          !line.startsWith('Lenalidomide') && line !== `${title}.` && line !== line.toUpperCase(),
      )
      expect(source.removed.map((line) => line.text)).toEqual(rest)
      expect(rest).toHaveLength(18)
      for (const { rule } of source.removed) expect(rule).not.toBe('outside-abstract')
    },
  )
}

if (existsSync(seed)) {
  describe('the founding example', () => foundingExample(readFileSync(seed, 'utf8')))
}

describe('captures', () => {
  test('there are fixtures of every kind', () => {
    const all = fixtures()
    expect(all.some((fixture) => fixture.portal === 'qxmd')).toBe(true)
    expect(all.some((fixture) => fixture.contentType === 'text/plain')).toBe(true)
  })

  test.each(fixtures())('$name gives what a person expects', (fixture) => {
    const captured = captureFixture(fixture)
    const summary = {
      ...captured,
      removed: captured.source.removed,
      doubts: captured.source.doubts,
    }
    const expected = expectation(fixture, summary)
    expect(
      Object.fromEntries(Object.keys(expected).map((key) => [key, Reflect.get(summary, key)])),
    ).toEqual(expected)
  })

  test.each(fixtures())('$name is the same page after the capture', (fixture) => {
    const document = open(fixture)
    const before = document.documentElement.outerHTML
    captureFixture(fixture)
    expect(document.documentElement.outerHTML).toBe(before)
  })

  test.each(fixtures().filter((fixture) => fixture.portal))(
    '$name is read as its own portal',
    (fixture) => {
      expect(captureFixture(fixture).source.portal).toBe(fixture.portal)
    },
  )
})
