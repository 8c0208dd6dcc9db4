import { toLatex } from '../../src/capture/mathematics.ts'
import { leaveLatexWriter } from './latex-writer.ts'

leaveLatexWriter(toLatex)
