/** Deeper or larger than this nothing that Offprint writes can be. */
const deepest = 20
const mostValues = 20_000
const mostCharacters = 1_000_000

/**
 * A copy of a JSON value that is kept without being understood (a field of a later version); undefined for
 * what is no JSON (NaN, functions), and for what is too deep or too large. Keys that mean something to every
 * object (`__proto__`) are left out.
 */
export function inertCopy(value: unknown): unknown {
  const room = { values: mostValues, characters: mostCharacters }
  return copy(value, deepest, room)
}

function copy(
  value: unknown,
  depth: number,
  room: { values: number; characters: number },
): unknown {
  room.values -= 1
  if (depth < 0 || room.values < 0) return undefined
  if (value === null || typeof value === 'boolean') return value
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined
  if (typeof value === 'string') {
    room.characters -= value.length
    return room.characters < 0 ? undefined : value
  }
  if (typeof value !== 'object') return undefined
  if (Array.isArray(value)) {
    if (value.length > room.values) return undefined
    const list = value.map((entry) => copy(entry, depth - 1, room))
    return list.includes(undefined) ? undefined : list
  }
  const members: [string, unknown][] = []
  for (const [key, member] of Object.entries(value)) {
    if (key === '__proto__' || key === 'constructor' || key === 'prototype') continue
    room.characters -= key.length
    const copied = copy(member, depth - 1, room)
    if (copied === undefined || room.characters < 0) return undefined
    members.push([key, copied])
  }
  return Object.fromEntries(members)
}
