import { defineConfig } from 'vitest/config'

/**
 * Tests of the built map in a real browser. One browser and one server for all files, two files side by side: while one
 * waits for its page, the other one draws.
 */
export default defineConfig({
  test: {
    include: ['tests/browser/**/*.test.ts'],
    globalSetup: ['tests/browser/setup.ts'],
    maxWorkers: 2,
    testTimeout: 120_000,
    hookTimeout: 300_000,
  },
})
