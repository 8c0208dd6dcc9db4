import { collapse, tidy } from '../text/space.ts'
import { isPlainMath } from './bibtex-math.ts'
import { signs, signsIn } from './bibtex-signs.ts'

/**
 * How the characters that TeX or BibTeX take for commands are written, in the spelling that most readers of
 * BibTeX give back right (`\textless{}` and a bare `<` do not); everything else stays as UTF-8.
 */
const spelling = new Map([
  ['\\', '\\textbackslash{}'],
  ['%', '\\%'],
  ['&', '\\&'],
  ['#', '\\#'],
  ['_', '\\_'],
  ['$', '\\$'],
  ['~', '\\textasciitilde{}'],
  ['^', '\\textasciicircum{}'],
])

/** CSL's inline markup (citeproc-js, "Rich text markup within fields"). */
const markup: Readonly<Record<string, readonly [before: string, after: string]>> = {
  i: ['\\textit{', '}'],
  b: ['\\textbf{', '}'],
  sc: ['\\textsc{', '}'],
  sub: ['$_{\\textrm{', '}}$'],
  sup: ['$^{\\textrm{', '}}$'],
}

/** A piece of text that is written as a whole: a run of characters, a formula, or an element of markup. */
export interface Atom {
  tex: string
  plain: string
}

type Token = Atom & { opens?: string; closes?: string }

/** Braces, formulas and markup have an inside, which has to be found; in most texts there is none. */
const structured = /[${}]|<\/?(?:i|b|sub|sup|sc)>/

