/** Work in pieces: between two of them the page answers its reader. */

interface Scheduling {
  scheduler?: { yield?(): Promise<void> }
}

/** @returns when the browser has done what is more pressing */
export function pause(): Promise<void> {
  const { scheduler } = globalThis as Scheduling
  return scheduler?.yield?.() ?? new Promise((resolve) => setTimeout(resolve))
}

/** How long the page may be kept from its reader, milliseconds: a slow phone needs several times as long for it. */
const SLICE_MS = 8

/** Runs work that yields wherever it may be interrupted. @returns its result */
export async function inSlices<T>(work: Iterator<unknown, T>): Promise<T> {
  let end = performance.now() + SLICE_MS
  for (;;) {
    const { done, value } = work.next()
    if (done) return value
    if (performance.now() < end) continue
    await pause()
    end = performance.now() + SLICE_MS
  }
}
