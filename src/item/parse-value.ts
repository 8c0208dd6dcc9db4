import { tidy } from '../text/space.ts'

/** An object that is no array, of which nothing else is known. */
export type UnknownObject = { readonly [key: string]: unknown }

/** True for an object that is no array. */
export function isObject(value: unknown): value is UnknownObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** An object's own field; what it inherits, and so a polluted prototype, is not seen. */
export function fieldOf(value: UnknownObject, key: string): unknown {
  return Object.hasOwn(value, key) ? value[key] : undefined
}

/** The first `most` entries of an array; empty for what is none. `onCut` is called where there were more. */
export function arrayOf(value: unknown, most: number, onCut?: () => void): readonly unknown[] {
  if (!Array.isArray(value)) return []
  if (value.length > most) onCut?.()
  return value.slice(0, most)
}

/**
 * Text, tidied, trimmed and cut at `cap` UTF-16 units but never inside a character; a finite number is
 * its digits; undefined for anything else and for empty text. `onCut` is called where something was cut.
 */
export function textOf(value: unknown, cap: number, onCut?: () => void): string | undefined {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value)
  if (typeof value !== 'string') return undefined
  // Tidying a text of many megabytes only to cut it would cost seconds; four times the cap leaves room for what is stripped.
  const text = tidy(value.slice(0, cap * 4 + 16)).trim()
  const isCut = text.length > cap || value.length > cap * 4 + 16
  if (isCut) onCut?.()
  const kept = isCut ? tidy(text.slice(0, cap)).trim() : text
  return kept === '' ? undefined : kept
}

/** An http or https address without credentials, else undefined. */
export function webAddressOf(text: string | undefined): string | undefined {
  if (text === undefined || !URL.canParse(text)) return undefined
  const url = new URL(text)
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return undefined
  url.username = ''
  url.password = ''
  return url.href
}
