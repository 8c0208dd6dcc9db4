import type { LibraryRecord, Section } from '../item/record.ts'
import { fold } from '../text/fold.ts'
import { collapse, tidy } from '../text/space.ts'
import { isWritten, lineOf, texOf, texOfLine, texOfTidy, verbatim } from './bibtex-escape.ts'
import type { FieldRow } from './bibtex-fields.ts'

/** A break between paragraphs: the group keeps readers that drop the blank line from gluing two words together. */
const paragraphBreak = '{ }\n\n'

/** A text variable's value as its field spells it, without the outer braces. */
export function spelled(value: string, row: FieldRow): string {
  if (row.spelling === 'verbatim') return verbatim(value)
  return row.spelling === 'pages' ? pagesTex(value) : texOf(value)
}

/** Hyphens and dashes between two page numbers: `S12-S19`, `e1–e7`, `iii–x`. */
export const pageRange =
  /(?:(?<=\d\p{L}?)|(?<=(?<![\p{L}\p{N}])[ivxlcdm]{1,9})) ?[-‐‑‒–—−]+ ?(?=\p{L}{0,3}\d|[ivxlcdm]{1,9}(?![\p{L}\p{N}]))/giu

/** Pages with their ranges as BibTeX writes them. */
function pagesTex(text: string): string {
  return collapse(text).split(pageRange).map(texOf).join('--')
}

/** The publisher's keywords, then the reader's tags, each once; one with a comma in it stands in braces. */
export function keywordsTex(keyword: string | undefined, tags: readonly string[]): string {
  const seen = new Set<string>()
  const all = [...(keyword ?? '').split(/\s*[,;]\s*/), ...tags].map(lineOf)
  let text = ''
  for (const word of all) {
    const folded = fold(word)
    if (word === '' || seen.has(folded)) continue
    seen.add(folded)
    const tex = texOfLine(word)
    text += `${text === '' ? '' : ', '}${/[,;]/.test(word) ? `{${tex}}` : tex}`
  }
  return text
}

/** A record's abstract, its sections as `LABEL: text` paragraphs. */
export function abstractTex(record: LibraryRecord): string {
  const sections = record.sections.filter((section) => section.text.trim() !== '')
  if (sections.length === 0) return paragraphsTex(record.item.abstract ?? '')
  let tex = ''
  for (const section of sections) tex += `${tex === '' ? '' : paragraphBreak}${sectionTex(section)}`
  return tex
}

function sectionTex({ label, text }: Section): string {
  if (!label) return paragraphsTex(text)
  // A label that is written as it is need not be joined to a long text only to be told from it again.
  const tex = isWritten(label) ? texOfTidy(text) : undefined
  return tex === undefined ? paragraphsTex(`${label}: ${text}`) : `${label}: ${tex}`
}

/** Text of several paragraphs, which blank lines part. */
export function paragraphsTex(text: string): string {
  const line = texOfTidy(text)
  if (line !== undefined) return line
  return tidy(text)
    .split(/\n\s*\n/)
    .map(texOf)
    .filter((paragraph) => paragraph !== '')
    .join(paragraphBreak)
}
