import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { creditedPeople, localeCredit, styleCredit } from '../../scripts/citation-credits.ts'
import { licenceNotice } from '../../scripts/citation-licences.ts'
import { packedLocale, packedStyle, peopleIn } from '../../scripts/citation-styles.ts'
import { referenceLanguages } from '../../src/references/languages.ts'
import type { Packed } from '../../src/references/packed.ts'
import { referenceStyles } from '../../src/references/styles.ts'

const packages = resolve(import.meta.dirname, '../../node_modules')
const ids = referenceStyles.map(({ id }) => id)
const notice = licenceNotice(packages)

const child = (of: Packed | undefined, name: string): Packed | undefined =>
  of?.c?.find((each): each is Packed => typeof each !== 'string' && each.n === name)

/** Authors as a packed style or locale names them. */
const authorsOf = (packed: Packed) =>
  (child(packed, 'info')?.c ?? []).flatMap((each) =>
    typeof each !== 'string' && each.n === 'author' ? (child(each, 'name')?.c ?? []) : [],
  )

describe.each(ids)('the style %s', (id) => {
  const packed = packedStyle(id)
  const credit = styleCredit(id, packages)

  it('has a list, and says whose it is and under which licence', () => {
    expect(child(packed, 'bibliography')).toBeDefined()
    expect(authorsOf(packed)).toEqual(credit.names)
    expect(child(child(packed, 'info'), 'rights')?.a?.license).toContain('/by-sa/3.0/')
  })

  it('is credited to as many people as its own file names', () => {
    expect(creditedPeople(id)).toBe(peopleIn(id))
  })

  it('is in the notice', () => {
    for (const part of [`style-${id}.js`, credit.title, credit.url, ...credit.names])
      expect(notice).toContain(part)
  })
})

describe.each(referenceLanguages)('the locale %s', (language) => {
  it('has terms, and says whose it is', () => {
    const packed = packedLocale(language)
    const credit = localeCredit(language, packages)
    expect(child(packed, 'terms')?.c?.length).toBeGreaterThan(100)
    expect(credit.names.length).toBeGreaterThan(0)
    expect(authorsOf(packed)).toEqual(credit.names)
    for (const part of [`locale-${language}.js`, credit.url, ...credit.names])
      expect(notice).toContain(part)
  })
})

it('the notice has the engine’s own, and the whole licence that it is used under', () => {
  for (const part of [
    'Copyright (c) 2009-2019 Frank Bennett',
    'https://github.com/juris-m/citeproc-js',
    'unmodified',
    'Common Public Attribution License Version 1.0 (CPAL)',
    '3.7 Larger Works.',
    'EXHIBIT B. Attribution Information',
  ])
    expect(notice).toContain(part)
})
