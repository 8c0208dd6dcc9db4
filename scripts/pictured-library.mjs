// The library in the pictures: papers that nobody has written, about a fever of harbour towns.

const day = 24 * 60 * 60 * 1000

/** Papers that stand at the top of the list; `ago` is when each was saved, in days before now. */
const first = [
  {
    ago: 1.2,
    title: 'Anchorin is the primary target of bolverin in harbour workers',
    authors: ['Okafor, Ngozi', 'Lindqvist, Per', 'Hale, Ruth'],
    journal: 'Journal of Coastal Medicine',
    year: 2019,
    tags: ['bolverin', 'fever'],
    abstract: [
      ['BACKGROUND', 'Bolverin shortens coastal fever, but what it binds has been in dispute.'],
      [
        'METHODS',
        'We pulled bolverin out of lysates of 212 harbour workers and read what came along.',
      ],
      ['RESULTS', 'Anchorin was found in 201 of 212 samples, and in none without the drug.'],
      ['CONCLUSIONS', 'Anchorin is what bolverin acts on, and it alone.'],
    ],
    note: 'Explains why the island strains do not respond. Cite in the introduction.',
  },
  {
    ago: 2.3,
    title: 'Bolverin causes selective loss of two tide factors in shore cells',
    authors: ['Kröger, Jana', 'Amsel, Theo'],
    journal: 'Annals of Shore Biology',
    year: 2021,
    tags: ['bolverin'],
    decision: 'include',
    abstract: [
      [
        undefined,
        'Two tide factors vanish from shore cells within six hours of bolverin; the others stay. The loss needs anchorin, and a single exchange of a glycine abolishes it.',
      ],
    ],
  },
  {
    ago: 5.4,
    title: 'Bolverin plus rest as a treatment for relapsed coastal fever: a randomised trial',
    authors: ['Marchetti, Livia', 'Osei, Kwame', 'Brandt, Nils', 'Sato, Yui'],
    journal: 'Harbour Clinical Trials',
    year: 2022,
    tags: ['trial', 'fever'],
    decision: 'maybe',
    abstract: [
      ['BACKGROUND', 'Coastal fever comes back in one of three within a year.'],
      [
        'METHODS',
        'We assigned 640 adults in nine ports to bolverin with ten days of rest, or to rest alone.',
      ],
      [
        'RESULTS',
        'Fever came back in 41 of 318 and in 97 of 322 (hazard ratio 0.39; 95% CI 0.27 to 0.56).',
      ],
    ],
  },
  {
    ago: 8,
    title: 'Sea walls and the spread of fever: twelve years of records from five ports',
    authors: ['Danso, Efua'],
    journal: 'Epidemiology of Ports',
    year: 2018,
    tags: ['fever', 'cohort'],
    decision: 'exclude',
    reason: 'wrong intervention',
    abstract: [
      [
        undefined,
        'Ports that raised their walls had fewer cases, but the wind had turned in the same years. We find no effect of walls once wind is taken into account.',
      ],
    ],
  },
  {
    ago: 9,
    title: 'La fièvre côtière chez les gardiens de phare : une revue systématique',
    authors: ['Lefèvre, Zoé', 'Quéré, Yann'],
    journal: 'Revue de médecine portuaire',
    year: 2020,
    tags: ['review'],
    abstract: [
      [
        undefined,
        'Trente-quatre études décrivent la fièvre côtière chez les gardiens de phare ; aucune ne tient compte du vent.',
      ],
    ],
  },
  {
    ago: 12,
    title: 'Bolverin Plus Rest as a Treatment for Relapsed Coastal Fever: a Randomised Trial.',
    authors: ['Marchetti, L.', 'Osei, K.'],
    journal: 'Harb Clin Trials',
    year: 2022,
    tags: ['trial'],
    twin: true,
    abstract: [
      [
        undefined,
        'Coastal fever comes back in one of three within a year. We assigned 640 adults in nine ports to bolverin with ten days of rest, or to rest alone.',
      ],
    ],
  },
]

const subjects = [
  'Salt aerosols',
  'Rest cures',
  'Bolverin dosing',
  'Night watches',
  'Dock noise',
  'Anchorin levels',
  'Gull colonies',
  'Rope fibre dust',
]
const outcomes = [
  'fever in dock workers',
  'recovery after coastal fever',
  'sleep in lighthouse keepers',
  'lung function of sailors',
  'return to work',
]
const designs = [
  'a cohort study',
  'a randomised trial',
  'a systematic review',
  'a case series',
  'a modelling study',
]
const families = [
  'Adeyemi',
  'Bergström',
  'Castellanos',
  'Dupont',
  'Eriksen',
  'Farrow',
  'García',
  'Hoshino',
  'Ivanova',
  'Jovanović',
]
const journals = [
  'Journal of Coastal Medicine',
  'Harbour Clinical Trials',
  'Epidemiology of Ports',
  'Annals of Shore Biology',
]
const tags = ['fever', 'cohort', 'trial', 'review', 'noise', 'salt', 'sleep', 'dust']
const reasons = ['wrong population', 'wrong outcome', 'wrong intervention']

/** A file of references: one paper that is new, one that the library has, one whose braces are not closed. */
export const picturedFile = `@article{reeds, title = {Reeds in the wind}, author = {Møller, Åse}, year = 2021}
@article{anchorin, title = {${first[0].title}}, doi = {10.5555/harbour.1000}, publisher = {Gull Press}}
@article{broken, title = {A title without an end
`

/** @returns {string} The library as CSL-JSON; `now` in ms since 1970. */
export function picturedLibrary(now) {
  const rest = Array.from({ length: 120 }, (_, i) => {
    const design = i % designs.length
    const decision =
      i < 24 ? undefined : ['include', 'exclude', 'exclude', 'maybe', 'exclude'][(i * 7) % 5]
    return {
      ago: 14 + i * 3.7,
      title: `${subjects[(i * 5) % subjects.length]} and ${outcomes[(i * 3) % outcomes.length]}: ${designs[design]} (${i + 1})`,
      authors: [0, 1, 2]
        .slice(0, 1 + (i % 3))
        .map((n) => `${families[(i * 3 + n * 7) % families.length]}, ${'ABCDEF'[(i + n) % 6]}.`),
      journal: journals[(i * 3) % journals.length],
      year: 2008 + ((i * 11) % 18),
      tags: [tags[(i * 3) % tags.length], tags[(i * 5 + 1) % tags.length]],
      decision,
      reason: decision === 'exclude' ? reasons[i % reasons.length] : undefined,
      doi: i % 9 !== 0,
      abstract: [
        [
          undefined,
          `We followed ${200 + i * 13} people in ${2 + (i % 7)} ports for ${1 + (i % 9)} years. The findings bear on how ports are run.`,
        ],
      ],
    }
  })
  return JSON.stringify([...first, ...rest].map((paper, i) => itemOf(paper, i, now)))
}

function itemOf(paper, i, now) {
  const { ago, title, authors, journal, year, abstract, twin, doi = !twin } = paper
  const sections = abstract.map(([label, text]) => (label ? { label, text } : { text }))
  return {
    id: `pictured-${i}`,
    type: 'article-journal',
    title,
    author: authors.map((name) => {
      const [family, given] = name.split(', ')
      return { family, given }
    }),
    'container-title': journal,
    issued: { 'date-parts': [[year]] },
    ...(doi && { DOI: `10.5555/harbour.${1000 + i}` }),
    custom: {
      tags: paper.tags,
      note: paper.note,
      decision: paper.decision,
      reason: paper.reason,
      sections,
      savedAt: new Date(now - ago * day).toISOString(),
    },
  }
}
