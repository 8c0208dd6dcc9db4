import { describe } from 'vitest'
import { fixtures } from '../support/fixtures.ts'
import { readAlike } from './support/read-alike.mjs'

// The rest are read in tests/full.
describe('a real browser and jsdom read alike, of every eighth fixture', () => {
  readAlike(fixtures().filter((_, i) => i % 8 === 0))
})
