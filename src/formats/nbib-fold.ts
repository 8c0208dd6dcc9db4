/** PubMed breaks lines where the next word would go beyond this column. */
const width = 87
const indent = '      '

/**
 * A field as PubMed writes it: the tag in four columns, a hyphen and a space; lines that follow are indented by six
 * columns (NLM, "MEDLINE Display Format"). Lines break at single spaces only, so that joining them gives the text back;
 * a line end of the text itself is an indented line without text.
 */
export function foldField(tag: string, value: string): string {
  if (value.length <= width - indent.length && !value.includes('\n'))
    return `${tag.padEnd(4)}- ${value.trimEnd()}\n`
  const [first = '', ...more] = value.split('\n').map((line) => line.trimEnd())
  const lines = folded(first).map((line, i) =>
    i === 0 ? `${tag.padEnd(4)}- ${line}` : indent + line,
  )
  for (const line of more) {
    lines.push(indent)
    if (line !== '') lines.push(...folded(line).map((part) => indent + part))
  }
  return lines.map((line) => `${line}\n`).join('')
}

function folded(text: string): string[] {
  const lines: string[] = []
  let start = 0
  let end = -1
  for (let index = text.indexOf(' '); index >= 0; index = text.indexOf(' ', index + 1)) {
    if (!isBetween(text, index)) continue
    if (index - start > width - indent.length && end >= start) {
      lines.push(text.slice(start, end))
      start = end + 1
    }
    end = index
  }
  if (text.length - start > width - indent.length && end >= start) {
    lines.push(text.slice(start, end))
    start = end + 1
  }
  return [...lines, text.slice(start)]
}

/** True for a place between two characters that are no white space. */
function isBetween(text: string, at: number): boolean {
  return at > 0 && at + 1 < text.length && !isSpace(text, at - 1) && !isSpace(text, at + 1)
}

function isSpace(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code <= 0x20 || (code >= 0xa0 && /\s/.test(text.charAt(at)))
}

/** The text of a field's lines: six columns are taken from each but the first, and an empty one is a line end. */
export function unfold([first = '', ...more]: readonly string[]): string {
  const parts = [first.trimEnd()]
  let begins = false
  for (const line of more) {
    const text = line.replace(/^ {1,6}|^\t/, '').trimEnd()
    if (text === '') parts.push('\n')
    else parts.push(begins ? text : ` ${text}`)
    begins = text === ''
  }
  return parts.join('').trim()
}
