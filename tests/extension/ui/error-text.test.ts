import { expect, test, vi } from 'vitest'
import { errorText } from '../../../extension/ui/error-text.ts'
import { LibraryError, libraryError, libraryTroubles } from '../../../src/library/library-error.ts'

vi.mock('webextension-polyfill', () => import('../support/fake-browser.ts'))

test('a trouble of the library is said in the person’s language', () => {
  const full = libraryError(new DOMException('', 'QuotaExceededError'))
  // In English both say the same: whoever shows an error without its sentence says nothing else.
  expect(errorText(full)).toBe((full as Error).message)
  const bare = new LibraryError('newer', 'anything')
  expect(errorText(bare)).toMatch(/^A newer version of Offprint/)
})

test.each(libraryTroubles)('%s has a sentence', (trouble) => {
  const text = errorText(new LibraryError(trouble, 'anything', { fill: [1_000_000] }))
  expect(text).toMatch(/^[A-Z].+\.$/)
  expect(text).not.toMatch(/trouble_|\$/)
  if (trouble === 'too-long') expect(text).toContain('1,000,000')
})

test('other errors say what they are, and those without words that they are unexpected', () => {
  expect(errorText(new Error('No file.'))).toBe('No file.')
  expect(errorText(new Error(''))).toMatch(/unexpected|went wrong/i)
})
