import type { Decision } from '../../src/item/record.ts'
import type { KeyPreset, Settings } from '../settings.ts'

/** What a key does in review. */
export const reviewActs = [
  'include',
  'maybe',
  'exclude',
  'next',
  'previous',
  'tags',
  'note',
  'undo',
] as const satisfies readonly (Decision | string)[]
export type ReviewAct = (typeof reviewActs)[number]

type KeySettings = Pick<Settings, 'reviewKeys' | 'ownKeys'>

const moving = { next: 'j', previous: 'k', tags: 't', note: 'n' }

/**
 * The key of each act. Rayyan's are I, U (undecided) and E; ASReview's R (relevant) and I (irrelevant). Where U stands for
 * "maybe", Z takes back.
 */
const presets: { readonly [P in KeyPreset]: { readonly [A in ReviewAct]?: string } } = {
  offprint: { include: 'i', maybe: 'm', exclude: 'x', undo: 'u', ...moving },
  rayyan: { include: 'i', maybe: 'u', exclude: 'e', undo: 'z', ...moving },
  asreview: { include: 'r', exclude: 'i', maybe: 'm', undo: 'u', ...moving },
  none: {},
}

/** The key for an act, in lower case: the person's own, or the preset's where that is not taken by one of these. */
export function keyFor(act: ReviewAct, { reviewKeys, ownKeys }: KeySettings): string | undefined {
  if (reviewKeys === 'none') return undefined
  const own = ownKeys[act]
  if (own !== undefined) return own
  const key = presets[reviewKeys][act]
  return key !== undefined && Object.values(ownKeys).includes(key) ? undefined : key
}

/** The act that has a key; undefined where it is free. */
export function actFor(key: string, settings: KeySettings): ReviewAct | undefined {
  return reviewActs.find((act) => keyFor(act, settings) === key)
}

/** What a key press means in review; undefined for one that types, commands the browser or repeats because it is held down. */
export function actOf(event: KeyboardEvent, settings: KeySettings): ReviewAct | undefined {
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || event.isComposing) return
  const { target } = event
  if (target instanceof Element && target.closest('input, textarea, select, dialog')) return
  const key = event.key.toLowerCase()
  // On a keyboard of another script the letters are where they stand on a Latin one.
  return (
    actFor(key, settings) ?? (/[a-z]/.test(key) ? undefined : actFor(latinOf(event.code), settings))
  )
}

/** True where a key leads out of a box in which one types: Escape, but for one that gives an input method's word up. */
export function leavesBox(event: KeyboardEvent): boolean {
  if (event.key !== 'Escape' || event.isComposing) return false
  const { target } = event
  return target instanceof Element && target.matches('input, textarea') && !target.closest('dialog')
}

function latinOf(code: string): string {
  return /^Key([A-Z])$/.exec(code)?.[1]?.toLowerCase() ?? ''
}

/** One letter, digit or sign that may stand for an act: what types nothing is the browser's. */
export function isKey(key: string): boolean {
  return [...key].length === 1 && key.trim() !== '' && key === key.toLowerCase()
}
