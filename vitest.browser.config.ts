import { defineConfig } from 'vitest/config'

/**
 * Tests of the built map in a real browser. One browser and one server for all files, one file at a time: maps
 * drawn without a graphics card need the whole processor.
 */
export default defineConfig({
  test: {
    include: ['tests/browser/**/*.test.ts'],
    globalSetup: ['tests/browser/setup.ts'],
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 300_000,
  },
})
