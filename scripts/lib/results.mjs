/** Adding up what the parts of `npm test` say. */

/** @typedef {{ passed: number, failed: number, skipped: number }} Tally */

/** @returns {Tally} a part that is one test by itself, such as the linter */
export function tallyOf(well) {
  return { passed: well ? 1 : 0, failed: well ? 0 : 1, skipped: 0 }
}

/**
 * Reads a report of Vitest's JSON reporter.
 * @param report parsed, or `null` when there is none because the run broke down
 * @param code exit code of the run
 * @returns {Tally}
 */
export function tallyOfVitest(report, code) {
  if (!report) return tallyOf(false)
  const tally = { passed: 0, failed: 0, skipped: 0 }
  for (const file of report.testResults) {
    for (const { status } of file.assertionResults) {
      if (status === 'passed') tally.passed++
      else if (status === 'failed') tally.failed++
      else tally.skipped++
    }
    // A file that cannot be loaded, or whose preparation fails, holds no failed test and yet did not pass.
    if (file.status === 'failed' && !file.assertionResults.some(({ status }) => status === 'failed'))
      tally.failed++
  }
  // Errors outside of any test (an unhandled rejection) show in the exit code only; so does a run without tests.
  if (code !== 0 && tally.failed === 0) tally.failed++
  return tally
}

/**
 * @param {Tally[]} tallies
 * @returns {Tally}
 */
export function sum(tallies) {
  const total = { passed: 0, failed: 0, skipped: 0 }
  for (const tally of tallies) for (const key of Object.keys(total)) total[key] += tally[key]
  return total
}
