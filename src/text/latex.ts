import { accentSigns } from './mathml.ts'
import { elementsOf, type MathTree, textOf, textPart } from './mathml-tree.ts'
import { collapse } from './space.ts'
import { limited } from './tex-symbols.ts'
import { accentInTex, identifierInTex, signsInTex, wordSpace, wordsInTex } from './tex-write.ts'

/** As many leaves as there are private-use characters to stand for them; formulas have a few dozen. */
const mostLeaves = 6000

/** Formulas nest a few deep; what is deeper is written in a line. */
const deepest = 30

/** Lays out MathML's source, tokens as private-use characters, in LaTeX. */
export type Layout = (mathml: string) => string

/**
 * LaTeX of a MathML tree, laid out by `layout`; undefined where a part of it would be missing or doubled.
 *
 * `layout` is given a private-use character for each letter and sign; they are put back in our own spelling, and each
 * must have come back once.
 */
export function latexOf(tree: MathTree, layout: Layout): string | undefined {
  try {
    return new Leaves(layout).latex(tree, 0)
  } catch {
    // Too much of a formula, or one that the layout cannot read, stays in a line.
    return undefined
  }
}

const fences: ReadonlyMap<string, string> = new Map([
  ['(', ')'],
  ['[', ']'],
  ['|', '|'],
  ['{', ''],
])

/** The letters and signs of a formula, taken out of its layout. */
class Leaves {
  readonly #leaves: string[] = []

  readonly #layout: Layout

  constructor(layout: Layout) {
    this.#layout = layout
  }

  latex(tree: MathTree, depth: number): string | undefined {
    const mathml = `<math>${this.#element(tree, depth)}</math>`
    return this.#restored(this.#layout(mathml))
  }

