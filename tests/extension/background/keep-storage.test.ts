import { afterEach, expect, test, vi } from 'vitest'
import { keepStorage } from '../../../extension/background/keep-storage.ts'

afterEach(() => {
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

/** A browser whose storage is kept or not, and that gives what it is asked for or does not. */
function storage({ kept, gives = true }: { kept: boolean; gives?: boolean }) {
  const persist = vi.fn(async () => gives)
  vi.stubGlobal('navigator', { storage: { persisted: async () => kept, persist } })
  return persist
}

test('Firefox is asked to keep the library, once', async () => {
  const asked = storage({ kept: false })
  await keepStorage()
  expect(asked).toHaveBeenCalledTimes(1)
  const again = storage({ kept: true })
  await keepStorage()
  expect(again).not.toHaveBeenCalled()
})

test('a refusal is noted and is no error', async () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
  storage({ kept: false, gives: false })
  await keepStorage()
  expect(warn).toHaveBeenCalledTimes(1)
})

test('a worker, which cannot ask, does without', async () => {
  vi.stubGlobal('navigator', { storage: { persisted: async () => false } })
  await expect(keepStorage()).resolves.toBeUndefined()
})
