/**
 * JSON's value, or undefined. A line end, a tab or another control character that stands in a string as it is, which
 * RFC 8259 forbids and programs write, is mended.
 */
export function parseMended(text: string): unknown {
  const value = parsed(text)
  if (value !== undefined) return value
  const whole = mended(text)
  return whole === text ? undefined : parsed(whole)
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function mended(text: string): string {
  if (!/[\u0000-\u001f]/.test(text)) return text
  return text.replace(/"(?:[^"\\]|\\[\s\S])*"/g, (string) =>
    string.replace(/[\u0000-\u001f]/g, (character) => JSON.stringify(character).slice(1, -1)),
  )
}
