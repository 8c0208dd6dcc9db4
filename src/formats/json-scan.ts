/** What is wrong with a JSON text before it is parsed, each with an offset in UTF-16 units where one can be named. */
export type JsonFault =
  | { kind: 'empty' }
  | { kind: 'truncated' }
  | { kind: 'trailing'; at: number }
  | { kind: 'too-deep'; at: number }

/**
 * Looks a JSON text through without building anything: where its one value ends, how deep it nests, and
 * whether it breaks off. It does not judge the rest of the grammar; `JSON.parse` does.
 */
export function scanJson(text: string, deepest: number): JsonFault | undefined {
  let depth = 0
  let begun = false
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09) continue
    if (begun && depth === 0) return { kind: 'trailing', at }
    begun = true
    if (code === 0x22) {
      at = endOfString(text, at)
      if (at < 0) return { kind: 'truncated' }
    } else if (code === 0x7b || code === 0x5b) {
      depth++
      if (depth > deepest) return { kind: 'too-deep', at }
    } else if (code === 0x7d || code === 0x5d) depth--
    // A text that is no object or array is one word, whose end does not matter here.
    else if (depth === 0) return undefined
  }
  if (!begun) return { kind: 'empty' }
  return depth > 0 ? { kind: 'truncated' } : undefined
}

/** An offset as a person finds it in an editor. */
export function lineAndColumn(text: string, at: number): string {
  const before = text.slice(0, at)
  const line = before.split('\n').length
  return `line ${line}, column ${at - before.lastIndexOf('\n')}`
}

/** The offset of the closing quotation mark, or -1. */
function endOfString(text: string, opening: number): number {
  for (let at = text.indexOf('"', opening + 1); at >= 0; at = text.indexOf('"', at + 1)) {
    let backslashes = 0
    while (text.charCodeAt(at - 1 - backslashes) === 0x5c) backslashes++
    if (backslashes % 2 === 0) return at
  }
  return -1
}
