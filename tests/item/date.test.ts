import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dateToText, parseDate, yearOf } from '../../src/item/date.ts'

describe('parseDate', () => {
  it.each([
    ['2021/03/14', '2021-03-14'],
    ['2021-3', '2021-03'],
    ['2021', '2021'],
    ['2021-03-14T23:30:00-05:00', '2021-03-14'],
    ['2021-03-14 10:00', '2021-03-14'],
    ['20210314', '2021-03-14'],
    ['20210314T101500Z', '2021-03-14'],
    ['2021年3月14日', '2021-03-14'],
    ['14.03.2021', '2021-03-14'],
    ['14/03/2021', '2021-03-14'],
    ['03/14/2021', '2021-03-14'],
    ['March 2021', '2021-03'],
    ['14 March 2021', '2021-03-14'],
    ['14th of March, 2021', '2021-03-14'],
    ['Mar 14, 2021', '2021-03-14'],
    ['2021 Mar 14', '2021-03-14'],
    ['2021 Mar-Apr', '2021-03/2021-04'],
    ['May/June 2017', '2017-05/2017-06'],
    ['Sep/Oct 1999', '1999-09/1999-10'],
    ['2017-05/2017-06', '2017-05/2017-06'],
    ['Dec/Jan 2017', '2017-12'],
    ['Sun Mar 14 2021 00:00:00 GMT+0100', '2021-03-14'],
    ['Available online 14 March 2021', '2021-03-14'],
    ['(Epub 2021 Mar 14)', '2021-03-14'],
    ['Sept. 2020', '2020-09'],
    ['14. März 2021', '2021-03-14'],
    ['1er août 2019', '2019-08-01'],
    ['14 de marzo de 2021', '2021-03-14'],
    ['7 de dezembro de 2018', '2018-12-07'],
    ['MAIO/2020', '2020-05'],
    ['06/2015', '2015-06'],
    ['2021 Spring', '2021'],
    ['Winter 2020-2021', '2020'],
    ['2020-2021', '2020'],
    ['c2019', '2019'],
  ])('%s is %s', (text, expected) => {
    const date = parseDate(text)
    expect(date && dateToText(date)).toBe(expected)
  })
  it.each([
    ['03/04/2021 may be March or April', '03/04/2021', '2021'],
    ['30 February is a February', '2021-02-30', '2021-02'],
    ['29 February stands in leap years only', '29 February 2020', '2020-02-29'],
    ['and not in others', '29 February 2021', '2021-02'],
    ['a thirteenth month is none', '2021-13-01', '2021'],
    ['place holders for month and day are left out', '2021-00-00', '2021'],
  ])('%s', (_why, text, expected) => {
    const date = parseDate(text)
    expect(date && dateToText(date)).toBe(expected)
  })
  it.each([
    '',
    'in press',
    '0000-00-00',
    '9999-12-31',
    '1399',
    '2101',
    '21',
    '1615680000',
    '1615680000000',
    'March',
    '12021',
    `${'x'.repeat(200)} 2021`,
  ])('refuses %s', (text) => {
    expect(parseDate(text)).toBeUndefined()
  })
  it('reads back what dateToText writes', () => {
    const day = fc.date({
      min: new Date('1400-01-01'),
      max: new Date('2100-12-31'),
      noInvalidDate: true,
    })
    fc.assert(
      fc.property(day, fc.constantFrom(4, 7, 10), (date, length) => {
        const text = date.toISOString().slice(0, length)
        expect(dateToText(parseDate(text) ?? {})).toBe(text)
      }),
    )
  })
})

describe('dates of items', () => {
  it('gives the year of a day, of a literal, or none', () => {
    expect(yearOf({ type: 'article', issued: { 'date-parts': [[2015, 9, 1]] } })).toBe('2015')
    expect(yearOf({ type: 'article', issued: { literal: 'Spring 1987' } })).toBe('1987')
    expect(yearOf({ type: 'article' })).toBeUndefined()
  })
  it('writes ranges with a slash', () => {
    expect(
      dateToText({
        'date-parts': [
          [2015, 9, 1],
          [2015, 9, 3],
        ],
      }),
    ).toBe('2015-09-01/2015-09-03')
    expect(dateToText({ literal: 'in press' })).toBe('in press')
  })
})
