import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fileName } from '../../../extension/ui/file-name.ts'

test.each([
  ['Salt review', 'Salt review'],
  ['salt.bib', 'salt'],
  ['salt.BIB', 'salt'],
  ['salt.v2', 'salt.v2'],
  ['../../etc/passwd', 'etc-passwd'],
  ['C:\\tides\\salt', 'C-tides-salt'],
  ['.hidden', 'hidden'],
  ['con', 'con-'],
  ['LPT1.txt', 'LPT1.txt-'],
  ['Gezeiten für Küste', 'Gezeiten für Küste'],
  ['潮汐', '潮汐'],
  ['gpj\u202efdp', 'gpjfdp'],
  ['a\u0000b\nc', 'abc'],
  ['trailing. ', 'trailing'],
  ['', ''],
  ['///', ''],
  ['x'.repeat(300), 'x'.repeat(60)],
  ['😀'.repeat(300), '😀'.repeat(60)],
])('%j is %j', (typed, expected) => {
  expect(fileName(typed, 'bib')).toBe(expected)
})

test('whatever is typed, no name leads out of its folder or hides what it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (typed) => {
      const name = fileName(typed, 'bib')
      expect(name).not.toMatch(/[/\\:*?"<>|\p{Cc}\p{Cf}]|^\.|\.$/u)
      expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(250)
    }),
  )
})
