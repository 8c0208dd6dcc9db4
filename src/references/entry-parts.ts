/** A bibliography's entry: its number as the style writes it (`1.`, `[1]`) where it has one, and what stands beside it. */
export interface EntryParts {
  number: string
  rest: string
}

/** The boxes into which citeproc puts parts of an entry; inside them there are none but its own. */
const boxes = /<\/?div(?: class="csl-[a-z-]+")?>/g

const numbered =
  /^<div class="csl-entry">\s*<div class="csl-left-margin">([\s\S]*?)<\/div>\s*([\s\S]*)<\/div>$/

/** Takes an entry of citeproc's HTML apart. */
export function htmlParts(entry: string): EntryParts {
  const [, number = '', rest] = numbered.exec(entry.trim()) ?? []
  return { number: inOneLine(number), rest: inOneLine(rest ?? entry) }
}

/** Takes an entry of citeproc's plain text apart, whose HTML has this number. */
export function textParts(entry: string, number: string): EntryParts {
  const line = inOneLine(entry)
  if (number === '' || !line.startsWith(number)) return { number: '', rest: line }
  return { number, rest: line.slice(number.length).trimStart() }
}

function inOneLine(html: string): string {
  return html
    .replace(boxes, ' ')
    .replace(/[^\S\u00a0]+/g, ' ')
    .trim()
}
