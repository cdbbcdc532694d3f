/**
 * Evidence of an imported map: of each face, the snapshots that its history was read from. One publication
 * that speaks for an area and not for a place has grade C by the rules in ledger/grade.ts.
 */
import { isoOf } from '../../chronicle/day.ts'
import {
  type ClaimRecord,
  EVIDENCE_FORMAT,
  EVIDENCE_VERSION,
  type EvidenceFile,
} from '../../chronicle/evidence.ts'
import { FIRST_LANGUAGE } from '../../chronicle/languages.ts'
import { UNKNOWN } from './faction-names.ts'
import type { Imported } from './import.ts'
import type { ImportTitle } from './title.ts'

const SOURCE = 'snapshots'
const AREA = 'ground'

/** @param factions ids in the order of their indexes */
export function evidenceOf(
  imported: Imported,
  factions: readonly string[],
  title: ImportTitle,
): EvidenceFile {
  const { faces, mosaic, points, plane, days } = imported
  const claims: ClaimRecord[] = []
  const numberOf = new Map<string, number>()
  const claimOf = (day: number, holder: number) => {
    const id = `${isoOf(day)}-${factions[holder]}`
    let number = numberOf.get(id)
    if (number === undefined) {
      number = claims.push(claim(id, isoOf(day), factions[holder])) - 1
      numberOf.set(id, number)
    }
    return number
  }
  const sites = faces.map(({ history, patches }, face) => {
    const largest = patches.reduce((a, b) => (mosaic.patches[b].area > mosaic.patches[a].area ? b : a))
    const [lon, lat] = plane.inverse(points[largest]).map((degrees) => Math.round(degrees * 1e5) / 1e5)
    return {
      lon,
      lat,
      face,
      place: null,
      block: 0,
      history: history.map(
        ({ start, holder, other, state }): EvidenceFile['sites'][number]['history'][number] => [
          start - days[0],
          holder,
          other,
          state,
          'C',
          [claimOf(start, holder)],
        ],
      ),
    }
  })
  return {
    format: EVIDENCE_FORMAT,
    version: EVIDENCE_VERSION,
    sites,
    places: [],
    claims,
    sources: [
      {
        id: SOURCE,
        publisher: title.publisher,
        title: title.title,
        date: isoOf(days[days.length - 1]),
        url: title.url,
        language: FIRST_LANGUAGE,
        kind: 'map',
        stance: [],
        note: `Read from ${days.length} dated snapshots.`,
      },
    ],
    areas: [{ id: AREA, name: { [FIRST_LANGUAGE]: title.title } }],
  }
}

const claim = (id: string, day: string, faction: string): ClaimRecord => ({
  id,
  about: AREA,
  scope: 'area',
  earliest: day,
  latest: day,
  event: 'held',
  from: [],
  to: faction === UNKNOWN ? null : faction,
  verdict: 'accepted',
  grade: 'C',
  reason: {},
  conflicts: [],
  sources: [SOURCE],
  confidence: 'claimed',
  note: '',
})
