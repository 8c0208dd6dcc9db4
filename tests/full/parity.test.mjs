import { describe } from 'vitest'
import { readAlike } from '../e2e/support/read-alike.mjs'
import { fixtures } from '../support/fixtures.ts'

// Those that npm test leaves out.
describe('a real browser and jsdom read alike, of all other fixtures', () => {
  readAlike(fixtures().filter((_, i) => i % 8 !== 0))
})
