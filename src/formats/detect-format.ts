import { columnOf } from './csv-fields.ts'
import type { Format } from './index.ts'

/** What each ending says; `json` and `txt` say nothing by themselves. */
const endings: ReadonlyMap<string, Format['id']> = new Map([
  ['bib', 'bibtex'],
  ['bibtex', 'bibtex'],
  ['biblatex', 'biblatex'],
  ['ris', 'ris'],
  ['nbib', 'nbib'],
  ['medline', 'nbib'],
  ['csv', 'csv'],
  ['tsv', 'csv'],
])

/** So much of a file's beginning is looked at. */
const enough = 65_536

/**
 * The format of a file from its name and the beginning of its text: what the text says goes before the ending, which
 * databases choose as they like (PubMed saves `.txt`). Undefined where neither says anything.
 */
export function detectFormat(name: string, start: string): Format['id'] | undefined {
  const text = start.slice(0, enough).replace(/^\ufeff/, '')
  const ending = /\.([^./\\]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''
  return formatOfText(text) ?? endings.get(ending) ?? (ending === 'json' ? 'csl-json' : undefined)
}

function formatOfText(text: string): Format['id'] | undefined {
  const first = /\S/.exec(text)?.[0]
  if (first === '{' || first === '[') {
    const isBackup = first === '{' && /"format"\s*:\s*"offprint"/.test(text.slice(0, 1_000))
    return isBackup ? 'json' : 'csl-json'
  }
  // Whichever begins first: an abstract may quote the other.
  const places = starts.map(([id, pattern]) => ({ id, at: text.search(pattern) }))
  const [begin] = places.filter(({ at }) => at >= 0).sort((a, b) => a.at - b.at)
  if (begin && !hasHeader(text)) return begin.id === 'bibtex' ? dialectOf(text) : begin.id
  return hasHeader(text) ? 'csv' : undefined
}

const starts: readonly (readonly [Format['id'], RegExp])[] = [
  ['bibtex', /^[ \t]*@[A-Za-z]+[ \t]*[{(]/m],
  ['ris', /^TY {1,2}- ?/m],
  ['nbib', /^(?:PMID|OWN|STAT) {0,2}- /m],
]

/** BibLaTeX's own fields and types; the reader is one for both. */
function dialectOf(text: string): Format['id'] {
  return /^[ \t]*(?:journaltitle|date|eprinttype|langid|location)\s*=|^@(?:online|thesis|report|dataset|software)\{/im.test(
    text,
  ) && !/^[ \t]*(?:journal|year)\s*=/im.test(text)
    ? 'biblatex'
    : 'bibtex'
}

/** True where one of the first lines names two columns at least that are known, or one alone. */
function hasHeader(text: string): boolean {
  return text.split(/\r\n|[\r\n]/, 10).some((line) => {
    const cells = line.slice(0, 10_000).split(/[,;\t]/)
    const known = cells.filter((cell) => columnOf(cell) !== undefined).length
    return known >= 2 || (known === 1 && cells.length === 1)
  })
}
