import { mathLine } from './mathml.ts'
import { type MathTree, parseMathml, texIn, textOf, treeOf } from './mathml-tree.ts'
import { collapse } from './space.ts'
import { texBetweenDollars, texText } from './tex.ts'

/** How complicated formulas are written, and which were met without it. */
export interface Formulas {
  /** LaTeX of a MathML tree; undefined where that loses something, or nothing was loaded that could do it. */
  toLatex?: ((tree: MathTree) => string | undefined) | undefined
  /** The text of each formula that was written in a line for want of LaTeX. */
  inLine: string[]
}

/**
 * A formula in MathML as text. What a line can show is Unicode with CSL's inline tags; of the rest the TeX that the
 * page gives, or LaTeX by `formulas.toLatex`, between dollar signs; without either a line all the same, noted in `formulas`.
 */
export function mathText(element: Element, formulas?: Formulas, tex?: string): string {
  return textOfTree(treeOf(element), formulas, tex)
}

/** The same for MathML's source; undefined where there is none in it. */
export function mathmlText(source: string, formulas?: Formulas, tex?: string): string | undefined {
  const tree = parseMathml(source)
  return tree && textOfTree(tree, formulas, tex)
}

/** The source in a `<script type="math/…">`, TeX or MathML, as text. */
export function mathSource(script: Element, formulas?: Formulas): string {
  const source = script.textContent ?? ''
  if (/tex/i.test(script.getAttribute('type') ?? '')) return texText(source)
  return mathmlText(source, formulas) ?? collapse(source.replace(/<[^<>]*>/g, ''))
}

/** True where one of the texts holds a formula that LaTeX would show better than a line. */
export function wantsLatex({ inLine }: Formulas, texts: readonly (string | undefined)[]): boolean {
  return inLine.some((formula) => texts.some((text) => text?.includes(formula)))
}

function textOfTree(tree: MathTree, formulas?: Formulas, tex = texIn(tree)): string {
  const { text, complicated } = mathLine(tree)
  if (!complicated) return text
  if (tex !== undefined) return texText(tex)
  const latex = formulas?.toLatex?.(tree)
  if (latex !== undefined && latex !== '') return texBetweenDollars(collapse(latex))
  if (text !== '') formulas?.inLine.push(text)
  return text === '' ? collapse(textOf(tree)) : text
}
