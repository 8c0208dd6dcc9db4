import { expect, it } from 'vitest'
import { inertCopy } from '../../src/library/inert.ts'

it('copies nothing that means something to every object', () => {
  const hostile: unknown = JSON.parse(
    '{"a":{"__proto__":{"x":1},"constructor":{"prototype":{"x":1}},"prototype":1,"b":2}}',
  )
  const copied = inertCopy(hostile)
  expect(JSON.stringify(copied)).toBe('{"a":{"b":2}}')
  expect(Reflect.get({}, 'x')).toBeUndefined()
})

it.each([
  ['of 20,000 values', Array(19_999).fill(0), Array(20_000).fill(0)],
  ['of a million characters', 'x'.repeat(1_000_000), 'x'.repeat(1_000_001)],
  ['of 20,000 members', numbered(19_999), numbered(20_000)],
])('copies what is %s at most', (_, most, more) => {
  expect(inertCopy(most)).toEqual(most)
  expect(inertCopy(more)).toBeUndefined()
})

function numbered(count: number): object {
  return Object.fromEntries(Array.from({ length: count }, (_, n) => [`k${n}`, 0]))
}
