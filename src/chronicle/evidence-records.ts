/**
 * The evidence as it is stored: records by id, one a line, in the order of their ids, and no record names another by
 * its number. So a claim that changes, comes or goes touches its own line and those of the cells that it speaks for,
 * and two corrections that have nothing to do with each other merge. What readers are served is made of it.
 */
import { inRings } from '../geometry/plane.ts'
import type { Atlas } from './atlas.ts'
import {
  type ClaimRecord,
  EVIDENCE_FORMAT,
  EVIDENCE_VERSION,
  type EvidenceFile,
  type Grade,
  type PlaceRecord,
  type SiteRecord,
  type SourceRecord,
} from './evidence.ts'
import { indexFaces } from './face-index.ts'
import { faceCoordinates } from './rings.ts'

export const RECORDS_FORMAT = 'front-evidence-records'
export const RECORDS_VERSION = 1

/** Holder and other are ids of factions, null for nobody or nobody who is known; claims are ids. */
type StoredPeriod = [
  offset: number,
  holder: string | null,
  other: string | null,
  state: number,
  grade: Grade,
  claims: string[],
]

export interface StoredSite {
  /** degrees, lon then lat */
  lon: number
  lat: number
  /** index of the face whose ground it is; left out where that is the face at its point, as nearly everywhere */
  face?: number
  place: string | null
  history: StoredPeriod[]
}

export interface EvidenceRecords {
  format: typeof RECORDS_FORMAT
  version: number
  /** those of places by their ids, then those of open ground from south to north */
  sites: StoredSite[]
  places: Omit<PlaceRecord, 'face' | 'claims'>[]
  claims: ClaimRecord[]
  sources: SourceRecord[]
  areas: EvidenceFile['areas']
}

/**
 * @param records in any order, every site with its face
 * @param atlas that was compiled together with them
 * @returns what is to be stored
 */
export function storedEvidence(
  { sites, places, claims, sources, areas }: Omit<EvidenceRecords, 'format' | 'version'>,
  atlas: Atlas,
): EvidenceRecords {
  const rings = atlas.faces.map((face) => faceCoordinates(atlas, face).flat())
  return {
    format: RECORDS_FORMAT,
    version: RECORDS_VERSION,
    sites: sites
      .map(({ face = -1, ...site }) =>
        face >= 0 && inRings([site.lon, site.lat], rings[face]) ? site : { ...site, face },
      )
      .sort(inOrder),
    places: places.toSorted(byId),
    claims: claims.toSorted(byId),
    sources: sources.toSorted(byId),
    areas: areas.toSorted(byId),
  }
}

/**
 * @param stored content of `atlas/evidence.json`
 * @param atlas content of `atlas/atlas.json`, decoded
 * @returns what readers are served: faces and claims by their indexes
 * @throws Error when the format or its version is another one
 */
export function evidenceFrom(stored: unknown, atlas: Atlas): EvidenceFile {
  const { format, version, ...records } = (stored ?? {}) as EvidenceRecords
  if (format !== RECORDS_FORMAT || version !== RECORDS_VERSION)
    throw new Error(`expected ${RECORDS_FORMAT} ${RECORDS_VERSION}, got ${format} ${version}`)
  const { claims, sources, areas } = records
  const { faceAt } = indexFaces(atlas)
  const factions = indexesById(atlas.factions)
  const numbers = indexesById(claims.map(({ id }) => id))
  const numberOf = (claim: string) => {
    const number = numbers.get(claim)
    if (number === undefined) throw new Error(`there is no claim ${claim}`)
    return number
  }
  const indexOf = (faction: string | null) => (faction === null ? -1 : (factions.get(faction) ?? -1))
  const sites = records.sites.map(
    ({ lon, lat, face = faceAt(lon, lat), place, history }): SiteRecord => ({
      lon,
      lat,
      face,
      place,
      history: history.map(([offset, holder, other, state, grade, ids]) => [
        offset,
        indexOf(holder),
        indexOf(other),
        state,
        grade,
        ids.map(numberOf),
      ]),
    }),
  )
  const faces = new Map(sites.map(({ place, face }) => [place, face]))
  const about = new Map<string, number[]>()
  for (const [index, { about: place, scope }] of claims.entries())
    if (scope === 'place') about.set(place, [...(about.get(place) ?? []), index])
  const byDay = (a: number, b: number) => compare(claims[a].latest, claims[b].latest) || a - b
  const places = records.places.map((place) => ({
    ...place,
    face: faces.get(place.id) ?? -1,
    claims: (about.get(place.id) ?? []).sort(byDay),
  }))
  return { format: EVIDENCE_FORMAT, version: EVIDENCE_VERSION, sites, places, claims, sources, areas }
}

const indexesById = (ids: readonly string[]) => new Map(ids.map((id, index) => [id, index]))
const compare = (a: string, b: string) => (a < b ? -1 : Number(a > b))
const byId = (a: { id: string }, b: { id: string }) => compare(a.id, b.id)

function inOrder(a: StoredSite, b: StoredSite): number {
  if (a.place !== null && b.place !== null) return compare(a.place, b.place)
  if (a.place !== null || b.place !== null) return a.place === null ? 1 : -1
  return a.lat - b.lat || a.lon - b.lon
}
