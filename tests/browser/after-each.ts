/**
 * What follows every test, in whichever file: its pages are closed, and a test that passes at its second try says why the
 * first one fell, which would look like all others otherwise.
 */
import { afterEach } from 'vitest'
import { endTest } from './harness.ts'

// The last one is run first.
afterEach(({ task }) => {
  const { errors = [], retryCount = 0 } = task.result ?? {}
  const error = errors.at(-1)
  if (error && task.result?.state === 'fail')
    console.warn(`try ${retryCount + 1}: ${error.message}\n${error.diff ?? ''}`)
})
afterEach(endTest)
