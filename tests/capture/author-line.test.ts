import { expect, test } from 'vitest'
import { authorLine } from '../../src/capture/author-line.ts'
import { growsLinearly, repeated, untilMeasured } from '../support/grows.ts'

test.each([
  ['By Jane Roe and Max Poe', 'Jane Roe and Max Poe'],
  ['Jane Roe, Max Poe, and ', 'Jane Roe, Max Poe'],
  ['Jane Roe; Max Poe;; et ,;', 'Jane Roe; Max Poe'],
  ['Jane Roe, ,Max Poe, ', 'Jane Roe,Max Poe'],
  ['Jane RoeEmail author', 'Jane Roe'],
  ['Jane Roe mail; View ORCID profile, contact', 'Jane Roe'],
  ['Anne Andy', 'Anne Andy'],
])('“%s” is %s', (line, names) => {
  expect(authorLine(line)).toBe(names)
})

// A line may be one long link: `contact contact contact …`.
test.each(['contact ', 'email author; ', ';', ', ', '; and ', 'Jane Roe; '])(
  'a line of “%s” over and over is read in time',
  untilMeasured,
  async (pump) => {
    await growsLinearly(
      (size) => `${repeated(pump)(size)}x!`,
      (line) => authorLine(line),
      5_000,
    )
  },
)
