import { collapse } from './space.ts'
import { TexReader } from './tex-reader.ts'

/** Longest TeX, in characters, that is read as more than a string. */
const longest = 2000

/**
 * TeX as a line of text: Unicode with CSL's inline tags where the formula can be written so without loss (`$5$` gives
 * 5, `\alpha` α, `10^{6}` 10<sup>6</sup>, `p<0.05` p < 0.05), else itself between dollar signs, on one line.
 *
 * The source may stand in `$ … $`, `$$ … $$`, `\( … \)` or `\[ … \]`, or in a whole LaTeX document, as JATS has it.
 */
export function texText(source: string): string {
  const tex = bareTex(source)
  if (tex === '') return ''
  const text = tex.length <= longest ? new TexReader(tex).text() : undefined
  return text ?? texBetweenDollars(tex)
}

/** TeX between dollar signs, on one line; a `<` in it never makes one of CSL's tags. */
export function texBetweenDollars(tex: string): string {
  return `$${tex.replace(/<(?=\/?(?:i|b|sub|sup|sc)>)/g, '< ')}$`
}

/** A formula's TeX without its delimiters, comments, line ends and the style that is set around it. */
export function bareTex(source: string): string {
  let tex = source
  const begin = tex.indexOf('\\begin{document}')
  if (begin >= 0) {
    const end = tex.indexOf('\\end{document}', begin)
    tex = tex.slice(begin + 16, end < 0 ? undefined : end)
  }
  // A comment goes to the end of its line; without one, the sign is the author's per cent.
  const lines = tex.split('\n')
  const last = lines.pop() ?? ''
  tex = collapse([...lines.map((line) => line.replace(/(?<!\\)%.*$/, '')), last].join('\n'))
  for (const [before, after] of delimiters) {
    if (
      tex.length >= before.length + after.length &&
      tex.startsWith(before) &&
      tex.endsWith(after)
    ) {
      tex = tex.slice(before.length, -after.length).trim()
      break
    }
  }
  const styled = /^\{\\(?:display|text)style (.*)\}$/.exec(tex)?.[1]
  if (styled !== undefined && isBalanced(styled)) tex = styled.trim()
  return tex.replace(/^(?:\\(?:display|text)style(?![A-Za-z]) ?)/, '')
}

/** True for TeX in TeX's own delimiters: `$x$`, `\(x\)`. */
export function isDelimitedTex(text: string): boolean {
  return /^\s*(?:\$[^$]+\$|\$\$[^$]+\$\$|\\\([\s\S]+\\\)|\\\[[\s\S]+\\\])\s*$/.test(text)
}

/** True for a text that is TeX beyond doubt: in TeX's delimiters, or with a command or a group's script. */
export function looksLikeTex(text: string): boolean {
  return isDelimitedTex(text) || /\\[A-Za-z]{2,}|[\^_]\{/.test(text)
}

const delimiters = [
  ['$$', '$$'],
  ['$', '$'],
  ['\\(', '\\)'],
  ['\\[', '\\]'],
] as const

function isBalanced(tex: string): boolean {
  let depth = 0
  for (const brace of tex.replace(/\\[\s\S]/g, '').match(/[{}]/g) ?? []) {
    depth += brace === '{' ? 1 : -1
    if (depth < 0) return false
  }
  return depth === 0
}
