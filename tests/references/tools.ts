import { createRequire } from 'node:module'
import { packedLocale, packedStyle } from '../../scripts/citation-styles.ts'
import type { EngineMaker } from '../../src/references/engine.ts'
import { type ReferenceLanguage, referenceLanguages } from '../../src/references/languages.ts'
import { referenceStyle, type StyleId } from '../../src/references/styles.ts'
import type { ReferenceTools } from '../../src/references/write-references.ts'

// CommonJS, and without types.
const { Engine }: { Engine: EngineMaker } = createRequire(import.meta.url)('citeproc')

const locales = Object.fromEntries(referenceLanguages.map((each) => [each, packedLocale(each)]))

/** What references are written with, as it is packed. */
export function toolsFor(style: StyleId, language: ReferenceLanguage = 'en-US'): ReferenceTools {
  const { articleNumbers } = referenceStyle(style)
  return { engine: Engine, style: packedStyle(style), articleNumbers, locales, language }
}
