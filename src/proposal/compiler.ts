/** What the compiler in the background answers, and how it is asked. It is opened by open-compiler.ts. */
import type { Atlas, Period } from '../chronicle/atlas.ts'
import type { Day } from '../chronicle/day.ts'
import type { EvidenceFile } from '../chronicle/evidence.ts'
import type { Checked } from './findings.ts'
import type { Proposal } from './proposal.ts'

/** What is being done, in this order; of `open` the first four, of a preview the last three. */
export const STEPS = ['fetch', 'read', 'check', 'compile', 'compare'] as const
export type Step = (typeof STEPS)[number]

/** @param share of the step that is done, 0 to 1; null where nobody knows */
export type OnStep = (step: Step, share: number | null) => void

/** What the folder is, once the compiler is open. */
export interface Opened {
  /** id of the conflict */
  atlas: string
  /** state of the data: what `base` of a proposal made now is */
  base: string
  /** findings that the data have without any proposal; no preview is possible while one is an error */
  faults: string[]
}

/** Ground that a proposal gives another history. */
export interface ChangedGround {
  /** polygons of rings of positions, degrees, lon lat; the first ring of each is the outer one */
  polygons: [lon: number, lat: number][][][]
  km2: number
  /** ascending, as in `Face.history`; holder and other are indexes into `Atlas.factions` of the atlas after */
  before: Period[]
  after: Period[]
}

/** Ground that passes to or from a faction by a proposal, on one day, by the holders that the map shows; km². */
export interface Shift {
  /** index into `Atlas.factions` of the atlas after */
  faction: number
  gained: number
  lost: number
}

/** Days, first and last inclusive, on which the proposal changes the same ground in the same way. */
export interface Stretch {
  start: Day
  end: Day
  /** ground that looks different, km²: also where only the state changes (contested, passing) */
  km2: number
  /** largest first; empty where no ground has another holder */
  shifts: Shift[]
}

/** A place whose claims no longer say what the map shows. */
export interface Losing {
  /** place id */
  place: string
  claims: {
    id: string
    /** `contradicted`: the map shows otherwise on its day (an error of the compile); `replaced`: nothing rests on it any more */
    how: 'contradicted' | 'replaced'
  }[]
}

export interface Preview {
  checked: Checked
  /** the atlas with the proposal; null when an error stops the compile (then `checked.findings` says which) */
  after: Atlas | null
  /** the evidence of it, as readers are served it; null with `after` */
  evidence: EvidenceFile | null
  /** indexes into `after.faces` of all faces that hold changed ground */
  faces: number[]
  changed: ChangedGround[]
  /** ascending, without overlap; days in none of them look as before */
  stretches: Stretch[]
  losing: Losing[]
  /** how long it took, milliseconds */
  ms: number
}

/** What is handed to an editor. */
export interface HandIn {
  /** for `git apply` in the repository; empty when the check finds errors */
  patch: string
  /** paths that it changes, from the root of the repository */
  files: string[]
  /** the proposal with its ids, as a file */
  text: string
  /** address of a prefilled issue, or null when the data folder names no repository */
  issue: string | null
}

/**
 * The compiler of one data folder, in a worker of its own. Questions are answered one after the other.
 * All of them reject with an `AbortError` when the signal says so, or after `close()`.
 */
export interface Compiler {
  /** settles when the folder is read and compiled once */
  readonly opened: Promise<Opened>
  check(proposal: Proposal): Promise<Checked>
  /** @param signal ends the work at once; the folder is opened again for the next question */
  preview(proposal: Proposal, onStep?: OnStep, signal?: AbortSignal): Promise<Preview>
  handIn(proposal: Proposal): Promise<HandIn>
  close(): void
}
