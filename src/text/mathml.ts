import { accented, fraction, grouped, isFlat, lineOf, type Piece, root } from './formula-line.ts'
import { elementsOf, type MathTree, textOf } from './mathml-tree.ts'
import { collapse } from './space.ts'
import { accents, functionNames, inAlphabet, limited, relationSigns } from './tex-symbols.ts'

/** MathML as a line of text. */
export interface MathLine {
  /** Scripts in CSL's tags, fractions and roots in line. */
  text: string
  /** True where a line cannot show how it is set: limits, matrices, fractions in fractions. Nothing is left out. */
  complicated: boolean
}

/** Presentation MathML as a line of text: every letter and sign of it once, in reading order. */
export function mathLine(tree: MathTree): MathLine {
  const reader = new MathReader()
  const text = collapse(lineOf(reader.read(tree, 0)))
  return { text, complicated: reader.complicated }
}

/** The combining accent that a sign over a letter stands for in MathML: `¯` a macron, `→` an arrow. */
export const accentSigns: ReadonlyMap<string, string> = new Map(
  [
    'bar ¯ˉ',
    'overline ‾',
    'hat ^ˆ',
    'tilde ~˜∼',
    'vec →⃗',
    'dot ˙.',
    'ddot ¨',
    'check ˇ',
    'breve ˘',
    'acute ´',
    'grave `',
    'mathring ˚',
  ].flatMap((line): [string, string][] => {
    const [name = '', signs = ''] = line.split(' ')
    const accent = accents.get(name)
    return accent ? [...signs, accent].map((sign) => [sign, accent]) : []
  }),
)

const alphabets = new Map<string, 'bb' | 'cal' | 'frak'>([
  ['double-struck', 'bb'],
  ['script', 'cal'],
  ['bold-script', 'cal'],
  ['fraktur', 'frak'],
])

class MathReader {
  complicated = false
  #scripts = 0

  read(tree: MathTree, depth: number): Piece[] {
    const parts = elementsOf(tree)
    const line = (part: MathTree | undefined): string =>
      part ? lineOf(this.read(part, depth + 1), this.#scripts > 0) : ''
    const [first, second, third] = parts
    switch (tree.name) {
      case '#text':
        return leaf(tree.text)
      case 'annotation':
      case 'annotation-xml':
      case 'mphantom':
      case 'none':
      case 'mprescripts':
        return []
      case 'semantics':
        return first ? this.read(first, depth + 1) : []
      case 'maction': {
        const chosen = parts[Number(tree.attributes.selection ?? 1) - 1] ?? first
        return chosen ? this.read(chosen, depth + 1) : []
      }
      case 'mspace':
        return [{ text: ' ', sort: 'space' }]
      case 'mglyph':
        return [ordinary(tree.attributes.alt ?? '')]
      case 'mi':
      case 'mn':
      case 'mo':
      case 'mtext':
      case 'ms':
        return this.#token(tree, depth)
      case 'msub':
        return this.#scripted(first, depth, second)
      case 'msup':
        return this.#scripted(first, depth, undefined, second)
      case 'msubsup':
        return this.#scripted(first, depth, second, third)
      case 'mover':
      case 'munder':
      case 'munderover':
        return this.#stacked(tree.name, parts, depth)
      case 'mmultiscripts':
        return this.#multiscripts(parts, depth)
      case 'mfrac':
        return [this.#fraction(tree, line(first), line(second))]
      case 'msqrt':
        return this.#root(
          lineOf(
            parts.flatMap((part) => this.read(part, depth + 1)),
            true,
          ),
        )
      case 'mroot':
        return this.#root(line(first), line(second))
      case 'mfenced':
        return this.#fenced(tree, parts, depth)
      case 'mtable':
        this.complicated = true
        return [ordinary(parts.map(line).join('; '))]
      case 'mtr':
      case 'mlabeledtr':
        return [ordinary(parts.map(line).join(', '))]
      case 'mstack':
      case 'mlongdiv':
      case 'menclose':
        this.complicated = true
    }
    return parts.flatMap((part) => this.read(part, depth + 1))
  }

  #token(tree: MathTree, depth: number): Piece[] {
    // Publishers nest tokens: `<mn><mtext>u</mtext></mn>`.
    if (tree.parts.some(({ name }) => name !== '#text'))
      return elementsOf(tree).flatMap((part) => this.read(part, depth + 1))
    const text = textOf(tree)
    if (tree.name === 'mtext' || tree.name === 'ms') return [ordinary(text.replace(/\s+/gu, ' '))]
    if (tree.name === 'mo') return leaf(text)
    const name = collapse(text)
    if (functionNames.has(name)) return [{ text: name, sort: 'name' }]
    const alphabet = alphabets.get(tree.attributes.mathvariant ?? '')
    return alphabet ? [ordinary(inAlphabet(name, alphabet))] : leaf(name)
  }

