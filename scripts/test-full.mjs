// npm run test:full: what takes too long for npm test.
import { findFirefox } from './find-firefox.mjs'
import { run, setUp } from './set-up.mjs'
import { allFaults, check, runStages, tests } from './stages.mjs'

const fuzz = { OFFPRINT_FUZZ: 'full' }

let browsers
await run(async () => {
  const { browser } = await setUp()
  browsers = { CHROMIUM_PATH: browser, FIREFOX_PATH: findFirefox() }
})
if (browsers === undefined) process.stdout.write('0 passed, 1 failed\n')
else {
  const stages = [
    check('build', 'vite', 'vite', ['build']),
    tests('long tests', 'full', { needs: 'build' }),
    allFaults,
    tests('fuzz', 'unit', {
      files: ['tests/library/three-copies.test.ts', 'tests/formats/fuzz.test.ts'],
      env: fuzz,
    }),
    tests('fuzz in a browser', 'e2e', { files: ['tests/e2e/hostile.test.mjs'], env: fuzz }),
  ]
  await runStages(stages, browsers)
}
