import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
import { expectation, fixtures } from '../support/fixtures.ts'

const run = promisify(execFile)

describe('npm run capture, in real Chromium', () => {
  // A few: that a browser reads every fixture as jsdom does is for the parity tests to see.
  test.each(fixtures().filter((_, i) => i % 40 === 0))(
    '$name gives what a person expects',
    async (fixture) => {
      const { stdout } = await run(process.execPath, [
        'scripts/capture.mjs',
        fixture.file,
        '--url',
        fixture.url,
      ])
      const captured = JSON.parse(stdout)
      const expected = expectation(fixture, captured)
      expect(Object.fromEntries(Object.keys(expected).map((key) => [key, captured[key]]))).toEqual(
        expected,
      )
    },
  )

  test('a file that is not there is one clear line, and nothing on stdout', async () => {
    const failed = run(process.execPath, ['scripts/capture.mjs', 'no-such-page.html'])
    await expect(failed).rejects.toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.stringContaining('no-such-page.html'),
    })
  })
})
