import { describe, expect, it } from 'vitest'
import { countTests, summary } from '../../scripts/stages.mjs'

const file = (status, ...tests) => ({
  status,
  assertionResults: tests.map((each) => ({ status: each })),
})

describe('countTests', () => {
  it('counts each test by its outcome', () => {
    const report = {
      testResults: [
        file('failed', 'passed', 'failed', 'skipped'),
        file('passed', 'passed', 'todo', 'pending'),
      ],
    }
    expect(countTests(report, false)).toEqual({ passed: 2, failed: 1, skipped: 3 })
  })

  it('counts a file that could not be loaded as a failure', () => {
    const report = { testResults: [file('passed', 'passed'), file('failed')] }
    expect(countTests(report, false)).toEqual({ passed: 1, failed: 1, skipped: 0 })
  })

  it('counts a set-up that failed, whose tests are called skipped, as a failure', () => {
    const report = { testResults: [file('failed', 'skipped', 'skipped')] }
    expect(countTests(report, false)).toEqual({ passed: 0, failed: 1, skipped: 2 })
  })

  it.each([
    ['no report', undefined],
    ['no files', { testResults: [] }],
    ['nothing but skipped tests', { testResults: [file('passed', 'skipped')] }],
  ])('counts %s as a failure, whatever the exit code', (_, report) => {
    expect(countTests(report, true).failed).toBe(1)
  })

  it('counts an error outside every test as a failure', () => {
    const report = { testResults: [file('passed', 'passed')] }
    expect(countTests(report, false)).toEqual({ passed: 1, failed: 1, skipped: 0 })
    expect(countTests(report, true)).toEqual({ passed: 1, failed: 0, skipped: 0 })
  })
})

describe('summary', () => {
  it('names skipped tests only where there are any', () => {
    expect(summary({ passed: 3, failed: 0, skipped: 0 })).toBe('3 passed, 0 failed')
    expect(summary({ passed: 3, failed: 1, skipped: 2 })).toBe('3 passed, 1 failed, 2 skipped')
  })
})
