import type { Decision } from '../../src/item/record.ts'
import type { KeyPreset } from '../settings.ts'

/** What a key does in review. */
export type ReviewAct = Decision | 'next' | 'previous' | 'tags' | 'note' | 'undo'

type Keys = { readonly [key: string]: ReviewAct }

const moving: Keys = { j: 'next', k: 'previous', t: 'tags', n: 'note' }

/**
 * What each key does. Rayyan's are I, U (undecided) and E; ASReview's R (relevant) and I (irrelevant). Where U stands for
 * "maybe", Z takes back.
 */
const keysOf: { readonly [P in KeyPreset]: Keys } = {
  offprint: { i: 'include', m: 'maybe', x: 'exclude', u: 'undo', ...moving },
  rayyan: { i: 'include', u: 'maybe', e: 'exclude', z: 'undo', ...moving },
  asreview: { r: 'include', i: 'exclude', m: 'maybe', u: 'undo', ...moving },
  none: {},
}

/** What a key press means in review; undefined for one that types, commands the browser or repeats because it is held down. */
export function actOf(event: KeyboardEvent, preset: KeyPreset): ReviewAct | undefined {
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || event.isComposing) return
  const { target } = event
  if (target instanceof Element && target.closest('input, textarea, select, dialog')) return
  return keysOf[preset][event.key.toLowerCase()]
}

/** The key for an act as a person finds it on the keyboard; undefined where there is none. */
export function keyFor(act: ReviewAct, preset: KeyPreset): string | undefined {
  const found = Object.entries(keysOf[preset]).find(([, each]) => each === act)
  return found?.[0].toUpperCase()
}
