import { describe, expect, it } from 'vitest'
import { leastDetector, lookingDetector, padded } from '../../scripts/bench/cold.mjs'
import { madePages } from '../../scripts/bench/pages.mjs'
import { median, quantile } from '../../scripts/bench/samples.mjs'
import { captureTimes, classOf, judge } from '../../scripts/bench/targets.mjs'

const figures = (ms) => ({ first: ms * 10, median: ms, min: ms / 2 })
const row = (id, elements, [floor, detection, capture, readability]) => ({
  id,
  elements,
  floor: figures(floor),
  detection: figures(detection),
  capture: figures(capture),
  readability: figures(readability),
})

describe('samples', () => {
  it('have a middle, and quantiles between neighbours', () => {
    expect(median([3, 1, 2])).toBe(2)
    expect(median([4, 1, 2, 3])).toBe(2.5)
    expect(quantile([0, 10], 0.95)).toBe(9.5)
    expect(quantile([7], 0.95)).toBe(7)
  })
})

describe('the targets', () => {
  const rows = [
    row('a', 100, [0.1, 0.1, 0.9, 40]),
    row('b', 900, [0.1, 0.3, 0.9, 10]),
    row('c', 5000, [1, 0.5, 4, 80]),
  ]

  it('go by the worst page, in each class too', () => {
    const { detection_to_floor: detection } = judge(rows)
    expect(detection).toMatchObject({ value: 3, target: 2, met: false, pages_over: 1, pages: 3 })
    expect(detection.worst_pages[0]).toBe('b 3')
    expect(detection.classes.small).toMatchObject({ value: 1, pages_over: 0 })
    expect(detection.classes.large).toMatchObject({ value: 0.5 })
  })

  it('give a capture five floors or a millisecond, whichever is more', () => {
    const { capture_to_5_floors_or_1_ms: capture } = judge(rows)
    expect(capture).toMatchObject({ value: 0.9, met: true })
    expect(capture.classes.large.value).toBe(0.8)
  })

  it('hold the capture against Readability on the same page', () => {
    const { capture_to_readability: capture } = judge(rows)
    expect(capture).toMatchObject({ value: 0.09, target: 0.05, met: false, pages_over: 1 })
  })

  it('tell a first call from a warm one', () => {
    expect(captureTimes(rows)).toMatchObject({
      warm_ms: { median: 0.9, max: 4 },
      first_call_ms: { median: 9, max: 40 },
    })
  })

  it('make the large pages classes of their own', () => {
    expect(classOf({ id: 'x', elements: 499 })).toBe('small')
    expect(classOf({ id: 'x', elements: 500 })).toBe('medium')
    expect(classOf({ id: 'x', elements: 3000 })).toBe('large')
    for (const { id } of madePages()) expect(classOf({ id, elements: 50_000 })).toBe(id)
  })
})

describe('what is compared', () => {
  it('is a detector of 155 bytes, and the same padded', () => {
    expect(leastDetector).toHaveLength(155)
    expect(lookingDetector).toHaveLength(155)
    expect(padded(leastDetector, 8000)).toHaveLength(8000)
    expect(padded(leastDetector, 8000).startsWith(leastDetector)).toBe(true)
  })

  it('is run on a page of 5 MB, and on one of 50,000 elements', async () => {
    const [large, many] = await Promise.all(madePages().map(({ saved }) => saved()))
    const elements = ({ body }) => body.toString().match(/<[a-z]/g).length
    expect(large.body.length).toBeGreaterThan(4_900_000)
    expect(large.body.length).toBeLessThan(5_600_000)
    expect(elements(large)).toBeGreaterThan(9_900)
    expect(elements(many)).toBeGreaterThan(49_900)
  })
})
