// npm test: sets up what is missing, then runs every check and test; the last line counts them.
import { findFirefox } from './find-firefox.mjs'
import { run, setUp } from './set-up.mjs'
import { check, runStages, tests } from './stages.mjs'

// Biome colours its output under CI whatever NO_COLOR says.
const biomeColours = process.stdout.isTTY ? [] : ['--colors=off']

let browsers
await run(async () => {
  const { browser } = await setUp()
  browsers = { CHROMIUM_PATH: browser, FIREFOX_PATH: findFirefox() }
})
if (browsers === undefined) process.stdout.write('0 passed, 1 failed\n')
else {
  await runStages(
    [
      check('types', 'typescript', 'tsc', ['-b']),
      check('lint', '@biomejs/biome', 'biome', ['ci', '--error-on-warnings', ...biomeColours]),
      tests('unit tests', 'unit'),
      check('build', 'vite', 'vite', ['build']),
      tests('end-to-end tests', 'e2e', { needs: 'build' }),
      tests('faults, each once', 'faults', { needs: 'build' }),
    ],
    browsers,
  )
}
