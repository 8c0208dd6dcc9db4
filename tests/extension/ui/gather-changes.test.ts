import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { LibraryChanged } from '../../../extension/messages.ts'
import { gathering } from '../../../extension/ui/gather-changes.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const heard: LibraryChanged[] = []
const change = (counter: number, ...ids: string[]): LibraryChanged => ({ ids, counter })

test('the first change is told at once, those of the next moment together, and none is left out', () => {
  heard.length = 0
  const { listener } = gathering((told) => heard.push(told))
  listener(change(1, 'a'))
  expect(heard).toEqual([change(1, 'a')])
  listener(change(2, 'b'))
  listener(change(3, 'a', 'c'))
  expect(heard).toHaveLength(1)
  vi.advanceTimersByTime(200)
  expect(heard.slice(1)).toEqual([change(3, 'b', 'a', 'c')])
  vi.advanceTimersByTime(1000)
  listener(change(4, 'd'))
  expect(heard.slice(2)).toEqual([change(4, 'd')])
})

test('where one concerns any record, or there are very many, all are meant', () => {
  heard.length = 0
  const { listener } = gathering((told) => heard.push(told))
  listener(change(1))
  listener(change(2, 'b'))
  listener(change(3))
  vi.advanceTimersByTime(200)
  expect(heard[1]).toEqual(change(3))
  listener(change(4, ...Array.from({ length: 400 }, (_, n) => `x${n}`)))
  listener(change(5, ...Array.from({ length: 400 }, (_, n) => `y${n}`)))
  vi.advanceTimersByTime(200)
  expect(heard[2]).toEqual(change(5))
})

test('nothing is told once it was stopped', () => {
  heard.length = 0
  const { listener, stop } = gathering((told) => heard.push(told))
  listener(change(1, 'a'))
  listener(change(2, 'b'))
  stop()
  vi.advanceTimersByTime(1000)
  expect(heard).toEqual([change(1, 'a')])
})
