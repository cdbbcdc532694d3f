/** The made-up country of examples/, and proposals about it: small, whole, and no live data. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { openFolder } from '../../src/cli/open-folder.ts'
import { emptyProposal, type Proposal, type Row } from '../../src/proposal/proposal.ts'
import { openProposalCompiler } from '../../src/proposal/proposal-compiler.ts'
import { filesBelow, ROOT } from '../architecture/modules.ts'

export const FOLDER = 'examples/made-up'

export const openMadeUp = () => openProposalCompiler(openFolder(join(ROOT, FOLDER), []), FOLDER)

/** @returns texts of the folder by name */
export function madeUpFiles(): Record<string, string> {
  const names = filesBelow(FOLDER).map((path) => path.slice(FOLDER.length + 1))
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(ROOT, FOLDER, name), 'utf8')]))
}

export const proposal = (over: Partial<Proposal>): Proposal => ({ ...emptyProposal('made-up', ''), ...over })

/** Eastferry falls to the government on a day of its own; the map knows the place. */
export const eastferry = (over: Row = {}): Row => ({
  place: 'eastferry',
  earliest: '2001-05-25',
  latest: '2001-05-25',
  event: 'captured',
  from: 'LIG',
  to: 'GOV',
  verdict: 'accepted',
  sources: 'wire-1',
  confidence: 'likely',
  ...over,
})

/** An area passes to its garrison on a day of its own. */
export const heldByGar = (area: string): Row => ({
  area,
  earliest: '2001-06-01',
  latest: '2001-06-01',
  from: 'LIG',
  to: 'GAR',
  state: 'held',
  verdict: 'accepted',
  sources: 'wire-1',
  confidence: 'likely',
})

export const newPlace = (over: Row = {}): Row => ({
  id: 'thornwick',
  name: 'Thornwick',
  name_fr: 'Bourg-l’Épine',
  kind: 'village',
  governorate: 'XA-1',
  precision_m: '800',
  lon: '-18.3',
  lat: '-30.4',
  ...over,
})
