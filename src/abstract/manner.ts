import type { Skip } from '../text/line-text.ts'
import type { Formulas } from '../text/math.ts'

/** How an abstract's text is read: what is passed over in it, and how its formulas are written. */
export interface Manner {
  skip: Skip
  formulas: Formulas | undefined
}
