/**
 * Two folders that tell of one war at different times must agree where the one ends and the other begins: at every
 * place of either, the holder on the one day is the holder on the other, or a row of `differences.csv` says why not.
 */
import { type Atlas, decodeAtlas } from '../../chronicle/atlas.ts'
import { type Day, parseDay } from '../../chronicle/day.ts'
import type { EvidenceRecords } from '../../chronicle/evidence-records.ts'
import { indexFaces } from '../../chronicle/face-index.ts'
import { periodAt } from '../../chronicle/history.ts'
import type { Folder } from '../read/folder.ts'
import type { ConflictFile } from '../read/model.ts'
import type { Problem } from '../read/problem.ts'
import { readTable } from '../read/tables.ts'

/** A compiled folder, as far as this needs it. */
export interface Side {
  atlas: Atlas
  evidence: Pick<EvidenceRecords, 'sites'>
}

/** Faction ids of the holder of a place here and there. */
export interface Difference {
  place: string
  here: string
  there: string
}

const FILE = 'differences.csv'
const COLUMNS = ['place', 'here', 'there']

/**
 * @param day of `here`
 * @param other day of `there`, end of day like all days
 * @returns places with claims in either folder whose holders differ, by id; a place that only one of them speaks of is
 * looked up at its point in the other, and passed over when that is outside its map
 */
export function differences(here: Side, day: Day, there: Side, other: Day): Difference[] {
  const [holderHere, holderThere] = [holderOf(here, day), holderOf(there, other)]
  const points = new Map(
    [...there.evidence.sites, ...here.evidence.sites].flatMap(({ place, lon, lat }) =>
      place === null ? [] : [[place, { lon, lat }] as const],
    ),
  )
  return [...points]
    .map(([place, point]) => ({ place, here: holderHere(place, point), there: holderThere(place, point) }))
    .filter((found): found is Difference => found.here !== null && found.there !== null)
    .filter((found) => found.here !== found.there)
    .sort((a, b) => (a.place < b.place ? -1 : 1))
}

/** Holder of a place on a day: that of its own cell, else of the ground at the point (degrees, lon and lat); null outside. */
function holderOf({ atlas, evidence }: Side, day: Day) {
  const faces = indexFaces(atlas)
  const cells = new Map(evidence.sites.map((site) => [site.place, site]))
  return (place: string, point: { lon: number; lat: number }): string | null => {
    const { lon, lat } = cells.get(place) ?? point
    const face = faces.faceAt(lon, lat)
    return face < 0 ? null : atlas.factions[periodAt(atlas.faces[face].history, day).holder]
  }
}

/**
 * @param here what was just compiled from the folder
 * @returns a difference without a row (`meets-unexplained`), a row without a difference (`meets-nothing-to-explain`), a row
 * without a reason, a day or a compiled atlas that is missing; nothing when conflict.json names no other folder
 */
export function meetingProblems(
  folder: Folder,
  { meets: meeting, languages }: Pick<ConflictFile, 'meets' | 'languages'>,
  here: Side,
): Problem[] {
  if (!meeting) return []
  const problems: Problem[] = []
  const error = (reason: string, line: number, message: string, file = FILE) =>
    problems.push({ reason, severity: 'error', file, line, message })
  const [day, other] = [parseDay(meeting.day), parseDay(meeting.with)]
  const there = readCompiled(folder.beside(meeting.folder))
  if (day === null || other === null || !there) {
    error(
      'meets-unknown',
      0,
      there
        ? `meets: expected days YYYY-MM-DD, got "${meeting.day}" and "${meeting.with}"`
        : `meets: ${meeting.folder} is not compiled`,
      'conflict.json',
    )
    return problems
  }
  const rows = readTable(folder, FILE, COLUMNS, problems)
  const found = differences(here, day, there, other)
  const keyOf = (d: Difference) => `${d.place} ${d.here} ${d.there}`
  const explained = new Set<string>()
  for (const row of rows) {
    const key = keyOf({ place: row.get('place'), here: row.get('here'), there: row.get('there') })
    explained.add(key)
    const missing = languages.filter((language) => !row.text('reason')[language])
    if (missing.length > 0)
      error(
        'verdict-without-reason',
        row.line,
        `${row.get('place')}: say why, in ${missing.map((language) => `reason_${language}`).join(' and ')}`,
      )
    if (!found.some((difference) => keyOf(difference) === key))
      error(
        'meets-nothing-to-explain',
        row.line,
        `"${row.get('place')}" is not ${row.get('here')} here and ${row.get('there')} there: remove the row`,
      )
  }
  for (const difference of found) {
    if (explained.has(keyOf(difference))) continue
    error(
      'meets-unexplained',
      0,
      `"${difference.place}" is ${difference.here} on ${meeting.day}, ${difference.there} on ${meeting.with}: mend a claim, or say why`,
    )
  }
  return problems
}

function readCompiled(folder: Folder): Side | null {
  const [atlas, evidence] = [folder.text('atlas/atlas.json'), folder.text('atlas/evidence.json')]
  if (atlas === null || evidence === null) return null
  return { atlas: decodeAtlas(JSON.parse(atlas)), evidence: JSON.parse(evidence) as EvidenceRecords }
}
