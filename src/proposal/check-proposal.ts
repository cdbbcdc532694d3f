/** Holds a proposal to the rules of the project: those of `npm run check`, and a few that only a new row can break. */
import { parseDay } from '../chronicle/day.ts'
import { checkFolder } from '../compile/check/check.ts'
import type { Dataset } from '../compile/read/model.ts'
import { failed, type Problem } from '../compile/read/problem.ts'
import { type Applied, applyProposal } from './apply-proposal.ts'
import { causedBy } from './caused.ts'
import { checkedClaims } from './contradicting.ts'
import type { DataState } from './data-state.ts'
import type { Checked, Finding } from './findings.ts'
import type { Proposal } from './proposal.ts'
import { proposalFrom } from './read-proposal.ts'

export interface CheckedData {
  checked: Checked
  /** null when the proposal cannot be read */
  applied: Applied | null
  /** the data with it; null when errors stop the compile */
  dataset: Dataset | null
  /** all problems of the data with it */
  problems: Problem[]
}

/** @param given not trusted */
export function checkProposal(state: DataState, given: Proposal): CheckedData {
  const { proposal: read, refusals } = proposalFrom(given)
  if (!read) {
    const checked = { proposal: given, findings: refusals, claims: [], outdated: false }
    return { checked, applied: null, dataset: null, problems: [] }
  }
  const outdated = read.base !== '' && read.base !== state.version
  const { id } = state.dataset.conflict
  if (read.atlas !== id) {
    const message = `the proposal is about the atlas "${read.atlas}", the data are "${id}"`
    const finding: Finding = { row: null, field: 'atlas', rule: 'other-atlas', severity: 'error', message }
    const checked = { proposal: read, findings: [finding], claims: [], outdated }
    return { checked, applied: null, dataset: null, problems: [] }
  }
  const applied = applyProposal(state, read)
  const problems: Problem[] = []
  const dataset = checkFolder(applied.folder, problems)
  const findings = [
    ...applied.findings,
    ...causedBy(applied, state.problems, problems),
    ...known(applied.proposal, state.dataset),
  ]
  const sound = !failed(problems) && !findings.some(({ severity }) => severity === 'error')
  const claims = checkedClaims(applied.proposal, state.dataset)
  return {
    checked: { proposal: applied.proposal, findings, claims, outdated },
    applied,
    dataset: sound ? dataset : null,
    problems,
  }
}

/** What the data have already. */
function known({ sources, claims }: Proposal, dataset: Dataset): Finding[] {
  const urls = new Map([...dataset.sources.values()].flatMap(({ id, url }) => (url ? [[url, id]] : [])))
  const said = new Map(
    dataset.claims.map(({ id, place, latest, event, to }) => [`${place} ${latest} ${event} ${to ?? ''}`, id]),
  )
  return [
    ...sources.flatMap((row, index): Finding[] => {
      const other = urls.get(row.url)
      if (!row.url || !other) return []
      const message = `the publication is there already: cite "${other}"`
      return [
        {
          row: { table: 'sources', index, id: row.id },
          field: 'url',
          rule: 'source-known',
          severity: 'error',
          message,
        },
      ]
    }),
    ...claims.flatMap((row, index): Finding[] => {
      const day = parseDay(row.latest ?? '')
      const other = said.get(`${row.place} ${day} ${row.event} ${row.to ?? ''}`)
      if (!other) return []
      const message = `${other} says the same of that place and day`
      return [
        {
          row: { table: 'claims', index, id: row.id },
          field: null,
          rule: 'claim-known',
          severity: 'warning',
          message,
        },
      ]
    }),
  ]
}
