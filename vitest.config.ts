import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import preact from '@preact/preset-vite'
import { defineConfig } from 'vitest/config'
import { citationStyles } from './scripts/citation-styles.ts'

/** Files that need the built extension and a browser: scripts/test.mjs builds first and runs them last. */
const built = ['tests/e2e/**/*.test.{ts,mjs}', 'tests/{build,manifests}.test.ts']

/** What takes too long for npm test; it needs a browser, or programs that it installs. */
const long = ['tests/full/**/*.test.{ts,mjs}', 'tests/formats/real-tools/*.test.ts']

/** What must hold when a browser, its disk or its database fails; each needs a browser of its own. */
const faults = ['tests/faults/**/*.test.ts']

/** Tests over real pages, which are no part of the project: without the pages there are no such tests. */
const withoutCorpus = existsSync(resolve(import.meta.dirname, '../shared/corpus/dev'))
  ? []
  : ['tests/full/corpus.test.ts']

/** One browser at a time: two of them on a small machine make each other's waits run out. */
const inBrowser = { fileParallelism: false, testTimeout: 60_000, hookTimeout: 60_000 }

export default defineConfig({
  plugins: [preact(), citationStyles()],
  test: {
    // By itself it would leave one core idle, of two on a small machine; what needs a browser goes one file at a time all the same.
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          include: ['tests/**/*.test.{ts,tsx,mjs}'],
          exclude: [...built, ...long, ...faults],
          setupFiles: ['tests/support/property-seed.ts'],
          // Properties take seconds, and several times as many where others use the processor too.
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          environment: 'node',
          include: built,
          ...inBrowser,
        },
      },
      {
        extends: true,
        test: {
          name: 'faults',
          environment: 'node',
          include: faults,
          ...inBrowser,
        },
      },
      {
        extends: true,
        test: {
          name: 'full',
          environment: 'node',
          include: long,
          exclude: withoutCorpus,
          ...inBrowser,
        },
      },
    ],
  },
})
