import { withoutInline } from '../text/markup.ts'

/** What buttons and hidden labels leave behind a name: `Min JunEmail author`, `Jane Roe mail`, `equal contributor`. */
const behind =
  /(?:\s*(?:e-?mail(?: the)?(?: author)?|\bmail\b|equal contributor|corresponding author|(?:https?:\/\/)?orcid(?:\.org)?\S*|view orcid profile|search for more papers by this author|\[?google scholar\]?|\[pubmed\]|view bio|contact)[\s,;]*)+$/iu

/** A line of authors as the page shows it, without superscripts, footnote marks, `By` in front and what parts it from the next line. */
export function authorLine(text: string): string {
  return withoutInline(text.replace(/<sup>[^<]{0,60}<\/sup>/g, ' '))
    .replace(
      /^(?:by|authors?|authored by|written by|von|por|par|di)(?:\s*:\s*|\s+)(?=\p{Lu})/iu,
      '',
    )
    .replace(/[∗*†‡§¶#⊥∥◊✉↵\u{e000}-\u{f8ff}]+|\s?\(\W{1,3}\)|\[\d{1,3}(?:[,;-]\d{1,3})*\]/gu, ' ')
    .replace(/(?:https?:\/\/)?orcid\.org\/[\dX-]+/gi, ' ')
    .replace(/\s+,/g, ',')
    .replace(/,(?:\s*,)+/g, ',')
    .replace(behind, '')
    .replace(/\s+\.$/, '')
    .replace(/[\s,;]+(?:and|&|und|et|y)?[\s,;]*$/u, '')
    .replace(/^[\s,;&]+/, '')
    .trim()
}
