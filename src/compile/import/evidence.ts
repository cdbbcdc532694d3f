/**
 * Evidence of an imported map: of each face, the snapshots that its history was read from. One publication
 * that speaks for an area and not for a place has grade C by the rules in ledger/grade.ts.
 */
import { type AtlasFile, decodeAtlas } from '../../chronicle/atlas.ts'
import { isoOf } from '../../chronicle/day.ts'
import type { ClaimRecord } from '../../chronicle/evidence.ts'
import { type EvidenceRecords, type StoredSite, storedEvidence } from '../../chronicle/evidence-records.ts'
import { FIRST_LANGUAGE } from '../../chronicle/languages.ts'
import { rounded } from '../../geometry/rounded.ts'
import { nearLongitude } from '../ground/projection.ts'
import { UNKNOWN } from './faction-names.ts'
import type { Imported } from './import.ts'
import type { ImportTitle } from './title.ts'

const SOURCE = 'snapshots'
const AREA = 'ground'

/**
 * @param factions ids in the order of their indexes
 * @param atlas that is written together with it
 */
export function evidenceOf(
  imported: Imported,
  factions: readonly string[],
  title: ImportTitle,
  atlas: AtlasFile,
): EvidenceRecords {
  const { faces, mosaic, points, plane, days, bbox } = imported
  const claims = new Map<string, ClaimRecord>()
  const claimOf = (day: number, holder: number) => {
    const id = `${isoOf(day)}-${factions[holder]}`
    if (!claims.has(id)) claims.set(id, claim(id, isoOf(day), factions[holder]))
    return id
  }
  const sites = faces.map(({ history, patches }, face): StoredSite => {
    const largest = patches.reduce((a, b) => (mosaic.patches[b].area > mosaic.patches[a].area ? b : a))
    const [anywhere, north] = plane.inverse(points[largest])
    const [lon, lat] = [nearLongitude(anywhere, (bbox[0] + bbox[2]) / 2), north].map((degrees) =>
      rounded(degrees, 5),
    )
    return {
      lon,
      lat,
      face,
      place: null,
      history: history.map(({ start, holder, other, state }) => [
        start - days[0],
        factions[holder] ?? null,
        factions[other] ?? null,
        state,
        'C',
        [claimOf(start, holder)],
      ]),
    }
  })
  const source = {
    id: SOURCE,
    publisher: title.publisher,
    title: title.title,
    date: isoOf(days[days.length - 1]),
    url: title.url,
    language: FIRST_LANGUAGE,
    kind: 'map',
    stance: [],
    note: `Read from ${days.length} dated snapshots.`,
  }
  const areas = [{ id: AREA, name: { [FIRST_LANGUAGE]: title.title } }]
  return storedEvidence(
    { sites, places: [], claims: [...claims.values()], sources: [source], areas },
    decodeAtlas(atlas),
  )
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
