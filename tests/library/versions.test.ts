import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readField } from '../../src/library/field.ts'
import {
  canonical,
  emptyDocument,
  entriesOf,
  mergeVersions,
  type StampedDocument,
  stampFields,
} from '../../src/library/versions.ts'

const devices = ['00000000000000aa', '00000000000000bb', '00000000000000cc']
const fields = ['title', 'note', 'tag:sea']

/** One thing that happens: a device changes a field, or takes over what another device has. */
const step = fc.oneof(
  fc.record({
    device: fc.nat(2),
    field: fc.constantFrom(...fields),
    value: fc.constantFrom('one', 'two', null),
    // Clocks that are wrong by hours must not matter.
    clock: fc.integer({ min: 0, max: 3 }),
  }),
  fc.record({ device: fc.nat(2), from: fc.nat(2) }),
)
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

const id = `r:${'0'.repeat(26)}`

function copies(history: readonly Step[]): StampedDocument[] {
  const now = devices.map(() => emptyDocument(id, 1))
  const counters = devices.map(() => 0)
  for (const happened of history) {
    const mine = now[happened.device] as StampedDocument
    if ('from' in happened) {
      now[happened.device] = mergeVersions(mine, now[happened.from] as StampedDocument)
      continue
    }
    const n = (counters[happened.device] ?? 0) + 1
    counters[happened.device] = n
    const dot: [string, number] = [devices[happened.device] as string, n]
    now[happened.device] = stampFields(
      mine,
      { [happened.field]: happened.value },
      dot,
      happened.clock,
    )
  }
  return now
}

const histories = fc.array(step, { maxLength: 40, size: 'max' }).map(copies)

describe('merging two copies', () => {
  it('is commutative, associative and idempotent', () => {
    fc.assert(
      fc.property(histories, ([a, b, c]) => {
        if (!a || !b || !c) throw new Error('three devices')
        expect(canonical(mergeVersions(a, b))).toBe(canonical(mergeVersions(b, a)))
        expect(canonical(mergeVersions(mergeVersions(a, b), c))).toBe(
          canonical(mergeVersions(a, mergeVersions(b, c))),
        )
        expect(canonical(mergeVersions(a, a))).toBe(canonical(a))
      }),
      { numRuns: 500 },
    )
  })

  it('loses no edit that its device did not know to be replaced', () => {
    fc.assert(
      fc.property(histories, (all) => {
        const merged = all.reduce(mergeVersions)
        for (const copy of all) {
          for (const field of fields) {
            for (const [dot] of entriesOf(copy, field)) {
              const stands = entriesOf(merged, field).some(
                ([other]) => other[0] === dot[0] && other[1] === dot[1],
              )
              const replacedWith = all.some(
                (other) =>
                  (other.m.c[dot[0]] ?? 0) >= dot[1] &&
                  !entriesOf(other, field).some(([one]) => one[0] === dot[0] && one[1] === dot[1]),
              )
              expect(stands || replacedWith).toBe(true)
            }
          }
        }
      }),
      { numRuns: 300 },
    )
  })

  it('keeps both of two concurrent values, shows the newer, and settles them with the next patch', () => {
    const base = stampFields(emptyDocument(id, 1), { note: 'first' }, ['00000000000000aa', 1], 1)
    const a = stampFields(base, { note: 'from a' }, ['00000000000000aa', 2], 5)
    const b = stampFields(base, { note: 'from b', title: 'T' }, ['00000000000000bb', 1], 9)
    const both = mergeVersions(a, b)
    expect(both.note).toBe('from b')
    expect(both.title).toBe('T')
    expect(both.alt).toEqual({
      note: [
        [['00000000000000bb', 1], 'from b', 9],
        [['00000000000000aa', 2], 'from a', 5],
      ],
    })
    const settled = stampFields(both, { note: 'both' }, ['00000000000000aa', 3], 10)
    expect(settled.alt).toBeUndefined()
    expect(mergeVersions(settled, mergeVersions(a, b))).toEqual(settled)
  })

  it('does not believe a clock that covers a value without replacing it', () => {
    const honest = stampFields(emptyDocument(id, 1), { note: 'mine' }, ['00000000000000aa', 1], 1)
    const forged = { ...emptyDocument(id, 1), m: { c: { '00000000000000aa': 2 ** 40 }, t: {} } }
    expect(mergeVersions(honest, forged).note).toBe('mine')
    expect(mergeVersions(forged, honest).note).toBe('mine')
  })

  it('refuses names that cannot be fields', () => {
    const names = ['_id', '__proto__', 'constructor', 'prototype', 'm', 'tags', 'abstract', '']
    for (const name of names) {
      const own = Object.fromEntries([[name, 1]])
      expect(() => stampFields(emptyDocument(id, 1), own, ['00000000000000aa', 1], 1)).toThrow(
        TypeError,
      )
    }
  })

  it('gives a document no values that it inherits', () => {
    for (const document of [emptyDocument(id, 1), { ...emptyDocument(id, 1), alt: {} }]) {
      for (const name of ['constructor', 'toString', '__proto__'])
        expect(entriesOf(document, name), name).toEqual([])
    }
    const heir: StampedDocument = Object.assign(
      Object.create({ note: 'inherited' }),
      emptyDocument(id, 1),
    )
    expect(readField(heir, 'note')).toBeUndefined()
  })
})
