import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

/** Two groups: everything small first and side by side, then the tests that drive whole scans, one file at a time. */
export default defineConfig({
  test: {
    environment: 'node',
    reporters: ['default'],
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: ['test/e2e/**', 'test/package/{package,tarball}.test.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
          // Tests that drive a browser mostly wait for it.
          maxWorkers: Math.max(2, availableParallelism() - 1),
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts', 'test/package/{package,tarball}.test.ts'],
          // What they open is what was built.
          globalSetup: ['test/built.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
})
