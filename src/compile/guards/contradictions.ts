/**
 * The map against the claims that it is made from: at the point of the place itself, on the day that a claim speaks of,
 * the map shows what the accepted claim says, or a row of `contradictions.csv` says why not.
 */
import { type Atlas, type Period, STATE } from '../../chronicle/atlas.ts'
import { dayOf } from '../../chronicle/day.ts'
import type { ClaimRecord } from '../../chronicle/evidence.ts'
import type { EvidenceRecords } from '../../chronicle/evidence-records.ts'
import { indexFaces } from '../../chronicle/face-index.ts'
import { periodAt } from '../../chronicle/history.ts'
import { HOLDING } from '../ledger/effects.ts'
import type { Folder } from '../read/folder.ts'
import type { ConflictFile } from '../read/model.ts'
import type { Problem } from '../read/problem.ts'
import { readTable } from '../read/tables.ts'

/** A claim, and what the map shows instead. */
export interface Contradiction {
  claim: string
  place: string
  /** `YYYY-MM-DD` */
  day: string
  /** faction ids, as many as share the ground */
  shown: string[]
}

type Told = Pick<EvidenceRecords, 'places' | 'claims'>

const FILE = 'contradictions.csv'

/**
 * - A claim that `to` holds the place: on its latest day the map shows `to`, alone or with another.
 * - `contested`: the same, on one day of its range at least.
 * - `incursion`: they came and left, so the map does not show them alone.
 * - `withdrawn` to nobody: whoever left is not shown alone.
 * Other events say nothing of who holds the ground (a `post` may stand on that of somebody else), and where a place changes hands twice on a day,
 * one of the two is enough.
 * @returns accepted claims about places that the map contradicts, in their order; those of days outside its range and of
 * factions that hold no ground are passed over
 */
export function contradictions(atlas: Atlas, evidence: Told): Contradiction[] {
  const faces = indexFaces(atlas)
  const places = new Map(evidence.places.map((place) => [place.id, place]))
  const asked = evidence.claims.flatMap((claim) => {
    const place = claim.scope === 'place' ? places.get(claim.about) : undefined
    const test = place && testOf(claim, (faction) => atlas.factions.indexOf(faction))
    const day = dayOf(claim.latest)
    const face = !test || day < atlas.start || day > atlas.end ? -1 : faces.faceAt(place.lon, place.lat)
    if (!test || face < 0) return []
    const { history } = atlas.faces[face]
    const period = periodAt(history, day)
    const isShown = test(period) || (claim.event === 'contested' && anyDay(claim, history, test))
    const shown = sidesOf(period).map((faction) => atlas.factions[faction] ?? '?')
    const about = `${claim.about} ${claim.latest}`
    return [
      {
        about,
        holds: HOLDING.has(claim.event),
        isShown,
        claim: claim.id,
        place: claim.about,
        day: claim.latest,
        shown,
      },
    ]
  })
  const told = new Set(asked.flatMap(({ about, holds, isShown }) => (holds && isShown ? [about] : [])))
  return asked
    .filter(({ about, holds, isShown }) => !isShown && !(holds && told.has(about)))
    .map(({ claim, place, day, shown }) => ({ claim, place, day, shown }))
}

const anyDay = (
  { earliest, latest }: ClaimRecord,
  history: readonly Period[],
  test: (period: Period) => boolean,
): boolean =>
  history.some(
    (period, i) =>
      period.start <= dayOf(latest) && (history[i + 1]?.start ?? Infinity) > dayOf(earliest) && test(period),
  )

const sidesOf = ({ holder, other, state }: Period) => (state === STATE.held ? [holder] : [holder, other])

/** What the map has to show for a claim; null when the claim says nothing of that. */
function testOf(
  { event, verdict, from, to }: ClaimRecord,
  index: (faction: string) => number,
): ((period: Period) => boolean) | null {
  if (verdict !== 'accepted') return null
  const alone = (faction: number) => (period: Period) =>
    sidesOf(period).length === 1 && period.holder === faction
  if (to === null) {
    const left = from.length === 1 ? index(from[0]) : -1
    return event === 'withdrawn' && left >= 0 ? (period) => !alone(left)(period) : null
  }
  const side = index(to)
  if (side < 0) return null
  // A raid on ground that the same side holds is none.
  if (event === 'incursion') return from.includes(to) ? null : (period) => !alone(side)(period)
  if (HOLDING.has(event) || event === 'contested') return (period) => sidesOf(period).includes(side)
  return null
}

/**
 * @returns a contradiction without a row (`claim-contradicted`), a row without one (`contradiction-gone`), and a row
 * without a reason
 */
export function contradictionProblems(
  folder: Folder,
  { languages }: Pick<ConflictFile, 'languages'>,
  atlas: Atlas,
  evidence: Told,
): Problem[] {
  const problems: Problem[] = []
  const error = (reason: string, line: number, message: string) =>
    problems.push({ reason, severity: 'error', file: FILE, line, message })
  const found = contradictions(atlas, evidence)
  const explained = new Set<string>()
  for (const row of readTable(folder, FILE, ['claim'], problems)) {
    const claim = row.get('claim')
    explained.add(claim)
    const missing = languages.filter((language) => !row.text('reason')[language])
    if (missing.length > 0)
      error(
        'verdict-without-reason',
        row.line,
        `${claim}: say why, in ${missing.map((language) => `reason_${language}`).join(' and ')}`,
      )
    if (!found.some((one) => one.claim === claim))
      error('contradiction-gone', row.line, `the map does not contradict ${claim}: remove the row`)
  }
  for (const { claim, place, day, shown } of found)
    if (!explained.has(claim))
      error(
        'claim-contradicted',
        0,
        `${claim} is accepted, but at "${place}" the map shows ${shown.join(' with ')} on ${day}: mend a claim, or say why in a row`,
      )
  return problems
}