  /** LaTeX with the leaves back in their places; undefined unless each is there once. */
  #restored(latex: string): string | undefined {
    const met = new Set<number>()
    let isWhole = true
    const text = latex.replace(/[\ue000-\uf8ff]/g, (character) => {
      const at = character.charCodeAt(0) - 0xe000
      const leaf = this.#leaves[at]
      if (leaf === undefined || met.has(at)) isWhole = false
      met.add(at)
      return leaf ?? ''
    })
    if (!isWhole || met.size !== this.#leaves.length) return undefined
    return collapse(text)
      .replace(/ (?=[}^_,)\]])|(?<=[{([]) |(?<=\}) (?=\{)/g, '')
      .replaceAll(wordSpace, ' ')
  }

  #leaf(tex: string): string {
    if (tex === '') return ''
    if (this.#leaves.length >= mostLeaves)
      throw new RangeError('not a formula that LaTeX can lay out')
    this.#leaves.push(tex)
    return `<mi>${String.fromCharCode(0xe000 + this.#leaves.length - 1)}</mi>`
  }

  /** Parts of LaTeX around a layout, such as `\vec{` and `}`. */
  #around(before: string, tree: MathTree | undefined, depth: number, after = '}'): string {
    return `<mrow>${this.#leaf(before)}${this.#element(tree, depth)}${this.#leaf(after)}</mrow>`
  }

  #row(parts: readonly MathTree[], depth: number): string {
    let row = ''
    for (let i = 0; i < parts.length; i++) {
      const [part, next] = [parts[i], parts[i + 1]]
      const open = part?.name === 'mo' ? collapse(textOf(part)) : ''
      const close = fences.get(open)
      const after = parts[i + 2]
      const isClosed = after?.name === 'mo' && collapse(textOf(after)) === close
      if (next?.name === 'mtable' && (close === '' ? after === undefined : isClosed)) {
        row += `<mrow><mo>${open}</mo>${this.#table(next, depth)}${close ? `<mo>${close}</mo>` : ''}</mrow>`
        i += close ? 2 : 1
      } else if (open === '(' && isClosed && next && isStack(next)) {
        const [above, below] = elementsOf(next)
        row += this.#around('\\binom{', above, depth) + this.#around('{', below, depth)
        i += 2
      } else row += this.#element(part, depth)
    }
    return `<mrow>${row}</mrow>`
  }

  #element(tree: MathTree | undefined, above: number): string {
    const depth = above + 1
    if (!tree) return '<mrow></mrow>'
    if (depth > deepest) throw new RangeError('not a formula that LaTeX can lay out')
    const parts = elementsOf(tree)
    const [first, second, third] = parts
    const inner = (): string => parts.map((part) => this.#element(part, depth)).join('')
    switch (tree.name) {
      case '#text':
        return this.#leaf(signsInTex(collapse(tree.text)))
      case 'mi':
      case 'mn':
      case 'mo':
      case 'mtext':
      case 'ms':
        return this.#token(tree, depth)
      case 'mspace':
        return this.#leaf('\\,')
      case 'annotation':
      case 'annotation-xml':
      case 'mphantom':
        return ''
      case 'semantics':
        return this.#element(first, depth)
      case 'maction':
        return this.#element(parts[Number(tree.attributes.selection ?? 1) - 1] ?? first, depth)
      case 'mfrac':
        return `<mfrac${isStack(tree) ? ' linethickness="0"' : ''}>${this.#row(parts.slice(0, 1), depth)}${this.#row(parts.slice(1), depth)}</mfrac>`
      case 'msqrt':
        return `<msqrt>${this.#row(parts, depth)}</msqrt>`
      case 'mroot':
        return `<mroot>${inner()}</mroot>`
      case 'msub':
      case 'msup':
      case 'msubsup':
        return this.#scripts(tree.name, parts, depth)
      case 'mmultiscripts':
        return this.#multiscripts(parts, depth)
      case 'munder':
      case 'mover':
      case 'munderover':
        return this.#stacked(tree.name, [first, second, third], depth)
      case 'mtable':
        return this.#table(tree, depth)
      case 'mfenced':
        return this.#fenced(tree, parts, depth)
    }
    return this.#row(parts, depth)
  }

  #token(tree: MathTree, depth: number): string {
    if (tree.parts.some(({ name }) => name !== '#text')) return this.#row(elementsOf(tree), depth)
    const text = textOf(tree).replace(/[\u2061-\u2064]/g, '')
    if (text === '') return ''
    if (tree.name === 'mtext' || tree.name === 'ms')
      return this.#leaf(wordsInTex(text.replace(/\s+/gu, ' ')))
    const name = collapse(text)
    return this.#leaf(
      tree.name === 'mi' ? identifierInTex(name, tree.attributes.mathvariant) : signsInTex(name),
    )
  }

  #scripts(name: string, parts: readonly MathTree[], depth: number): string {
    const [base, ...scripts] = parts
    return `<${name}>${this.#base(base, depth)}${scripts.map((part) => this.#row([part], depth)).join('')}</${name}>`
  }

  /** A base of more than one part goes in braces: the library would put brackets round it. */
  #base(base: MathTree | undefined, depth: number): string {
    if (!base || textOf(base).trim() === '') return this.#leaf('{}')
    const isToken = /^m[ion]$/.test(base.name) && base.parts.every(({ name }) => name === '#text')
    return isToken ? this.#element(base, depth) : this.#whole(base, depth)
  }

  /** A part that the library sees as one letter. */
  #whole(tree: MathTree, depth: number): string {
    const latex = new Leaves(this.#layout).latex(tree, depth)
    if (latex === undefined) throw new RangeError('not a formula that LaTeX can lay out')
    return this.#leaf(/^(?:\w|\\[A-Za-z]+)$/.test(latex) ? `${latex} ` : `{${latex}}`)
  }

  #multiscripts(parts: readonly MathTree[], depth: number): string {
    const [base, ...scripts] = parts
    const written = scripts.map((part) =>
      /^(?:none|mprescripts)$/.test(part.name) ? `<${part.name}/>` : this.#row([part], depth),
    )
    return `<mmultiscripts>${this.#base(base, depth)}${written.join('')}</mmultiscripts>`
  }

  #stacked(name: string, parts: readonly (MathTree | undefined)[], depth: number): string {
    const [base, second, third] = parts
    const sign = collapse(second ? textOf(second) : '')
    const accent = name === 'mover' ? accentSigns.get(sign) : undefined
    if (accent !== undefined && second && elementsOf(second).length < 2) {
      const isOne = [...collapse(base ? textOf(base) : '')].length === 1
      return this.#around(`\\${accentInTex(accent, isOne)}{`, base, depth)
    }
    if (limited.has(collapse(base ? textOf(base) : ''))) {
      const scripts = { munder: 'msub', mover: 'msup', munderover: 'msubsup' }[name] ?? 'msub'
      return this.#scripts(
        scripts,
        parts.filter((part) => part !== undefined),
        depth,
      )
    }
    const brace = { '⏟': 'underbrace', '⏞': 'overbrace', _: 'underline', '\u0332': 'underline' }[
      sign
    ]
    if (brace !== undefined && !third) return this.#around(`\\${brace}{`, base, depth)
    const [below, above] = name === 'mover' ? [undefined, second] : [second, third]
    const under = below ? this.#around('\\underset{', below, depth) : ''
    const over = above ? this.#around('\\overset{', above, depth) : ''
    // `\underset{below}{\overset{above}{base}}`.
    return `<mrow>${under}${under ? this.#leaf('{') : ''}${over}${this.#around('{', base, depth)}${under ? this.#leaf('}') : ''}</mrow>`
  }

  #table(table: MathTree, depth: number): string {
    const rows = elementsOf(table).map(
      (row) =>
        `<mtr>${elementsOf(row)
          .map((cell) => `<mtd>${this.#element(cell, depth + 1)}</mtd>`)
          .join('')}</mtr>`,
    )
    return `<mtable>${rows.join('')}</mtable>`
  }

  #fenced(tree: MathTree, parts: readonly MathTree[], depth: number): string {
    const { open = '(', close = ')', separators = ',' } = tree.attributes
    const signs = [...separators.replace(/\s/g, '')]
    const inner = parts.flatMap((part, i) =>
      i === 0 ? [part] : [signTree(signs[i - 1] ?? signs.at(-1) ?? ''), part],
    )
    return this.#row([signTree(open), ...inner, signTree(close)], depth)
  }
}

function isStack({ name, attributes }: MathTree): boolean {
  return name === 'mfrac' && /^0(?:\D|$)/.test(attributes.linethickness ?? '')
}

function signTree(text: string): MathTree {
  return { name: 'mo', text: '', attributes: {}, parts: [textPart(text)] }
}
