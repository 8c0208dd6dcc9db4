import { platforms } from './platforms/index.ts'
import type { Platform } from './portal.ts'

const anyMarkup = platforms.flatMap(({ markup }) => markup ?? []).join(', ')

/** The publishing system that made a page, told by its generator tag or its markup; undefined where none is known. */
export function platformOf(
  document: Document,
  tags: readonly { name: string; content: string }[],
): Platform | undefined {
  const generator = tags.find(({ name }) => name === 'generator')?.content ?? ''
  const generated = platforms.find((platform) => platform.generator?.test(generator))
  if (generated) return generated
  // One question to the page for all of them: nearly every page is none's.
  return anyMarkup !== '' && document.querySelector(anyMarkup)
    ? platforms.find(({ markup }) => markup !== undefined && document.querySelector(markup))
    : undefined
}
