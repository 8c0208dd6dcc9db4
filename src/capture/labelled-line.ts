/** What a label says its value is. */
export type LabelKind =
  | 'journal'
  | 'date'
  | 'volume'
  | 'issue'
  | 'page'
  | 'ISSN'
  | 'author'
  | 'citation'

/** A label's meaning and what follows it. */
export interface Labelled {
  label: LabelKind
  value: string
}

const labels: readonly (readonly [LabelKind, string])[] = [
  // `Cite as: Test 2019;8:e44`, `Citation: Roe, R.: A title, Test, 13, 1-9, 2013.`
  [
    'citation',
    '(?:(?:please )?cite (?:this (?:article|paper) )?as|cite this(?: article| paper)?|(?:recommended |suggested )?citation|how to cite(?: this (?:article|paper))?|to cite this (?:article|paper|document)|reference|citation style|source)',
  ],
  // `This paper appears in: Wireless Tests, Issue Date: April 2003`, `Published in: Test, Volume 3`
  [
    'journal',
    '(?:this (?:paper|article) appears in|published in|appears in|journal(?: title| name)?|publication(?: title| name)?|zeitschrift|revista|revue|rivista|czasopismo|časopis|tidskrift|dergi(?: adı)?|журнал|刊名|期刊(?:名称)?|雑誌名|収録刊行物|학술지명?|المجلة)',
  ],
  // `Publication Date: Sep/Oct 1999`
  [
    'date',
    '(?:publication date|date of publication|issue date|cover date|date published|published(?: online| on)?|publication year|year(?: of publication)?|date of conference|date issued|jahr|année|año|ano|anno|rok|год|рік|出版年|发表时间|出版日期|発行年|발행년도?)',
  ],
  ['volume', '(?:vol(?:ume)?\\.?|band|tome|tomo|том|卷|巻|권)'],
  ['issue', '(?:issue|number|no\\.|heft|numéro|número|номер|выпуск|期|号|호)'],
  ['page', '(?:(?:on )?page(?:s|\\(s\\))?|seiten|páginas|страницы|页码|頁次|ページ)'],
  ['ISSN', '(?:print |online |e-?)?issn'],
  // `Written by: Roe, R.; Doe, J.`
  [
    'author',
    '(?:authors?|author\\(s\\)|written by|autor(?:es|en|in)?|auteurs?|autori|автор(?:ы|и)?|作者|著者|저자|الكاتب|المؤلف(?:ون)?|نویسند(?:ه|گان))',
  ],
]

const anyLabel = new RegExp(
  `(?:^|[,;.|]\\s+|(?<=\\d)\\s+)(?:${labels.map(([kind, words]) => `(?<${kind}>${words})`).join('|')})\\s*[:：]\\s*`,
  'giu',
)

/** The labels of one line with their values; a value that is missing is the line after (`next`), as in definition lists. */
export function splitLabels(line: string, next: string | undefined): Labelled[] {
  const found = [...line.matchAll(anyLabel)]
  // What does not begin with a label is a sentence that holds a colon.
  if (found[0]?.index !== 0) return []
  return found.flatMap((match, i) => {
    const label = labels.find(([kind]) => match.groups?.[kind] !== undefined)?.[0]
    const end = found[i + 1]?.index ?? line.length
    const value = line.slice(match.index + match[0].length, end).trim()
    const said = value === '' && i === found.length - 1 ? next?.slice(0, 300) : value
    return label && said ? [{ label, value: said }] : []
  })
}
