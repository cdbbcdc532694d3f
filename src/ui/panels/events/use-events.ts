/** The events for a panel that cannot do without them: loading, there, or failed with a way to ask again. */
import { useCallback, useEffect, useState } from 'react'
import type { EventRecord } from '../../../chronicle/events.ts'
import { useApp } from '../../context.tsx'
import { loadEvents } from '../../data/load.ts'

export type Events =
  | { state: 'loading' }
  | { state: 'ready'; events: readonly EventRecord[] }
  | { state: 'failed'; retry(): void }

export function useEvents(): Events {
  const { events: shared } = useApp()
  const loaded = useLoaded(loadEvents, shared)
  return loaded.state === 'ready' ? { state: 'ready', events: loaded.value } : loaded
}

export type Loaded<T> =
  | { state: 'loading' }
  | { state: 'ready'; value: T }
  | { state: 'failed'; retry(): void }

/** @param load a function that stays the same, and that remembers what it has loaded */
export function useLoaded<T>(load: () => Promise<T>, already: T | null = null): Loaded<T> {
  const [own, setOwn] = useState<T | null>(null)
  const [failed, setFailed] = useState(false)
  const [attempt, setAttempt] = useState(0)
  const retry = useCallback(() => setAttempt((count) => count + 1), [])
  const value = already ?? own
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt loads again
  useEffect(() => {
    if (value !== null) return
    let left = false
    setFailed(false)
    load().then(
      (arrived) => !left && setOwn(arrived),
      () => !left && setFailed(true),
    )
    return () => {
      left = true
    }
  }, [load, value === null, attempt])
  if (value !== null) return { state: 'ready', value }
  return failed ? { state: 'failed', retry } : { state: 'loading' }
}
