// npm run test:faults: what must hold when a browser, its disk or its database fails.
import { run, setUp } from './set-up.mjs'
import { allFaults, check, runStages } from './stages.mjs'

let browser
await run(async () => {
  browser = (await setUp()).browser
})
if (browser === undefined) process.stdout.write('0 passed, 1 failed\n')
else {
  const stages = [check('build', 'vite', 'vite', ['build']), allFaults]
  await runStages(stages, { CHROMIUM_PATH: browser })
}
