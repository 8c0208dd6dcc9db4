import { accented, fraction, isFlat, lineOf, type Piece, root } from './formula-line.ts'
import {
  accents,
  characterOf,
  functionNames,
  inAlphabet,
  limited,
  relationSigns,
} from './tex-symbols.ts'

/** Formulas that a line can show nest three or four deep. */
const deepest = 12

/** Commands whose argument is set as text, spaces and all. */
const textual = new Set('text textrm textnormal textsf texttt textbf textup mbox hbox'.split(' '))
const italic = new Set(['textit', 'emph', 'textsl'])
/** Commands that change nothing but the look of their argument. */
const looks = new Set(
  'mathrm mathit mathsf mathtt mathbf mathnormal boldsymbol bm pmb ensuremath mathop mathbin mathrel mathord mathopen mathclose'.split(
    ' ',
  ),
)
/** Commands that change nothing but the look of what follows. */
const switches = new Set(
  'rm bf it sf tt sl cal displaystyle textstyle scriptstyle scriptscriptstyle limits nolimits big Big bigg Bigg bigl bigr bigm Bigl Bigr biggl biggr Biggl Biggr mathstrut strut nobreak protect relax null ! /'.split(
    ' ',
  ),
)
const alphabets = new Map<string, 'bb' | 'cal' | 'frak'>([
  ['mathbb', 'bb'],
  ['mathds', 'bb'],
  ['mathcal', 'cal'],
  ['mathscr', 'cal'],
  ['mathfrak', 'frak'],
])
const spaces = new Set([',', ';', ':', '>', ' ', 'quad', 'qquad', 'enspace', 'thinspace', 'space'])

/** Thrown where a formula holds what a line of text cannot show; it never leaves the reader. */
class NotALine extends Error {}

/** Reads TeX that a line of text can show. Each token is read once. */
export class TexReader {
  readonly #tokens: readonly string[]
  #at = 0

  constructor(tex: string) {
    this.#tokens = tex.match(/\\(?:[A-Za-z]+ ?|[\s\S])|\s+|[\s\S]/gu) ?? []
  }

