import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { transliterate } from '../../src/text/transliterate.ts'
import { growsLinearly, repeated, untilMeasured } from '../support/grows.ts'

describe('transliterate', () => {
  it.each([
    ['Sørensen & Æbelø', 'Sorensen & Aebelo'],
    ['Straße', 'Strasse'],
    ['Łukasz', 'Lukasz'],
    ['İnönü Işık', 'Inonu Isik'],
    ['de\u00adep', 'deep'],
    ['Щербаков, Юрий', 'Shcherbakov, Iurii'],
    ['Παπαδόπουλος', 'Papadopoulos'],
    ['Ουρανός', 'Ouranos'],
    ['შევარდნაძე', 'shevardnadze'],
    ['Սարոյան Ուլուխանյան', 'Saroyan Ulukhanyan'],
    ['כהן', 'khn'],
    ['الخوارزمي', 'alkhwarzmy'],
    ['김', 'gim'],
    ['한국', 'hanguk'],
    ['たなか', 'tanaka'],
    ['リョウ ヒャク チャ ニッキ マッチャ', 'ryou hyaku cha nikki matcha'],
    ['コンピューター', 'konpyuta'],
    ['ｶﾞﾗｽ', 'garasu'],
    ['王', '王'],
    ['潮の満ち引き', '潮の満ち引き'],
    ['मीरा', 'मीरा'],
  ])('%s is %s', (text, expected) => {
    expect(transliterate(text)).toBe(expected)
  })
  it('never throws, and leaves ASCII as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(typeof transliterate(text)).toBe('string')
      }),
    )
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(transliterate(text)).toBe(text)
      }),
    )
  })
  it.each(['っ', 'ゃ', 'きゃ', '王', 'ο', '김', 'é'])(
    'reads %s over and over in linear time',
    untilMeasured,
    (unit) => growsLinearly(repeated(unit), transliterate),
  )
})
