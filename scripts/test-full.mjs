// npm run test:full: what takes too long for npm test.
import { run } from './set-up.mjs'
import { runStages } from './stages.mjs'

const stages = []

await run(async () => {
  if (stages.length === 0) process.stdout.write('There is no long test yet; npm test runs all.\n')
  await runStages(stages)
})
