import { describe, expect, test } from 'vitest'
import { captureFixture, expectation, fixtures, open } from './support/fixtures.ts'

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
