/** What the parts of the form share: the draft, its words, and what the compiler says of it. */
import { createContext, useContext } from 'react'
import type { EvidenceFile } from '../../chronicle/evidence.ts'
import type { Finding } from '../../proposal/findings.ts'
import type { TableName } from '../../proposal/proposal.ts'
import type { CompilerState } from './compiler-state.ts'
import type { Draft, DraftStore } from './draft-store.ts'
import type { ProposeSay } from './words.ts'

export interface Form {
  say: ProposeSay
  store: DraftStore
  draft: Draft
  evidence: EvidenceFile
  compiler: CompilerState
}

export const FormContext = createContext<Form | null>(null)

export function useForm(): Form {
  const form = useContext(FormContext)
  if (!form) throw new Error('useForm outside of FormContext')
  return form
}

/** @returns what is said of one cell of the draft */
export function findingsAt(
  findings: readonly Finding[],
  table: TableName,
  index: number,
  column: string,
): Finding[] {
  return findings.filter(({ row, field }) => row?.table === table && row.index === index && field === column)
}
