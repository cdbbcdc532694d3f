/** Everything that can be asked about proposals on one data folder, without worker or browser: the command line uses it as it is. */
import { decodeAtlas } from '../chronicle/atlas.ts'
import { evidenceFrom } from '../chronicle/evidence-records.ts'
import { createFolderCompiler } from '../compile/folder-compiler.ts'
import type { Folder } from '../compile/read/folder.ts'
import { failed, formatProblem, type Problem } from '../compile/read/problem.ts'
import type { Output } from '../compile/write/write.ts'
import { causedBy } from './caused.ts'
import { changedGround, stretchesOf } from './changed-ground.ts'
import { type CheckedData, checkProposal } from './check-proposal.ts'
import type { HandIn, OnStep, Opened, Preview } from './compiler.ts'
import { type DataState, openState } from './data-state.ts'
import type { Checked } from './findings.ts'
import { issueAddress } from './issue-link.ts'
import { losingPlaces, type Side } from './losing.ts'
import { patchOf } from './patch.ts'
import { type Proposal, proposalText } from './proposal.ts'

export interface ProposalCompiler {
  readonly opened: Opened
  /** the data compiled without any proposal; null while they have errors */
  readonly before: Side | null
  check(proposal: Proposal): Checked
  preview(proposal: Proposal, onStep?: OnStep): Preview
  /** @returns texts by path in the data folder, as `npm run compile` would write them; null when it would not */
  compile(proposal: Proposal): Map<string, string> | null
  handIn(proposal: Proposal): HandIn
  /** @returns texts of the files that change, by name in the data folder */
  texts(proposal: Proposal): Map<string, string>
}

/**
 * @param root way from the root of the repository to the folder, for patches
 * @param onStep told of `check` and `compile` of the data themselves
 */
export function openProposalCompiler(
  folder: Folder,
  root: string,
  onStep: OnStep = () => {},
): ProposalCompiler {
  onStep('check', null)
  const state = openState(folder)
  onStep('compile', null)
  const compile = createFolderCompiler()
  /** what compiling the data alone has to say */
  const said: Problem[] = []
  const output = failed(state.problems) ? null : compile(folder, state.dataset, said)
  const before = output && sideOf(output)
  const faults = [...state.problems, ...said]
    .filter(({ severity }) => severity === 'error')
    .map(formatProblem)

  const compiled = ({ applied, dataset }: CheckedData) => {
    const problems: Problem[] = []
    const output = applied && dataset ? compile(applied.folder, dataset, problems) : null
    return { output, problems }
  }
  return {
    opened: { atlas: state.dataset.conflict.id, base: state.version, faults },
    before,
    check: (proposal) => checkProposal(state, proposal).checked,
    preview(proposal, onStep = () => {}) {
      const began = performance.now()
      onStep('check', null)
      const data = checkProposal(state, proposal)
      onStep('compile', null)
      const { output, problems } = before ? compiled(data) : { output: null, problems: [] }
      const findings = data.applied ? causedBy(data.applied, said, problems) : []
      const checked = { ...data.checked, findings: [...data.checked.findings, ...findings] }
      const nothing = { after: null, evidence: null, faces: [], changed: [], stretches: [], losing: [] }
      onStep('compare', null)
      const shown = before && output ? compared(before, sideOf(output), data, state) : nothing
      return { checked, ...shown, ms: performance.now() - began }
    },
    compile(proposal) {
      const { output, problems } = compiled(checkProposal(state, proposal))
      return output && !failed(problems) ? output.files : null
    },
    handIn(proposal) {
      const { checked, applied } = checkProposal(state, proposal)
      const sound = applied && !checked.findings.some(({ severity }) => severity === 'error')
      return {
        ...(sound ? patchOf(applied, root) : { patch: '', files: [] }),
        text: proposalText(checked.proposal),
        issue: issueAddress(state.dataset.conflict.issues, checked.proposal),
      }
    },
    texts(proposal) {
      const { applied } = checkProposal(state, proposal)
      return new Map([...(applied?.texts ?? [])].map(([name, { after }]) => [name, after]))
    },
  }
}

function sideOf({ atlas: file, evidence }: Output): Side {
  const atlas = decodeAtlas(file)
  return { atlas, evidence: evidenceFrom(evidence, atlas) }
}

function compared(
  before: Side,
  after: Side,
  { checked }: CheckedData,
  { dataset }: DataState,
): Omit<Preview, 'checked' | 'ms'> {
  const { changed, faces } = changedGround(before.atlas, after.atlas, dataset.conflict.projection)
  const amended = new Set(checked.proposal.amended.map(({ id }) => id))
  return {
    after: after.atlas,
    evidence: after.evidence,
    faces,
    changed,
    stretches: stretchesOf(changed, after.atlas),
    losing: losingPlaces(before, after, amended),
  }
}
