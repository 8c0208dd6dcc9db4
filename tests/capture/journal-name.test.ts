import { describe, expect, test } from 'vitest'
import {
  isAbbreviated,
  isAbbreviationOf,
  isJournalName,
  soundsLikeJournal,
} from '../../src/capture/journal-name.ts'

describe('journals’ names', () => {
  test.each([
    'Tides',
    'eTide',
    'Acta Maritima Ficta',
    'J Test Med',
    'The Journal of Slate A',
    '化学',
  ])('%s may be one', (name) => expect(isJournalName(name)).toBe(true))
  test.each([
    'Published online',
    'Volume',
    'Archives',
    'Received August',
    'https://example.org',
    'SpringerLink',
    'Example Repository',
    'Welcome to the Library',
    'S. Moor and M. Faro, “On salt',
    'We measured slates. they failed',
  ])('%s is none', (name) => expect(isJournalName(name)).toBe(false))

  test('some say so themselves', () => {
    expect(soundsLikeJournal('Annual Review of Slate')).toBe(true)
    expect(soundsLikeJournal('Materials Chemistry')).toBe(false)
  })

  test.each([
    ['Tidal Chem. Phys.', 'Tidal Chemistry and Physics', true],
    ['J. Phys. Slate A', 'The Journal of Physical Slate A', true],
    ['Nano Lett', 'Nano Letters', true],
    ['Nano Lett', 'Nano Slate Letters', false],
    ['Nano Letters', 'Nano Letters', false],
    ['Slate Lett', 'Nano Letters', false],
  ])('%s for %s: %s', (short, whole, expected) =>
    expect(isAbbreviationOf(short, whole)).toBe(expected),
  )

  test.each([
    ['J Test Med', true],
    ['Tidal Chem. Phys.', true],
    ['Tides', false],
    ['Cell Reports', false],
  ])('%s is shortened: %s', (name, expected) => expect(isAbbreviated(name)).toBe(expected))
})
