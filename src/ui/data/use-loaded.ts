/** Data that a part of the page cannot do without: loading, there, or failed with a way to ask again. */
import { useCallback, useEffect, useState } from 'react'
import type { EventRecord } from '../../chronicle/events.ts'
import type { EvidenceFile } from '../../chronicle/evidence.ts'
import { useApp } from '../context.tsx'
import { loadEvents, loadEvidence } from './load.ts'

export type Missing = { state: 'loading' } | { state: 'failed'; error: unknown; retry(): void }
export type Loaded<T> = { state: 'ready'; value: T } | Missing

/**
 * @param load a function that remembers what it has loaded; another one loads anew
 * @param already the same, where somebody else has loaded it
 * @param wanted false: nothing is asked for yet
 */
export function useLoaded<T>(load: () => Promise<T>, already: T | null = null, wanted = true): Loaded<T> {
  const [arrived, setArrived] = useState<{ value: T; by: typeof load } | null>(null)
  const [failed, setFailed] = useState<{ error: unknown } | null>(null)
  const [attempt, setAttempt] = useState(0)
  const retry = useCallback(() => setAttempt((count) => count + 1), [])
  // What has arrived may itself be null: a file that says that there is nothing.
  const own = arrived?.by === load ? arrived : null
  const there = already === null ? own : { value: already }
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt loads again
  useEffect(() => {
    if (there || !wanted) return
    let left = false
    setFailed(null)
    load().then(
      (value) => !left && setArrived({ value, by: load }),
      (error) => !left && setFailed({ error }),
    )
    return () => {
      left = true
    }
  }, [load, there === null, wanted, attempt])
  if (there) return { state: 'ready', value: there.value }
  return failed ? { state: 'failed', ...failed, retry } : { state: 'loading' }
}

/** @param wanted whether it is to be loaded now; it is there without being asked for a little after the first picture */
export const useEvidence = (wanted = true): Loaded<EvidenceFile> =>
  useLoaded(loadEvidence, useApp().evidence, wanted)

export const useEvents = (): Loaded<readonly EventRecord[]> =>
  useLoaded<readonly EventRecord[]>(loadEvents, useApp().events)
