import { describe, expect, test } from 'vitest'
import { parseCitationLine, parseVolumeLine } from '../../src/capture/citation-line.ts'
import { growsLinearly, untilMeasured } from '../support/grows.ts'

describe('a line that cites the paper', () => {
  test.each([
    [
      'J Test Med. 2011 Mar 1;29(7):1-5. doi: 10.5555/jtm.1. Epub 2010 Dec 2.',
      {
        journal: 'J Test Med',
        date: '2011 Mar 1',
        volume: '29',
        issue: '7',
        page: '1-5',
        doi: '10.5555/jtm.1',
      },
    ],
    [
      'Invent Tides. 1981;17(6):368-76.',
      { journal: 'Invent Tides', date: '1981', volume: '17', issue: '6', page: '368-76' },
    ],
    [
      'Harbour Rev. 2015 Mar 12;56:120-131. doi: 10.5555/hr.2. [Epub ahead of print]',
      {
        journal: 'Harbour Rev',
        date: '2015 Mar 12',
        volume: '56',
        page: '120-131',
        doi: '10.5555/hr.2',
      },
    ],
    [
      'Tides Database Syst Rev. 2010 Jan 20;(1):CD003267.',
      { journal: 'Tides Database Syst Rev', date: '2010 Jan 20', issue: '1', page: 'CD003267' },
    ],
    [
      'Inv. Comb. Sci., 2016, 18 (1), pp 1–14',
      { journal: 'Inv. Comb. Sci.', date: '2016', volume: '18', issue: '1', page: '1-14' },
    ],
    [
      'Bioinvention (2012) 28 (22): 2891-2897. doi: 10.5555/bi.552 First published online 2 September 2012',
      {
        journal: 'Bioinvention',
        date: '2012',
        volume: '28',
        issue: '22',
        page: '2891-2897',
        doi: '10.5555/bi.552',
      },
    ],
    [
      'eTide 2019;8:e44753 doi: 10.5555/etide.44753',
      {
        journal: 'eTide',
        date: '2019',
        volume: '8',
        page: 'e44753',
        doi: '10.5555/etide.44753',
      },
    ],
    [
      'Acta Maritima Ficta 68 (4), 2023: 709-718 doi:10.5555/amf.01105.2023',
      {
        journal: 'Acta Maritima Ficta',
        date: '2023',
        volume: '68',
        issue: '4',
        page: '709-718',
        doi: '10.5555/amf.01105.2023',
      },
    ],
    [
      'Tidal Chem. Phys., 13, 1689-1712, 2013',
      { journal: 'Tidal Chem. Phys.', date: '2013', volume: '13', page: '1689-1712' },
    ],
    [
      'Tidal Rev. Lett. 122, 145901 – Published 9 April 2019',
      { journal: 'Tidal Rev. Lett.', date: '9 April 2019', volume: '122', page: '145901' },
    ],
  ])('%s', (line, expected) => expect(parseCitationLine(line)).toEqual(expected))

  test.each([
    ['Corpus ID: 120012345'],
    ['Slate Building 12, 2004'],
    ['Published: 15 July 2021'],
    ['Research Article Apr 18, 2019'],
    ['Publication Date (Web): March 9, 2001'],
    ['W. Farrow Published 1 April 1998'],
    ['Volume 29 Issue 1 January 2013'],
    ['Received 25 November 2013, Revised 5 October 2014'],
    ['The slates were measured in 2013, and 14 of them (12%) failed; see Table 3.'],
    ['2,317 Accesses 1,562 Citations 2020'],
  ])('%s is none', (line) => expect(parseCitationLine(line)).toBeUndefined())

  test('of a whole reference, what follows the title is read', () => {
    const title = 'Salt on slate roofs'
    expect(
      parseCitationLine(
        'Halloran, M. and Berg, P.: Salt on slate roofs, Tidal Chem. Phys., 13, 1-9, doi:10.5555/tcp-13-1-2013, 2013.',
        title,
      ),
    ).toEqual({
      journal: 'Tidal Chem. Phys.',
      date: '2013',
      volume: '13',
      page: '1-9',
      doi: '10.5555/tcp-13-1-2013',
    })
    expect(
      parseCitationLine(
        'Halloran, M., & Berg, P. (2020). Salt on slate roofs. Slate Monthly, 25(10). https://doi.org/10.5555/sm.25',
        title,
      ),
    ).toEqual({
      journal: 'Slate Monthly',
      date: '2020',
      volume: '25',
      issue: '10',
      doi: '10.5555/sm.25',
    })
  })

  test('a line costs no more than its length', untilMeasured, () =>
    growsLinearly(
      (size) => `Journal of ${'Tests and '.repeat(size)}2011 12 (${'('.repeat(size)}`,
      (line) => {
        for (let i = 0; i < 100; i++) parseCitationLine(line)
      },
      5,
    ),
  )
})

describe('a line that labels volume, issue and pages', () => {
  test.each([
    [
      'Volume 83, February 2015, Pages 56–71',
      { date: 'February 2015', volume: '83', page: '56-71' },
    ],
    [
      'Volumes 5–6, December 2014, Pages 307–314',
      { date: 'December 2014', volume: '5-6', page: '307-314' },
    ],
    [
      'Slate Open / Volume 2 / 2016, e5 (9 pages)',
      { journal: 'Slate Open', date: '2016', volume: '2', page: 'e5' },
    ],
    [
      'Vol. 6:15-38 (Volume publication date March 2015)',
      { date: 'March 2015', volume: '6', page: '15-38' },
    ],
    ['Volume 23, Number 5/6', { volume: '23', issue: '5/6' }],
    ['Volume 37, pages 1–23, (1977)', { date: '1977', volume: '37', page: '1-23' }],
    ['Volume 2014 (2014), Article ID 418920', { date: '2014', volume: '2014' }],
  ])('%s', (line, expected) => expect(parseVolumeLine(line)).toEqual(expected))

  test.each(['Volume', 'Volumes and issues', 'View volume 3', 'The volume of 12 ml was measured'])(
    '%s is none',
    (line) => expect(parseVolumeLine(line)).toBeUndefined(),
  )
})
