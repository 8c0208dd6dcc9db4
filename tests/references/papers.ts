import type { Item } from '../../src/item/item.ts'
import type { LibraryRecord } from '../../src/item/record.ts'
import { recordOf } from '../formats/record-of.ts'

const people = (names: string) =>
  names.split('; ').map((name) => {
    const [family = '', given = ''] = name.split(', ')
    return { family, given }
  })

const items = {
  /** An article of two authors, all of it known. */
  article: {
    type: 'article-journal',
    title: 'The slow return of herring to a northern harbour',
    author: people('Keeper, Ann Mary; Mole, Ben'),
    'container-title': 'Journal of Invented Seas',
    'container-title-short': 'J. Invent. Seas',
    issued: { 'date-parts': [[2015, 9, 1]] },
    volume: '12',
    issue: '3',
    page: '123-129',
    DOI: '10.5555/tides.12',
    URL: 'https://seas.example/12',
  },
  /** More authors than any style shows. */
  many: {
    type: 'article-journal',
    title: 'A census of tides',
    author: people(
      'Abel, A.; Bell, B.; Cole, C.; Dorn, D.; Elm, E.; Fern, F.; Gale, G.; Hill, H.; Inge, I.; Jade, J.; Kerr, K.; Lund, L.; Moor, M.; Nash, N.; Oak, O.; Penn, P.; Quin, Q.; Rust, R.; Sand, S.; Tarn, T.; Urn, U.; Vale, V.',
    ),
    'container-title': 'Tides',
    issued: { 'date-parts': [[2020]] },
    volume: '7',
    page: '1-9',
  },
  /** A body, not a person. */
  body: {
    type: 'article-journal',
    title: 'Gulls and roofs',
    author: [{ literal: 'HARBOUR Study Group' }],
    'container-title': 'Journal of Roofs',
    issued: { 'date-parts': [[2018, 5]] },
    volume: '4',
    issue: '2',
    page: '77-81',
  },
  /** Names with particles of both kinds, and with a suffix. */
  particles: {
    type: 'article-journal',
    title: 'Counting gulls',
    author: [
      { family: 'Berg', given: 'Jan', 'non-dropping-particle': 'van der' },
      { family: 'Humboldt', given: 'Ada', 'dropping-particle': 'von' },
      { family: 'King', given: 'Tom', suffix: 'Jr.' },
    ],
    'container-title': 'Journal of Roofs',
    issued: { 'date-parts': [[2016]] },
    volume: '2',
    page: '10-19',
  },
  /** No date. */
  undated: {
    type: 'article-journal',
    title: 'On salt',
    author: people('Sole, Una'),
    'container-title': 'Salt Notes',
    volume: '1',
    page: '5-6',
  },
  /** A preprint as a capture from arXiv is kept. */
  preprint: {
    type: 'article',
    title: 'Learning the tides',
    author: people('Moor, Mia; Nash, Noah'),
    issued: { 'date-parts': [[2021, 6, 12]] },
    archive: 'arXiv',
    archive_location: 'cs.LG',
    number: 'arXiv:2106.01234',
    DOI: '10.48550/arXiv.2106.01234',
    URL: 'https://arxiv.org/abs/2106.01234',
  },
  /** A paper in a conference's proceedings. */
  conference: {
    type: 'paper-conference',
    title: 'Buoys that listen',
    author: people('Lund, Lars; Moor, Mia'),
    editor: people('Ito, Yuki'),
    'container-title': 'Proceedings of the 9th Conference on Buoys',
    'event-title': '9th Conference on Buoys',
    publisher: 'Tide Press',
    'publisher-place': 'Kiel',
    issued: { 'date-parts': [[2019, 7]] },
    page: '33-40',
    DOI: '10.5555/buoys.33',
  },
  /** A book in a later edition. */
  book: {
    type: 'book',
    title: 'Harbours of the north',
    author: people('Vale, Vera'),
    publisher: 'Tide Press',
    'publisher-place': 'Kiel',
    edition: '2',
    issued: { 'date-parts': [[2010]] },
    ISBN: '978-3-16-148410-0',
  },
  /** Names in Chinese characters. */
  chinese: {
    type: 'article-journal',
    title: '潮汐的季节变化',
    language: 'zh',
    author: people('王, 小明; 李, 芳'),
    'container-title': '海洋学报',
    issued: { 'date-parts': [[2022]] },
    volume: '44',
    page: '11-20',
  },
  /** Names in Cyrillic letters. */
  russian: {
    type: 'article-journal',
    title: 'Приливы севера',
    language: 'ru',
    author: people('Петров, Иван; Иванова, Анна'),
    'container-title': 'Журнал морей',
    issued: { 'date-parts': [[2021]] },
    volume: '5',
    page: '31-42',
  },
  /** Hardly anything but a DOI. */
  doiOnly: { type: 'article-journal', title: 'Brine', DOI: '10.5555/brine' },
  /** A title with italics, something lowered and something raised. */
  markup: {
    type: 'article-journal',
    title: 'Uptake of CO<sub>2</sub> by <i>Fucus vesiculosus</i> at 10<sup>6</sup> cells',
    author: people('Elm, Eva'),
    'container-title': 'Algae',
    issued: { 'date-parts': [[2017]] },
    volume: '3',
    issue: '1',
    page: '1005-1012',
  },
  /** An article with a number in place of pages. */
  numbered: {
    type: 'article-journal',
    title: 'Waves on a plate',
    author: people('Oak, Olga; Penn, Paul; Quin, Quentin'),
    'container-title': 'Open Waves',
    issued: { 'date-parts': [[2023, 2, 3]] },
    volume: '9',
    issue: '4',
    number: 'e0123',
    DOI: '10.5555/waves.e0123',
  },
} satisfies { [name: string]: Item }

/** The name of a paper in the tests of references. */
export type PaperName = keyof typeof items

/** Made-up papers, each with something that styles treat in their own ways. */
export const papers = Object.fromEntries(
  Object.entries(items).map(([name, item]) => [name, recordOf(item, { id: `u:${name}` })]),
) as { readonly [N in PaperName]: LibraryRecord }
