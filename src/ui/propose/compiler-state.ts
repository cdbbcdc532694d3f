/** The compiler behind the form: opened when the form is first shown, and let go a while after it is closed. */
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Atlas } from '../../chronicle/atlas.ts'
import type { Compiler, Opened } from '../../proposal/compiler.ts'
import type { Checked } from '../../proposal/findings.ts'
import { openCompiler } from '../../proposal/open-compiler.ts'
import type { Proposal } from '../../proposal/proposal.ts'

/** Whoever closes the form to look at the map comes back to it soon; milliseconds. */
const KEPT_MS = 90_000
/** A hand that rests so long has written a word, milliseconds. */
const PAUSE_MS = 350

export interface CompilerState {
  /** `null` where it does not start */
  compiler: Compiler | null
  opened: Opened | null
  /** why there is none */
  failed: { error: unknown } | null
  again(): void
  /** what was last said of the draft; of one that is a few letters older while `checking` */
  checked: Checked | null
  checking: boolean
}

let kept: { address: string; atlas: Atlas; compiler: Compiler } | null = null
let leaving: ReturnType<typeof setTimeout> | undefined

function take(address: string, atlas: Atlas): Compiler {
  clearTimeout(leaving)
  if (kept?.address !== address || kept.atlas !== atlas) {
    kept?.compiler.close()
    kept = { address, atlas, compiler: openCompiler(address) }
  }
  return kept.compiler
}

function drop() {
  kept?.compiler.close()
  kept = null
}

/** @param address of the tables that the atlas was compiled from, as one file */
export function useCompiler(address: string, atlas: Atlas, proposal: Proposal): CompilerState {
  const [attempt, setAttempt] = useState(0)
  const [compiler, setCompiler] = useState<Compiler | null>(null)
  const [opened, setOpened] = useState<Opened | null>(null)
  const [failed, setFailed] = useState<{ error: unknown } | null>(null)
  const [checked, setChecked] = useState<{ of: Proposal; value: Checked } | null>(null)

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt opens it again
  useEffect(() => {
    let over = false
    setFailed(null)
    setOpened(null)
    try {
      const taken = take(address, atlas)
      setCompiler(taken)
      taken.opened.then(
        (value) => !over && setOpened(value),
        (error) => {
          drop()
          if (over) return
          setCompiler(null)
          setFailed({ error })
        },
      )
    } catch (error) {
      setCompiler(null)
      setFailed({ error })
    }
    return () => {
      over = true
      clearTimeout(leaving)
      leaving = setTimeout(drop, KEPT_MS)
    }
  }, [address, atlas, attempt])

  const latest = useRef(proposal)
  latest.current = proposal
  useEffect(() => {
    if (!compiler || !opened) return
    const timer = setTimeout(() => {
      compiler.check(proposal).then(
        (value) => latest.current === proposal && setChecked({ of: proposal, value }),
        (error) => {
          if ((error as Error).name !== 'AbortError') setFailed({ error })
        },
      )
    }, PAUSE_MS)
    return () => clearTimeout(timer)
  }, [compiler, opened, proposal])

  const again = useCallback(() => {
    drop()
    setAttempt((count) => count + 1)
  }, [])
  return {
    compiler,
    opened,
    failed,
    again,
    checked: checked?.value ?? null,
    checking: checked?.of !== proposal,
  }
}
