import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { citationKey, isCitationKey } from '../../src/item/citation-key.ts'
import type { Item } from '../../src/item/item.ts'

const free = (): boolean => false

function paper(
  family: string,
  year: number | undefined,
  title: string | undefined,
  more: Partial<Item> = {},
): Item {
  return {
    type: 'article-journal',
    ...(family === '' ? {} : { author: [{ family, given: 'A.' }] }),
    ...(year === undefined ? {} : { issued: { 'date-parts': [[year]] } }),
    ...(title === undefined ? {} : { title }),
    ...more,
  }
}

describe('citationKey', () => {
  it.each([
    ['Smith', 'Deep learning for tides', 'smith2020deep'],
    ['Smith', 'On the Origin of Ripples', 'smith2020origin'],
    ['Smith', 'The <i>C. elegans</i> genome', 'smith2020elegans'],
    ['Smith', '<i>Fagus</i> in the hills', 'smith2020fagus'],
    ['Smith', 'SARS-CoV-2 in dust', 'smith2020sars'],
    ['Smith', '5-year results', 'smith2020year'],
    ['Smith', '2021', 'smith20202021'],
    ['Smith', 'Der Einfluss des Mondes', 'smith2020einfluss'],
    ['Smith', "L'étude des marées", 'smith2020etude'],
    ['Smith', 'El efecto de la luna', 'smith2020efecto'],
    ['Sørensen', 'Ökologie der Straße', 'sorensen2020okologie'],
    ['Łukaszewicz-Æbelø', 'Tides', 'lukaszewiczaebelo2020tides'],
    ["O'Brien", 'Tides', 'obrien2020tides'],
    ['Щербаков', 'Глубокое обучение', 'shcherbakov2020glubokoe'],
    ['Παπαδόπουλος', 'Βαθιά μάθηση', 'papadopoulos2020vathia'],
    ['王', 'Deep learning', 'anon2020deep'],
    ['王', '基于深度学习', 'anon2020'],
    ['Smith', '基于深度学习', 'smith2020'],
    ['', 'Deep learning', '2020deep'],
  ])('%s, %s', (family, title, expected) => {
    expect(citationKey(paper(family, 2020, title), free)).toBe(expected)
  })
  it('writes the particle and a body’s whole name', () => {
    expect(
      citationKey(
        { type: 'article', author: [{ family: 'Berg', 'non-dropping-particle': 'van der' }] },
        free,
      ),
    ).toBe('vanderberg')
    expect(citationKey({ type: 'article', author: [{ literal: 'HARBOUR Group' }] }, free)).toBe(
      'harbourgroup',
    )
  })
  it('takes the end of the DOI where a name cannot be written, and anon where there is nothing', () => {
    expect(
      citationKey(paper('王', 2020, '基于', { DOI: '10.1000/journal.PONE_123-4' }), free),
    ).toBe('journalpone_123-4')
    expect(citationKey({ type: 'article' }, free)).toBe('anon')
  })
  it('puts a, b … z, aa on the newer', () => {
    const taken = new Set<string>()
    const keys = Array.from({ length: 28 }, () => {
      const key = citationKey(paper('Smith', 2020, 'Deep'), (each) => taken.has(each))
      taken.add(key)
      return key.replace('smith2020deep', '')
    })
    expect(keys.join(' ')).toBe(' a b c d e f g h i j k l m n o p q r s t u v w x y z aa')
  })
  it('is a key for every tool, whatever the names and titles', () => {
    const text = fc.string({ unit: 'binary', maxLength: 60 })
    fc.assert(
      fc.property(text, text, text, (family, title, doi) => {
        const key = citationKey(paper(family, 2020, title, { DOI: `10.1000/${doi}` }), free)
        expect(isCitationKey(key), key).toBe(true)
        expect(key.length).toBeLessThan(90)
      }),
    )
  })
})

describe('isCitationKey', () => {
  it.each([
    'smith2020deep',
    '10.1145/1234.5678',
    'DBLP:journals/corr/abs-1706-03762',
    'smith.2020',
    'smith+2020',
    'müller2020',
    '王2020',
    'Иванов2020',
    'ISI:000123',
    'a!$&*;?@[]_`b',
    'a--b',
    '.',
    '__proto__',
  ])('keeps %s', (key) => expect(isCitationKey(key)).toBe(true))
  it.each([
    ['nothing', ''],
    ['white space', 'a b'],
    ['a control', 'a\u0000b'],
    ...[...'"#%\'(),={}~\\|<>^·😀–'].map((sign) => [sign, `a${sign}b`]),
    ['a letter that is not composed', 'u\u0308'],
    ['one that NFC writes as another', '\u212b2020'],
    ['every paper', '*'],
    ['an address', 'http://zotero.org/users/1/items/ABCD'],
    ['more than the library holds', 'a'.repeat(201)],
  ])('refuses %s', (_, key) => expect(isCitationKey(key as string)).toBe(false))
})
