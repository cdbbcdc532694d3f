import { defineConfig } from 'vitest/config'

/** Tests that need no browser: pure logic, the compiler, the data. See vitest.browser.config.ts for the others. */
export default defineConfig({
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    exclude: ['tests/browser/**', 'tests/bench/**'],
    testTimeout: 60_000,
    // By itself Vitest leaves one core idle, and starts a process for each file, which costs more than most files do.
    // What a test replaces (console, clock, globals) it puts back.
    maxWorkers: '100%',
    isolate: false,
  },
})