  /** The formula as text with CSL's inline tags; undefined where it cannot be written so without loss. */
  text(): string | undefined {
    try {
      const pieces = this.#sequence(0, false)
      if (this.#at < this.#tokens.length) return undefined
      return lineOf(pieces).trim()
    } catch (error) {
      if (error instanceof NotALine) return undefined
      throw error
    }
  }

  /** Reads up to the end of the group that it is in. */
  #sequence(depth: number, inScript: boolean): Piece[] {
    if (depth > deepest) throw new NotALine()
    const pieces: Piece[] = []
    for (let token = this.#peek(); token !== undefined && token !== '}'; token = this.#peek()) {
      if (token === '_' || token === '^' || token === "'") {
        this.#scripts(pieces, depth, inScript)
        continue
      }
      pieces.push(...this.#atom(depth, inScript))
    }
    return pieces
  }

  #peek(): string | undefined {
    while (/^\s/.test(this.#tokens[this.#at] ?? '')) this.#at++
    return this.#tokens[this.#at]
  }

  #take(wanted: string): void {
    if (this.#peek() !== wanted) throw new NotALine()
    this.#at++
  }

  #scripts(pieces: Piece[], depth: number, inScript: boolean): void {
    const base = pieces.at(-1)
    // A script on a script would read as part of it, limits of a sum as its factors.
    if (inScript || base?.sort === 'apart' || limited.has(base?.text ?? '')) throw new NotALine()
    let sub = ''
    let sup = ''
    let primes = ''
    for (;;) {
      const token = this.#peek()
      if (token !== '_' && token !== '^' && token !== "'") break
      this.#at++
      if (token === "'") primes += '′'
      else {
        const text = lineOf(this.#argument(depth + 1, true), true).trim()
        if (token === '_') sub += `<sub>${text}</sub>`
        else if (/^[′°]+$/.test(text)) primes += text
        else if (text === '∘') primes += '°'
        else sup += `<sup>${text}</sup>`
      }
    }
    const text = `${primes}${sub}${sup}`.replace(/<su([bp])><\/su\1>/g, '')
    pieces.push({ text, sort: 'script' })
  }

  #argument(depth: number, inScript: boolean): Piece[] {
    while (switches.has((this.#peek() ?? '').slice(1).trimEnd())) this.#at++
    const token = this.#peek()
    if (token === undefined || /^[}_^']$/.test(token)) throw new NotALine()
    return this.#atom(depth, inScript)
  }

  /** One letter, group or command with its arguments. */
  #atom(depth: number, inScript: boolean): Piece[] {
    const token = this.#peek() ?? ''
    this.#at++
    if (token === '{') {
      const pieces = this.#sequence(depth + 1, inScript)
      this.#take('}')
      return pieces
    }
    if (token.startsWith('\\')) return this.#command(token.slice(1), depth, inScript)
    if (/[$&#}]/.test(token)) throw new NotALine()
    if (token === '~') return [{ text: ' ', sort: 'space' }]
    return [signPiece(token === '-' ? '−' : token)]
  }

  #command(written: string, depth: number, inScript: boolean): Piece[] {
    const name = written.length > 1 ? written.trimEnd() : written
    const inner = (): string => lineOf(this.#argument(depth + 1, inScript), true)
    if (spaces.has(name)) return [{ text: ' ', sort: 'space' }]
    if (switches.has(name)) return []
    if (looks.has(name)) return this.#argument(depth + 1, inScript)
    if (/^[%&#_${}]$/.test(name)) return [ordinary(name)]
    if (name === '|') return [ordinary('‖')]
    if (name === 'left' || name === 'right' || name === 'middle') return this.#delimiter()
    const character = characterOf.get(name)
    if (character !== undefined) return [signPiece(character)]
    if (functionNames.has(name)) return [{ text: name, sort: 'name' }]
    if (name === 'operatorname') return [{ text: inner(), sort: 'name' }]
    if (textual.has(name)) return [ordinary(this.#words())]
    if (italic.has(name)) return [ordinary(`<i>${this.#words()}</i>`)]
    if (name === 'textsuperscript') return [{ text: `<sup>${this.#words()}</sup>`, sort: 'script' }]
    if (name === 'textsubscript') return [{ text: `<sub>${this.#words()}</sub>`, sort: 'script' }]
    if (name === 'ce') return [ordinary(compound(this.#words()))]
    const alphabet = alphabets.get(name)
    if (alphabet) return [ordinary(inAlphabet(inner(), alphabet))]
    const accent = accents.get(name)
    if (accent) return [ordinary(orThrow(accented(inner(), accent)))]
    if (/^[dt]?frac$/.test(name)) return [fraction(flat(inner()), flat(inner()))]
    if (name === 'sqrt') return [this.#root(inner)]
    if (name === 'not' && this.#peek() === '=') {
      this.#at++
      return [signPiece('≠')]
    }
    throw new NotALine()
  }

  #root(inner: () => string): Piece {
    let index = ''
    if (this.#peek() === '[') {
      index = this.#tokens[this.#at + 1] ?? ''
      this.#at += 2
      this.#take(']')
    }
    return orThrow(root(flat(inner()), index))
  }

  /** What follows `\left`: one delimiter, or the full stop that stands for none. */
  #delimiter(): Piece[] {
    if (this.#peek() !== '.') return this.#atom(0, false)
    this.#at++
    return []
  }

  /** The words of a group in text, where spaces count and nothing but text may stand. */
  #words(): string {
    this.#take('{')
    let words = ''
    let depth = 0
    for (; ; this.#at++) {
      const token = this.#tokens[this.#at]
      if (token === undefined || /^[$&#]$/.test(token)) throw new NotALine()
      if (token === '}' && depth-- === 0) break
      if (token === '{') depth++
      if (token === '{' || token === '}') continue
      words += token.startsWith('\\') ? wordOf(token.slice(1)) : token === '~' ? ' ' : token
    }
    this.#at++
    return words
  }
}

function ordinary(text: string): Piece {
  return { text, sort: 'ordinary' }
}

function signPiece(sign: string): Piece {
  return {
    text: sign,
    sort: relationSigns.has(sign) || /^[<>=]$/.test(sign) ? 'relation' : 'ordinary',
  }
}

function wordOf(command: string): string {
  const name = command.trimEnd()
  if (/^[%&#_${} ,;]$/.test(command)) return command.replace(/[,;]/, ' ')
  return orThrow(characterOf.get(name))
}

/** A chemical formula in mhchem's notation: digits after an element or a bracket are counts. */
function compound(source: string): string {
  if (!/^[A-Za-z0-9()]{1,60}$/.test(source)) throw new NotALine()
  return source.replace(/(?<=[A-Za-z)])\d+/g, (count) => `<sub>${count}</sub>`)
}

function flat(text: string): string {
  if (!isFlat(text)) throw new NotALine()
  return text
}

function orThrow<T>(value: T | undefined): T {
  if (value === undefined) throw new NotALine()
  return value
}
