import { abstractText } from '../../../src/item/abstract-text.ts'
import type { Item, Name } from '../../../src/item/item.ts'
import type { LibraryRecord, Section } from '../../../src/item/record.ts'
import { recordOf } from '../record-of.ts'

type Reader = Partial<Pick<LibraryRecord, 'tags' | 'note' | 'decision' | 'reason' | 'citationKey'>>

const jan: Name = { family: 'Ravn', given: 'Jan' }

let made = 0

/** One invented paper; every one has an author, a year and a place where it was published, as styles ask for. */
function paper(item: Partial<Item>, abstract?: string | Section[], reader: Reader = {}) {
  made += 1
  const sections = typeof abstract === 'string' ? [{ text: abstract }] : (abstract ?? [])
  const text = abstractText(sections)
  return recordOf(
    {
      title: 'Dust in harbours',
      author: [jan],
      'container-title': 'Journal of dust',
      issued: { 'date-parts': [[2019]] },
      language: 'en',
      ...item,
      ...(text !== undefined && { abstract: text }),
    },
    { id: `u:${made}`, citationKey: `ravn2019dust${made}`, sections, ...reader },
  )
}

const titled = (title: string, more: Partial<Item> = {}) => paper({ title, ...more })
const by = (author: Name[], more: Partial<Item> = {}) => paper({ author, ...more })
const noted = (note: string) => paper({}, undefined, { note })

