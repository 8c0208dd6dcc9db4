import { describe, test } from 'vitest'
import { mainJourney, mainPapers } from '../e2e/support/main-journey.ts'

describe.each(mainPapers.filter(({ isFirst }) => !isFirst))('$name', (paper) => {
  test('is saved by a click, tagged, noted, found again after a restart, exported, imported and taken away', async () => {
    await mainJourney(paper)
  }, 120_000)
})
