import type { KeyOf } from '../../src/item/citation-key.ts'
import { compileCitationPattern } from '../../src/item/citation-pattern.ts'
import { readSettings } from '../settings.ts'

/** What makes citation keys as the person has set it; undefined for our own way, and where the pattern is none. */
export async function keyMaker(): Promise<KeyOf | undefined> {
  const { citationKeyPattern } = await readSettings()
  if (citationKeyPattern === '') return undefined
  const compiled = compileCitationPattern(citationKeyPattern)
  return compiled.ok ? compiled.value : undefined
}
