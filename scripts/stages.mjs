// Runs checks one after another, shows each as it goes, and counts what passed and failed.
import { spawn } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { commandFile, root } from './set-up.mjs'

/**
 * A stage that is one check: it passes when the program of a package ends with exit code 0.
 *
 * `run(env)` gives `{passed, failed, skipped}`.
 */
export function check(name, packageName, command, args) {
  const run = async (env) => {
    const good = await succeeds([commandFile(packageName, command), ...args], env)
    return { passed: good ? 1 : 0, failed: good ? 0 : 1, skipped: 0 }
  }
  return { name, run }
}

/**
 * A stage that is a Vitest project, or some `files` of it; each of its tests counts. `needs` names a stage that has to pass
 * before, `env` is for this stage alone.
 */
export function tests(name, project, { needs, files = [], env: own = {} } = {}) {
  const report = join(root, `node_modules/.cache/tests-${project}.json`)
  const run = async (env) => {
    rmSync(report, { force: true })
    const args = ['run', ...files, '--project', project, '--reporter=default', '--reporter=json']
    const good = await succeeds([commandFile('vitest'), ...args, `--outputFile.json=${report}`], {
      ...env,
      ...own,
    })
    return countTests(readReport(report), good)
  }
  return { name, run, needs }
}

/** Every fault as often as it takes to meet the work at each of its moments. */
export const allFaults = tests('faults', 'faults', {
  needs: 'build',
  env: { OFFPRINT_FAULTS: 'full' },
})

/**
 * Counts a Vitest JSON report; `good` is whether Vitest itself was content.
 *
 * A file that could not be loaded counts as one failure, as does a run of no tests: neither may look like a pass.
 */
export function countTests(report, good) {
  const files = report?.testResults ?? []
  const withStatus = (status) =>
    files.reduce((sum, file) => sum + file.assertionResults.filter(status).length, 0)
  const passed = withStatus(({ status }) => status === 'passed')
  const failedTests = withStatus(({ status }) => status === 'failed')
  const skipped = withStatus(({ status }) => status !== 'passed' && status !== 'failed')
  const brokenFiles = files.filter(
    (file) =>
      file.status === 'failed' && !file.assertionResults.some(({ status }) => status === 'failed'),
  ).length
  const failed = failedTests + brokenFiles
  const quietFailure = failed === 0 && (!good || passed === 0)
  return { passed, failed: quietFailure ? 1 : failed, skipped }
}

/**
 * Runs the stages, prints the counts as the last line, and sets the exit code: not 0 after a failure, nor after a
 * skipped test where CI=true.
 */
export async function runStages(stages, env = {}) {
  const total = { passed: 0, failed: 0, skipped: 0 }
  const lines = []
  const failedStages = new Set()
  for (const { name, run, needs } of stages) {
    print(`\n== ${name}`)
    const start = performance.now()
    const blocked = needs !== undefined && failedStages.has(needs)
    const counts = blocked ? { passed: 0, failed: 1, skipped: 0 } : await run(env)
    if (counts.failed > 0) failedStages.add(name)
    for (const key of Object.keys(total)) total[key] += counts[key]
    const seconds = ((performance.now() - start) / 1000).toFixed(1)
    const outcome = blocked
      ? `not run, because ${needs} failed`
      : `${summary(counts)} in ${seconds} s`
    lines.push(`${counts.failed > 0 ? 'FAILED' : 'ok'}  ${name}: ${outcome}`)
    print(lines.at(-1))
  }
  const skippedInCi = total.skipped > 0 && process.env.CI === 'true'
  print(`\n${lines.join('\n')}`)
  if (skippedInCi) print('A skipped test is a failure where CI=true.')
  print(summary(total))
  process.exitCode = total.failed > 0 || skippedInCi ? 1 : 0
}

/** `3 passed, 0 failed`, with `, 1 skipped` where there are any. */
export function summary({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}

function print(line) {
  process.stdout.write(`${line}\n`)
}

function readReport(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return undefined
  }
}

function succeeds(args, env) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...colours(), ...env },
    })
    child.on('error', () => resolve(false))
    child.on('close', (code) => resolve(code === 0))
  })
}

/** Some tools colour their output wherever CI is set; a log file is no terminal. */
function colours() {
  return process.stdout.isTTY ? {} : { NO_COLOR: '1', FORCE_COLOR: undefined }
}
