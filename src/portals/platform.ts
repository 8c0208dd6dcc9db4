import { platforms } from './platforms/index.ts'
import type { Platform } from './portal.ts'

/** The publishing system that made a page, told by its generator tag or its markup; undefined where none is known. */
export function platformOf(
  document: Document,
  tags: readonly { name: string; content: string }[],
): Platform | undefined {
  const generator = tags.find(({ name }) => name === 'generator')?.content ?? ''
  const generated = platforms.find((platform) => platform.generator?.test(generator))
  if (generated) return generated
  // Each alone: one id or class is looked up, and a list of them is tried on every element.
  return platforms.find(({ markup }) =>
    markup?.some((selector) => document.querySelector(selector) !== null),
  )
}
