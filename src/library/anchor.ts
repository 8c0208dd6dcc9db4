/**
 * A passage of a text by what it says and where it stood (W3C Web Annotation Data Model, TextQuoteSelector and
 * TextPositionSelector): either finds it again after the text was edited.
 */
export interface Selector {
  exact: string
  /** What stood before and behind it, up to `around` characters. */
  prefix: string
  suffix: string
  /** Where it began, in UTF-16 code units from the text's beginning. */
  start: number
}

/** Characters that are kept of what stands round a passage. */
export const around = 32

/** The longest passage; more is no highlight but the text itself. */
export const longestPassage = 10_000

/** How a passage of a text is found again, without the blanks at its ends; undefined where nothing is left. */
export function selectorOf(text: string, from: number, to: number): Selector | undefined {
  const chosen = text.slice(from, to)
  const exact = chosen.trim()
  if (exact === '' || exact.length > longestPassage) return undefined
  const start = from + chosen.indexOf(exact)
  const end = start + exact.length
  return {
    exact,
    prefix: text.slice(Math.max(0, start - around), start),
    suffix: text.slice(end, end + around),
    start,
  }
}

/**
 * Where a passage stands in a text by now; undefined where it is no longer there. Of several places with the same words that one
 * is taken round which most is as it was, and of these the nearest to where it stood.
 */
export function anchor(
  text: string,
  { exact, prefix, suffix, start }: Selector,
): [from: number, to: number] | undefined {
  if (exact === '') return undefined
  let best: { at: number; alike: number } | undefined
  for (let at = text.indexOf(exact); at >= 0; at = text.indexOf(exact, at + 1)) {
    const end = at + exact.length
    const alike =
      alikeAtEnd(text.slice(Math.max(0, at - around), at), prefix) +
      alikeAtStart(text.slice(end, end + around), suffix)
    const isBetter =
      !best ||
      alike > best.alike ||
      (alike === best.alike && Math.abs(at - start) < Math.abs(best.at - start))
    if (isBetter) best = { at, alike }
  }
  return best && [best.at, best.at + exact.length]
}

function alikeAtStart(a: string, b: string): number {
  let length = 0
  while (length < a.length && length < b.length && a[length] === b[length]) length++
  return length
}

function alikeAtEnd(a: string, b: string): number {
  let length = 0
  while (length < a.length && length < b.length && a.at(-1 - length) === b.at(-1 - length)) length++
  return length
}
