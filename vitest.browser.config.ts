import { defineConfig } from 'vitest/config'

/**
 * Tests of the built map in a real browser. One browser and one server for all files, two files side by side: while one
 * waits for its page, the other one draws.
 */
export default defineConfig({
  test: {
    include: ['tests/browser/**/*.test.ts'],
    globalSetup: ['tests/browser/setup.ts'],
    setupFiles: ['tests/browser/after-each.ts'],
    // A page that a file has left open serves the next one (harness.ts): to open one costs as much as a dozen steps.
    isolate: false,
    maxWorkers: 2,
    testTimeout: 120_000,
    hookTimeout: 300_000,
    // A machine that draws in software and does other work too may be late once.
    retry: 1,
    // What is waited for comes when the machine has drawn it: in software, beside another file, that may take seconds.
    expect: { poll: { timeout: 20_000, interval: 100 } },
  },
})
