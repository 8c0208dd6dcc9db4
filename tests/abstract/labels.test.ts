import { describe, expect, test } from 'vitest'
import {
  abstractWords,
  isAbstractHeading,
  isAfterHeading,
  isBesideHeading,
  isBodyHeading,
  isKeywords,
  isLanguageName,
  isNote,
  mayBeAbstractHeading,
} from '../../src/abstract/labels.ts'

describe('headings that say `Abstract`', () => {
  // The quick look at a source must let every one of them through.
  test.each([...abstractWords])('%s, however it is written', (word) => {
    for (const written of [
      word,
      word.toUpperCase(),
      `[${word}]`,
      `【${word}】`,
      `1. ${word}`,
      `${word}:`,
      `▼ ${word}`,
      `\n      ${word}`,
    ])
      expect(mayBeAbstractHeading(written), written).toBe(true)
    for (const written of [word, word.toUpperCase(), `【${word}】`, `1. ${word}`, `${word}:`])
      expect(isAbstractHeading(written), written).toBe(true)
  })

  test.each([
    'Abstract (English)',
    'Abstract [de]',
    'Resumen en español',
    '摘 要',
    'Abstract Show more',
  ])('%s', (heading) => expect(isAbstractHeading(heading)).toBe(true))

  test.each([
    'Abstract algebra',
    'Abstracts of the meeting',
    'An abstract',
    'Summary of costs',
    '',
  ])('not %s', (heading) => expect(isAbstractHeading(heading)).toBe(false))
})

describe('what stands beside and below it', () => {
  test.each(['Highlights', 'Graphical abstract', 'Author’s summary', 'Plain-language summary:'])(
    '%s is a neighbour',
    (heading) => expect(isBesideHeading(heading)).toBe(true),
  )

  test.each(['Keywords', '1. Introduction', 'References', 'Mots-clés : ardoise', 'JEL codes'])(
    '%s ends it',
    (heading) => expect(isAfterHeading(heading)).toBe(true),
  )

  test('a sentence that begins like a heading is none', () => {
    expect(isAfterHeading('Access to slate differs by parish.')).toBe(false)
    expect(isBodyHeading('Introduction of slate')).toBe(false)
  })

  test.each(['Keywords: slate', 'Index Terms—slate', '关键词：板岩', 'Schlüsselwörter: Schiefer'])(
    '%s is a line of keywords',
    (line) => expect(isKeywords(line)).toBe(true),
  )

  test.each([
    'Received 3 May 2014; accepted 1 June 2014',
    'To appear in Roofs and their Makers',
    'Submitted to the Journal of Roofs',
    'Funding: none',
  ])('%s is a note', (line) => expect(isNote(line)).toBe(true))

  test.each(['Received wisdom says that slate lasts.', 'Submitted slates were weighed.'])(
    '%s is none',
    (line) => expect(isNote(line)).toBe(false),
  )
})

describe('names of languages', () => {
  test.each(['English', 'ESPAÑOL', '[Deutsch]', 'English version:', '中文'])('%s', (name) =>
    expect(isLanguageName(name)).toBe(true),
  )

  test.each(['English slates', 'French and German roofs', 'Danish'.repeat(9)])('not %s', (name) =>
    expect(isLanguageName(name)).toBe(false),
  )
})
