import { execFile } from 'node:child_process'
import { resolve } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'

/** Real pages with checked answers; vitest.config.ts leaves this file out where they are not at hand. */
const corpus = resolve(import.meta.dirname, '../../../shared/corpus/dev')

/** Figures that were reached, rounded down: capture may get better, not worse. */
const reached = { precision: 100, recall: 100, title: 100, abstract: 99.5, doi: 100 }

test('captures of real pages are as good as they were', async () => {
  const { stdout } = await promisify(execFile)(process.execPath, [
    'scripts/evaluate.mjs',
    '--corpus',
    corpus,
    '--out',
    'node_modules/.cache/predictions-full.jsonl',
  ])
  const figure = (pattern: RegExp): number => Number(pattern.exec(stdout)?.[1])
  expect({
    precision: figure(/precision\s+([\d.]+)%/),
    recall: figure(/recall\s+([\d.]+)%/),
    title: figure(/title exact\s+([\d.]+)%/),
    abstract: figure(/mean token F1\s+([\d.]+)%/),
    doi: figure(/doi\s+([\d.]+)%/),
  }).toEqual(
    Object.fromEntries(
      Object.entries(reached).map(([name, least]) => [
        name,
        expect.toSatisfy((value: number) => value >= least),
      ]),
    ),
  )
}, 300_000)
