import { texText } from '../text/tex.ts'
import { isPlainMath, isProse } from './bibtex-math.ts'

/** Whether formulas stay between dollar signs as they are, or become text where a line can show them. */
export type Formulas = 'keep' | 'text'

/** Letters, signs or one command: a price list holds no such thing. */
const isMath = /[\\^_=<>]/

/**
 * What stands between dollar signs as text; undefined where `after`, the character behind the second sign, and the
 * source say that the signs are money. Without `after` it is mathematics for sure.
 *
 * Scripts without a base (`H$_2$O`) and `$<$` are how BibTeX files write what CSL has markup or a character for. Of
 * the rest our writer makes none that `isPlainMath` refuses, so only that is ever kept.
 */
export function readFormula(source: string, formulas: Formulas): string
export function readFormula(source: string, formulas: Formulas, after: string): string | undefined
export function readFormula(source: string, formulas: Formulas, after?: string) {
  if (source === '<' || source === '>') return source
  const isScript = /^\s*(?:\{\s*\}\s*)?[_^]/.test(source)
  const isPlain = isPlainMath(source)
  if (isPlain && !isScript && formulas === 'keep') return `$${source}$`
  const isMoney =
    after !== undefined &&
    (/^\s|\s$/.test(source) || /^\d/.test(after) || /\s\p{L}{2,}/u.test(source))
  const isWords = !isMath.test(source) || (!source.includes('\\') && isProse(source))
  if (isMoney && !isPlain && isWords) return undefined
  return texText(source.replace(/^\s*\{\s*\}/, ''))
}
