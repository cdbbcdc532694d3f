/** A test that passes at its second try says why the first one fell: it would look like all others otherwise. */
import { afterEach } from 'vitest'

afterEach(({ task }) => {
  const { errors = [], retryCount = 0 } = task.result ?? {}
  const error = errors.at(-1)
  if (error && task.result?.state === 'fail')
    console.warn(`try ${retryCount + 1}: ${error.message}\n${error.diff ?? ''}`)
})
