/** What is said of a proposal before anything is compiled. */
import type { Grade } from '../chronicle/evidence.ts'
import type { Proposal, TableName } from './proposal.ts'

/** A row of a proposal. */
export interface RowRef {
  table: TableName
  /** index in that part of the proposal */
  index: number
  /** empty when the row has none yet */
  id: string
}

/** One thing that is wrong, or doubtful, because of the proposal. */
export interface Finding {
  /** null: the proposal as a whole, or something that it has an effect on */
  row: RowRef | null
  /** column of the row, or null where no single one is at fault */
  field: string | null
  /** reason code in kebab case: that of `npm run check`, or of read-proposal.ts */
  rule: string
  /** an `error` stops the compile */
  severity: 'error' | 'warning'
  /** what is wrong and what would be right, in English */
  message: string
}

/**
 * How a claim of the data speaks against a proposed one.
 * - `same-days`: at the same place, within three days, it gives the ground to somebody else
 * - `holder-before`: the last one before says that somebody else than `from` held it
 * - `holder-after`: the next one after takes it from somebody else than `to`
 */
export type Disagreement = 'same-days' | 'holder-before' | 'holder-after'

/** A claim that is proposed. */
export interface CheckedClaim {
  row: RowRef
  /** what it would be graded by its sources; null while days or sources are missing */
  grade: Grade | null
  /** accepted claims of the data that say otherwise, by id */
  contradicting: { claim: string; how: Disagreement }[]
}

export interface Checked {
  /** the proposal with an id in every row; ids that the data have by now were given anew */
  proposal: Proposal
  /** only what the proposal causes */
  findings: Finding[]
  /** those of `claims`, then those of `areaClaims` */
  claims: CheckedClaim[]
  /** whether the data have changed since the proposal was made */
  outdated: boolean
}
