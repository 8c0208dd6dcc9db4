// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { drawRanges } from '../../../extension/ui/draw-ranges.ts'

const highlights = new Map<string, Set<Range>>()

beforeEach(() => {
  vi.stubGlobal('Highlight', Set)
  vi.stubGlobal('CSS', { highlights })
})

afterEach(() => {
  vi.unstubAllGlobals()
  highlights.clear()
})

test('two papers of a page have their ranges drawn, and what goes takes none of the other’s away', () => {
  const [first, second, third] = [new Range(), new Range(), new Range()]
  const eraseOne = drawRanges([first, second])
  const eraseOther = drawRanges([third])
  const drawn = () => [...(highlights.get('offprint') ?? [])]
  expect(drawn()).toEqual([first, second, third])
  eraseOther()
  expect(drawn()).toEqual([first, second])
  eraseOne()
  expect(drawn()).toEqual([])
})

test('a browser without such highlights draws nothing', () => {
  vi.stubGlobal('CSS', {})
  expect(() => drawRanges([new Range()])()).not.toThrow()
})