/** What has another spelling by itself. */
const specials = /[\\%&#_~^<>]|([-'`])(?=\1)/g

const byRun = /<\/?(?:i|b|sub|sup|sc)>|\$[^$]{1,300}\$|[<>]|[^<>$\\{}%&#_~^]+|[\s\S]/gu
const byCharacter = /<\/?(?:i|b|sub|sup|sc)>|\$[^$]{1,300}\$|[\s\S]/gu

/**
 * Text as a BibTeX field's value without the outer braces: every character that means something to TeX is
 * escaped in one pass, CSL's inline markup becomes LaTeX's, formulas that `isPlainMath` knows stay.
 *
 * Braces always balance, since BibTeX counts them behind a backslash too: pairs are `\{` and `\}`, and one without its
 * pair has one that is not seen beside it, as Zotero writes it; pandoc loses `\textbraceleft{}`.
 */
export function texOf(text: string): string {
  return texOfTidy(text) ?? texOfLine(collapse(tidy(text)))
}

/** The same where the text is one tidy line already, else undefined. */
export function texOfTidy(text: string): string | undefined {
  const found = signsIn(text)
  return (found & signs.loose) === 0 ? spelled(text, found) : undefined
}

/** The same of text that is one tidy line already. */
export function texOfLine(line: string): string {
  return spelled(line, signsIn(line))
}

/** Text as one tidy line. */
export function lineOf(text: string): string {
  return (signsIn(text) & signs.loose) === 0 ? text : collapse(tidy(text))
}

function spelled(line: string, found: number): string {
  if ((found & signs.structured) !== 0 && structured.test(line)) return joined(atomsOf(line, byRun))
  return (found & signs.special) === 0 ? line : escaped(line)
}

/** The text of one tidy line as atoms, each character one, each element or formula one. */
export function charactersOf(line: string): Atom[] {
  return atomsOf(line, byCharacter)
}

/** True for one tidy line without a sign that TeX knows. */
export function isWritten(text: string): boolean {
  return signsIn(text) === 0
}

/** True for a tidy line that stands in a file as it is, whatever it is cut into. */
export function isPlainLine(line: string): boolean {
  return (signsIn(line) & (signs.structured | signs.special)) === 0
}

/**
 * Atoms in a row; two formulas side by side would read as the `$$` of a display, and two hyphens, accents or
 * apostrophes as TeX's ligatures for a dash and for quotation marks.
 */
export function joined(atoms: readonly Atom[]): string {
  let tex = ''
  // The end of what was written: to ask the whole text for it would cost its length each time.
  let before = ''
  for (const atom of atoms) {
    const last = before.slice(-1)
    const isFormula = last === '$' && before.at(-2) !== '\\'
    if (last !== '' && atom.tex.startsWith(last) && (isFormula || /[-'`]/.test(last))) tex += '{}'
    tex += atom.tex
    if (atom.tex !== '') before = atom.tex
  }
  return tex
}

/** A DOI or an address: readers take these fields verbatim, so only what would break the entry is percent-encoded. */
export function verbatim(text: string): string {
  return tidy(text)
    .trim()
    .replace(/[\s{}\\\u0000-\u001f]/gu, (character) => encodeURIComponent(character))
}

/** A line without braces, formulas and markup, in the spelling of `joined(atomsOf(line))`. */
function escaped(line: string): string {
  return line.replace(specials, (sign, _, at: number) => {
    const spelled = spelling.get(sign)
    if (spelled !== undefined) return spelled
    if (sign !== '<' && sign !== '>') return `${sign}{}`
    const next = line[at + 1]
    return next === '<' || next === '>' ? `$${sign}${'$'}{}` : `$${sign}$`
  })
}

function atomsOf(line: string, tokens: RegExp): Atom[] {
  const read = tokenise(line, tokens)
  const stack: { of: string; token: Token; atoms: Atom[] }[] = []
  const whole: Atom[] = []
  const here = (): Atom[] => stack.at(-1)?.atoms ?? whole
  for (const token of read) {
    const open = stack.at(-1)
    if (token.opens !== undefined) stack.push({ of: token.opens, token, atoms: [] })
    else if (token.closes !== undefined && open?.of === token.closes) {
      stack.pop()
      here().push(element(open.of, open.atoms))
    } else here().push(token)
  }
  // Elements that were never closed are text, and what stood in them belongs to the level below.
  for (const { token, atoms: inner } of stack) {
    whole.push(token)
    for (const atom of inner) whole.push(atom)
  }
  return whole
}

function element(name: string, atoms: readonly Atom[]): Atom {
  const [before, after] = markup[name] ?? ['{', '}']
  return {
    tex: `${before}${joined(atoms)}${after}`,
    plain: atoms.map((atom) => atom.plain).join(''),
  }
}

function tokenise(text: string, tokens: RegExp): Token[] {
  const parts: string[] = []
  for (tokens.lastIndex = 0; ; ) {
    const part = tokens.exec(text)?.[0]
    if (part === undefined) break
    const isFormula = part.length > 1 && part.startsWith('$')
    // `$<$` is how a sign alone is spelled, so it cannot stand for itself.
    const isKept =
      isFormula &&
      !/^\$[<>]\$$/.test(part) &&
      isPlainMath(part.slice(1, -1)) &&
      !/\d/.test(text.charAt(tokens.lastIndex))
    // A dollar sign that opens no formula may be followed by one that does.
    if (isFormula && !isKept) tokens.lastIndex -= part.length - 1
    parts.push(isFormula && !isKept ? '$' : part)
  }
  const alone = unpaired(parts)
  return parts.map((part, i) => tokenOf(part, !alone.has(i)))
}

function tokenOf(part: string, isPaired: boolean): Token {
  const tag = /^<(\/?)(i|b|sub|sup|sc)>$/.exec(part)
  if (tag?.[2] !== undefined) {
    const literal = { tex: part.replace(/[<>]/g, '$$$&$$'), plain: part }
    return tag[1] === '/' ? { ...literal, closes: tag[2] } : { ...literal, opens: tag[2] }
  }
  if (part.length > 1 && part.startsWith('$')) return { tex: part, plain: part }
  if (part === '{') return { tex: isPaired ? '\\{' : '\\{\\vphantom{\\}}', plain: part }
  if (part === '}') return { tex: isPaired ? '\\}' : '\\vphantom{\\{}\\}', plain: part }
  if (part === '<' || part === '>') return { tex: `$${part}$`, plain: part }
  return { tex: spelling.get(part) ?? withoutLigatures(part), plain: part }
}

function withoutLigatures(run: string): string {
  return /--|''|``/.test(run) ? run.replace(/([-'`])(?=\1)/g, '$1{}') : run
}

/** The places of braces without their pair. */
function unpaired(parts: readonly string[]): ReadonlySet<number> {
  const open: number[] = []
  const closing: number[] = []
  parts.forEach((part, i) => {
    if (part === '{') open.push(i)
    else if (part === '}' && open.pop() === undefined) closing.push(i)
  })
  return new Set([...open, ...closing])
}