/** Whatever a file of references trips over, one kind a record. */
export const trickyRecords: readonly LibraryRecord[] = [
  // Signs that mean something to TeX.
  titled('Costs of 5 % & 10 # of dust_bins at $5 ~ 6 ^ 7 \\ 8'),
  titled('A set {a, b} of dusts and {nested {braces}} in it'),
  titled('A price of $5 and another of $7 for dust'),
  titled('Dust < 5 and tides > 7 in a<b>c'),
  titled('Dust "quoted" and ‘quoted’ and “quoted” and `quoted\' again'),
  titled('Dust--tides---winds – dashes — of – all kinds'),
  paper({}, 'Costs rose by 50 % & more #1 in dust_bins at ~5 $ ^2 \\ year; see {this} and a|b.'),
  // Braces that do not balance, and what tries to leave its field.
  noted('an opening { alone'),
  noted('a closing } alone } and more }'),
  noted('} } then { {'),
  noted('first line\nsecond line\n\nnext paragraph with 100 % and a_b'),
  noted('}\n@article{x, title={Forged}}\n@comment{'),
  paper(
    {},
    'Text \\input{/etc/passwd} and \\write18{touch forged} and \\immediate\\end{document} go on.',
  ),
  titled('The command \\input{x} and \\write18{y} in a title'),
  titled('Closing }@article{x, title = {Forged}} in a title'),
  paper({ publisher: 'Dust, "Tide" & Sons = 100 % #1' }),
  paper({}, undefined, {
    tags: ['a, b', 'c; d', '100 %', 'tag_with_signs & more', '{brace', '王'],
  }),
  // Mathematics and scripts.
  titled('Sorting dust in $O(n \\log n)$ steps'),
  titled('Decay of $\\alpha$-dust below $x^2 + y_1 \\leq 5$'),
  paper(
    { title: 'Dust of $\\mathbb{R}^n$ in $\\binom{n}{k}$ harbours' },
    'Where $\\dfrac{1}{2} + \\tfrac{a}{b} \\lesssim \\lvert x \\rvert$ and $\\bm{x} \\gtrsim \\boldsymbol{y}$ in $\\mathscr{A}$, $\\mathfrak{g}$, $\\lVert v \\rVert_2$, $\\operatorname{rank} M$, $H_{\\text{for all } x}$, at $90\\degree$.',
  ),
  titled('Levels of CO<sub>2</sub> and <sup>13</sup>C in dust'),
  titled('Of <i>Escherichia coli</i> and <b>bold</b> dust in <sc>caps</sc>'),
  paper({}, 'With p < 0.05 and R² ≥ 0.9, α = 5 µg, ±3 °C, CO₂ and 10⁻³ m; x ≤ y ≠ z.'),
  // Capitals.
  titled('Coding of mRNA, DNA and SARS-CoV-2 at pH 7 by the USA'),
  titled('Deep Learning of Dust in Harbours: A Review of iPhone Pictures'),
  titled('DUST IN ALL OF THE HARBOURS'),
  titled('Die Messung des Staubes in Häfen', { language: 'de' }),
  titled('Vitamin C: what a dust does to E. coli. Part II'),
  titled('a small letter begins this'),
  // Names.
  by([
    { family: 'Smith-Jones', given: 'Anne-Marie' },
    { family: 'García Márquez', given: 'Gabriel' },
  ]),
  by([{ literal: 'World Health Organization and Partners' }, { literal: 'HARBOUR Group, Inc.' }]),
  by([
    { family: 'King', given: 'Martin Luther', suffix: 'Jr.' },
    { family: 'Gates', given: 'W. H.', suffix: 'III' },
  ]),
  by([
    { family: 'Berg', given: 'Jan', 'non-dropping-particle': 'van der' },
    { family: 'Beethoven', given: 'Ludwig', 'dropping-particle': 'von' },
    { family: 'd’Ormesson', given: 'Jean' },
  ]),
  by([{ family: 'Plato' }, { family: 'O’Neill', given: "Sinéad d'Arc" }]),
  by([
    { family: 'Çelik', given: 'Ümit' },
    { family: 'Đorđević', given: 'Ðorđe' },
    { family: 'Łoś', given: 'Żaneta' },
  ]),
  by(
    Array.from({ length: 60 }, (_, i) => ({
      family: `Dust${String.fromCharCode(97 + (i % 26))}`,
      given: `J. ${String.fromCharCode(65 + (i % 26))}.`,
    })),
  ),
  // Scripts other than Latin.
  titled('基于深度学习的灰尘识别', {
    language: 'zh',
    author: [
      { family: '王', given: '小明' },
      { family: '欧阳', given: '娜娜' },
    ],
    'container-title': '灰尘学报',
  }),
  titled('Пыль в портах: обзор', {
    language: 'ru',
    author: [{ family: 'Иванова', given: 'Анна Петровна' }],
    'container-title': 'Вестник пыли',
  }),
  titled('الغبار في الموانئ', { language: 'ar', author: [{ family: 'حسن', given: 'علي' }] }),
  titled('港の塵について — ちり', { language: 'ja', author: [{ family: '山田', given: '太郎' }] }),
  titled('Η σκόνη στα λιμάνια', {
    language: 'el',
    author: [{ family: 'Παπαδόπουλος', given: 'Γιώργος' }],
  }),
  titled('Dust 🧬 and 👩‍🔬 with a café, naïve Ångström, ﬁ and ½'),
  // Identifiers, addresses, pages and dates.
  paper({
    DOI: '10.1002/(SICI)1097-0258(19980815)17:15<1661::AID-SIM968>3.0.CO;2-2',
    URL: 'https://example.org/~dust/a_b?x=1&y=%20z#part_1',
    PMID: '12345678',
    PMCID: 'PMC45',
    ISSN: '0378-5955',
  }),
  paper({
    volume: '12',
    issue: '3-4',
    page: '123-129',
    issued: { 'date-parts': [[2021, 3, 14]] },
    accessed: { 'date-parts': [[2024, 2, 29]] },
  }),
  paper({ page: 'S12-S19, e5', number: 'e1000', volume: 'A 5', issue: 'Suppl 1' }),
  paper({
    type: 'article',
    archive: 'arXiv',
    number: 'arXiv:1706.03762',
    archive_location: 'cs.CL',
    'container-title': undefined,
  } as unknown as Partial<Item>),
  // Other kinds of works.
  paper({
    type: 'book',
    title: 'A book of dust',
    publisher: 'Tide Press',
    'publisher-place': 'Kiel',
    edition: '2',
    ISBN: '978-3-16-148410-0',
    editor: [{ family: 'Ito', given: 'Yuki' }],
    'container-title': undefined,
  } as unknown as Partial<Item>),
  paper({
    type: 'chapter',
    title: 'A chapter on dust',
    'container-title': 'A book of tides',
    publisher: 'Tide Press',
    editor: [{ family: 'Ito', given: 'Yuki' }],
    page: '1-9',
  }),
  paper({
    type: 'paper-conference',
    title: 'A talk on dust',
    'container-title': 'Proceedings of the dust conference',
    publisher: 'ACM',
    page: '5998-6008',
  }),
  paper({
    type: 'thesis',
    title: 'A thesis on dust',
    publisher: 'University of Kiel',
    genre: 'PhD thesis',
    'container-title': undefined,
  } as unknown as Partial<Item>),
  paper({
    type: 'report',
    title: 'A report on dust',
    publisher: 'Harbour Office',
    number: '12',
    'container-title': undefined,
  } as unknown as Partial<Item>),
  // All that is ours at once.
  paper(
    { title: 'Everything about dust', 'container-title-short': 'J Dust', keyword: 'harbour, tide' },
    [
      { label: 'BACKGROUND', text: 'Dust is there: 100 % of it.' },
      { label: 'MAIN OUTCOME MEASURE(S)', text: 'Grams, p < 0.05.\n\nMore grams & {more}.' },
    ],
    {
      tags: ['to read', 'Dust'],
      note: 'Mine: \\cite{x} 50 %.\n\nRead } again.',
      decision: 'exclude',
      reason: 'wrong dust & {tide',
    },
  ),
  // Names as hostile pages have them.
  by([
    { family: 'family=x', given: 'given=y' },
    { literal: 'Group given=x Ltd' },
    { literal: 'family=x' },
  ]),
  by([{ family: '}', given: '{' }, { literal: 'a } body' }, { family: '\\', given: 'x\\y' }]),
  by([
    { family: '?` !` << >> ,,', given: 'Jan' },
    { family: 'Ravn', given: 'J.', suffix: '<' },
  ]),
  by([
    { family: '-', given: '-' },
    { family: '$x', given: '"' },
    { family: '% #', given: '~^_&' },
  ]),
  // Citation keys of other programs.
  ...[
    '10.1145/1234.5678',
    'DBLP:conf/nips/X',
    'müller.2020+a',
    '王2020',
    'a!$&*;?@[]_`b--c',
    '.',
  ].map((citationKey) => paper({ title: `Dust under a key` }, undefined, { citationKey })),
]
