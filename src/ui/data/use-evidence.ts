/** The evidence for a panel that cannot do without it: loading, there, or failed with a way to ask again. */
import { useCallback, useEffect, useState } from 'react'
import type { EvidenceFile } from '../../chronicle/evidence.ts'
import { useApp } from '../context.tsx'
import { loadEvidence } from './load.ts'

export type Evidence =
  | { state: 'loading' }
  | { state: 'ready'; evidence: EvidenceFile }
  | { state: 'failed'; retry(): void }

export function useEvidence(): Evidence {
  const { evidence: shared } = useApp()
  const [own, setOwn] = useState<EvidenceFile | null>(null)
  const [failed, setFailed] = useState(false)
  const [attempt, setAttempt] = useState(0)
  const retry = useCallback(() => setAttempt((count) => count + 1), [])
  const evidence = shared ?? own
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt is what asks again
  useEffect(() => {
    if (evidence) return
    let left = false
    setFailed(false)
    loadEvidence().then(
      (loaded) => !left && setOwn(loaded),
      () => !left && setFailed(true),
    )
    return () => {
      left = true
    }
  }, [evidence, attempt])
  if (evidence) return { state: 'ready', evidence }
  return failed ? { state: 'failed', retry } : { state: 'loading' }
}
