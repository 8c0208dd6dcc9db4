import { withoutInline } from '../text/markup.ts'

/** Longer than any list of authors: a list of 3,000 names has half of it. */
const longest = 100_000

/** What buttons and hidden labels leave behind a name: `Min JunEmail author`, `Jane Roe mail`, `equal contributor`. */
const behind =
  /\s*(?:(?:e-?mail(?: the)?(?: author)?|\bmail\b|equal contributor|corresponding author|(?:https?:\/\/)?orcid(?:\.org)?\S*|view orcid profile|search for more papers by this author|\[?google scholar\]?|\[pubmed\]|view bio|contact)[\s,;]*)+$/iu

/** A line of authors as the page shows it, without superscripts, footnote marks, `By` in front and what parts it from the next line. */
export function authorLine(text: string): string {
  const line = withoutInline(text.slice(0, longest).replace(/<sup>[^<]{0,60}<\/sup>/g, ' '))
    .replace(
      /^(?:by|authors?|authored by|written by|von|por|par|di)(?:\s*:\s*|\s+)(?=\p{Lu})/iu,
      '',
    )
    .replace(/[∗*†‡§¶#⊥∥◊✉↵\u{e000}-\u{f8ff}]+|\s?\(\W{1,3}\)|\[\d{1,3}(?:[,;-]\d{1,3})*\]/gu, ' ')
    .replace(/(?:https?:\/\/)?orcid\.org\/[\dX-]+/gi, ' ')
    .replace(/\s+,/g, ',')
    .replace(/,(?:\s*,)+/g, ',')
  return withoutEnd(withoutEnd(withoutLabels(line)).replace(/[\s,;](?:and|&|und|et|y)$/u, ''))
    .replace(/^[\s,;&]+/, '')
    .trim()
}

/** How far from its end a line is searched for such labels: a pattern would look from each of them to the end. */
const labelled = 500

function withoutLabels(line: string): string {
  const at = Math.max(0, line.length - labelled)
  return (
    line.slice(0, at) +
    line
      .slice(at)
      .replace(behind, '')
      .replace(/\s+\.$/, '')
  )
}

/** Without the signs that part names behind the last one: from the end, as a pattern would look from each of them. */
function withoutEnd(line: string): string {
  let end = line.length
  while (end > 0 && /[\s,;]/.test(line.charAt(end - 1))) end--
  return line.slice(0, end)
}
