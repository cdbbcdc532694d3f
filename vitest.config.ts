import { defineConfig } from 'vitest/config'

/** Tests that need no browser: pure logic, the compiler, the data. See vitest.browser.config.ts for the others. */
export default defineConfig({
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    exclude: ['tests/browser/**', 'tests/bench/**'],
    testTimeout: 60_000,
  },
})