  #script(part: MathTree | undefined, depth: number): string {
    if (!part) return ''
    this.#scripts++
    const text = lineOf(this.read(part, depth + 1), true).trim()
    this.#scripts--
    return text
  }

  #scripted(base: MathTree | undefined, depth: number, sub?: MathTree, sup?: MathTree): Piece[] {
    const pieces = base ? this.read(base, depth + 1) : []
    const last = pieces.at(-1)
    if (this.#scripts > 0 || last?.sort === 'apart' || limited.has(last?.text ?? ''))
      this.complicated = true
    const below = this.#script(sub, depth)
    const above = this.#script(sup, depth)
    const isMark = /^[′″‴°*'∘]+$/u.test(above)
    const mark = above.replace(/∘/g, '°').replace(/'/g, '′')
    const text =
      isMark && above !== '*'
        ? mark + tagged('sub', below)
        : tagged('sub', below) + tagged('sup', above)
    return [...pieces, { text, sort: 'script' }]
  }

  #stacked(name: string, parts: readonly MathTree[], depth: number): Piece[] {
    const [base, ...others] = parts
    const [second, third] = others
    const pieces = base ? this.read(base, depth + 1) : []
    const accent =
      name === 'mover' && second ? accentSigns.get(collapse(textOf(second))) : undefined
    if (accent) {
      const text = lineOf(pieces, true)
      const whole = accented(text, accent)
      if (whole !== undefined) return [ordinary(whole)]
    }
    this.complicated = true
    const below = name === 'mover' ? undefined : second
    const above = name === 'mover' ? second : third
    // A brace says nothing without its remark.
    if (second && !third && /^(?:⏞|⏟|_|\u0332)$/.test(collapse(textOf(second)))) return pieces
    const scripts =
      tagged('sub', this.#script(below, depth)) + tagged('sup', this.#script(above, depth))
    return [...pieces, { text: scripts, sort: 'script' }]
  }

  /** Scripts on both sides of a base, in pairs of lower and upper: `¹⁴C`. */
  #multiscripts(parts: readonly MathTree[], depth: number): Piece[] {
    const [base, ...scripts] = parts
    const split = scripts.findIndex(({ name }) => name === 'mprescripts')
    const after = split < 0 ? scripts : scripts.slice(0, split)
    const before = split < 0 ? [] : scripts.slice(split + 1)
    if (this.#scripts > 0) this.complicated = true
    const written = (list: readonly MathTree[]): Piece => ({
      text: list
        .map((part, i) => tagged(i % 2 === 0 ? 'sub' : 'sup', this.#script(part, depth)))
        .join(''),
      sort: 'script',
    })
    return [written(before), ...(base ? this.read(base, depth + 1) : []), written(after)]
  }

  #fraction(tree: MathTree, above: string, below: string): Piece {
    const isStack = /^0(?:\D|$)/.test(tree.attributes.linethickness ?? '')
    if (isStack || !isFlat(above) || !isFlat(below)) this.complicated = true
    return isStack ? ordinary(`${above} ${below}`) : fraction(above, below)
  }

  #root(of: string, index = ''): Piece[] {
    const piece = root(of, index)
    if (!piece || !isFlat(of)) this.complicated = true
    return [piece ?? ordinary(`${tagged('sup', index)}√${grouped(of)}`)]
  }

  #fenced(tree: MathTree, parts: readonly MathTree[], depth: number): Piece[] {
    const { open = '(', close = ')', separators = ',' } = tree.attributes
    const signs = [...separators.replace(/\s/g, '')]
    const inner = parts.flatMap((part, i) => {
      const separator = i === 0 ? undefined : (signs[i - 1] ?? signs.at(-1))
      return [...(separator ? leaf(separator) : []), ...this.read(part, depth + 1)]
    })
    return [ordinary(open), ...inner, ordinary(close)].filter(({ text }) => text !== '')
  }
}

/** Letters that Unicode has bold or italic, by which MathML's converters write plain variables. */
const plainMath = /[\u{1d400}-\u{1d49b}\u{1d5a0}-\u{1d7ff}]/gu

/** A sign or a name; of the invisible operators only the application of a function leaves a trace. */
function leaf(written: string): Piece[] {
  let text = collapse(written.replace(/[\u2062-\u2064]/g, ''))
  if (text === '') return []
  if (text === '\u2061') return [{ text: '', sort: 'name' }]
  if (/[\u{1d400}-\u{1d7ff}]/u.test(text))
    text = text.replace(plainMath, (letter) => letter.normalize('NFKC'))
  if (text === '-') return [ordinary('−')]
  return [
    {
      text: text.replaceAll('\u2061', ' '),
      sort: relationSigns.has(text) || text === '<' || text === '>' ? 'relation' : 'ordinary',
    },
  ]
}

function ordinary(text: string): Piece {
  return { text, sort: 'ordinary' }
}

function tagged(tag: 'sub' | 'sup', text: string): string {
  return text === '' ? '' : `<${tag}>${text}</${tag}>`
}
