import preact from '@preact/preset-vite'
import { defineConfig } from 'vitest/config'

/** Files that need the built extension and a browser: scripts/test.mjs builds first and runs them last. */
const built = ['tests/e2e/**/*.test.ts', 'tests/build.test.ts']

export default defineConfig({
  plugins: [preact()],
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          include: ['tests/**/*.test.{ts,tsx,mjs}'],
          exclude: built,
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          environment: 'node',
          include: built,
          // One browser at a time: two of them on a small machine make each other's waits run out.
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
