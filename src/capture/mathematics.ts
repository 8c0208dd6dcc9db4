import { MathMLToLaTeX } from 'mathml-to-latex'
import { latexOf } from '../text/latex.ts'
import type { MathTree } from '../text/mathml-tree.ts'

export type { MathTree } from '../text/mathml-tree.ts'

/**
 * LaTeX of a MathML tree, for `Formulas`; undefined where a part of it would be missing or doubled.
 *
 * The library knows how fractions, matrices and scripts are laid out, but takes some signs for others (≲ for ≤, ⊀ for
 * ⪯) and leaves out elements that it does not know; so it sees the layout only. It is large: nothing that every page
 * gets may import this file.
 */
export function toLatex(tree: MathTree): string | undefined {
  return latexOf(tree, (mathml) => MathMLToLaTeX.convert(mathml))
}
