/** What a sum begins with. */
const basis = 0x811c9dc5
const prime = 0x01000193

/**
 * 32 bits by which bytes are told from what a fault of the disk makes of them (FNV-1a over words of 32 bits); `before` is the
 * sum of what stands before them. Another machine may come to another sum, so it stays in the database it was written to.
 */
export function checksum(bytes: Uint8Array, before = basis): number {
  const { buffer, byteOffset, length } = bytes
  if (byteOffset % 4 !== 0) return checksum(bytes.slice(), before)
  const whole = length >>> 2
  const words = new Int32Array(buffer, byteOffset, whole)
  let sum = before ^ length
  for (let i = 0; i < whole; i++) sum = Math.imul(sum ^ (words[i] as number), prime)
  for (let i = whole * 4; i < length; i++) sum = Math.imul(sum ^ (bytes[i] as number), prime)
  // What the highest bits say is nowhere else yet.
  return (sum ^ (sum >>> 15)) >>> 0
}

/** The same of a text. */
export function textChecksum(text: string, before = basis): number {
  return checksum(encoder.encode(text), before)
}

/** The same of numbers of any width. */
export function numbersChecksum(
  numbers: Uint8Array | Uint16Array | Uint32Array,
  before = basis,
): number {
  return checksum(new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength), before)
}

const encoder = new TextEncoder()
