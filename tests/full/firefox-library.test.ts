import { describe, vi } from 'vitest'
import { errorsInFirefox } from '../e2e/support/firefox/errors.ts'
import { hasFirefox, launchFirefox } from '../e2e/support/firefox/launch.ts'
import { openFirefoxLibrary } from '../e2e/support/firefox/library-page.ts'
import { libraryJourneys } from '../e2e/support/library-journeys.ts'

// Firefox takes twice as long to start, and to every step.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })

describe.skipIf(!hasFirefox)('in Firefox', () => {
  libraryJourneys(async () => {
    const running = await launchFirefox()
    return {
      page: await openFirefoxLibrary(running),
      // Its colours are looked at in Chromium, which can be told to show them.
      look: async () => undefined,
      errors: () => errorsInFirefox(running),
      close: running.close,
    }
  })
})
