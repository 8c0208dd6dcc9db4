import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '..')
const lines = readFileSync(join(root, 'docs/hostile-input.md'), 'utf8').split('\n')
const rows = lines.filter((line) => line.startsWith('| ') && !line.startsWith('| input'))

test.each(rows)('%s', (row) => {
  const [, input, comes, tested = ''] =
    row.split(' | ').length === 3 ? ['', ...row.split(' | ')] : []
  expect(input && comes, 'a row has three columns').toBeTruthy()
  const paths = [...tested.matchAll(/`([^`]+)`/g)].map(([, path = '']) => path)
  expect(paths.length).toBeGreaterThan(0)
  for (const path of paths) expect(existsSync(join(root, path)), path).toBe(true)
})

test('the table has rows', () => {
  expect(rows.length).toBeGreaterThan(25)
})
