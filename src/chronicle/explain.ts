/** Why a point is coloured as it is: the site that speaks for it, and the claims behind that site's history. */
import Flatbush from 'flatbush'
import { STATE, type State } from './atlas.ts'
import type { Day } from './day.ts'
import type { ClaimRecord, EvidenceFile, Grade, PlaceRecord, SiteRecord } from './evidence.ts'

const EARTH_RADIUS_KM = 6371.0088
const RADIANS = Math.PI / 180

/** Great-circle distance in km between two points in degrees (haversine formula). */
export function kmBetween(lonA: number, latA: number, lonB: number, latB: number): number {
  const dLat = (latB - latA) * RADIANS
  const dLon = (lonB - lonA) * RADIANS
  const h =
    Math.sin(dLat / 2) ** 2 + Math.cos(latA * RADIANS) * Math.cos(latB * RADIANS) * Math.sin(dLon / 2) ** 2
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(h)))
}

/** One stretch of the history of a point, with what stands behind it. */
export interface ExplainedStretch {
  start: Day
  /** first day of the next stretch, or null when it lasts to the end of the range */
  end: Day | null
  holder: number
  other: number
  state: State
  grade: Grade
  claims: ClaimRecord[]
}

export interface Explanation {
  site: SiteRecord
  /** the place that speaks for the ground, null for open ground */
  place: PlaceRecord | null
  /** nearest place with claims of its own, whichever face it is in, and how far it is */
  nearest: { place: PlaceRecord; km: number } | null
  history: ExplainedStretch[]
  /** the stretch in force on the day asked for */
  now: ExplainedStretch
  /** first day of the unbroken rule of the present holder; equal to the first day of the range when it goes back further */
  since: Day
  /** everything said about the place that moves nothing on the map: rejected claims, raids, statements */
  aside: ClaimRecord[]
}

/** Answers questions about points; build once, ask often. */
export class Explainer {
  private readonly places: Map<string, PlaceRecord>
  private readonly claimed: PlaceRecord[]
  private readonly tree: Flatbush | null
  private readonly sitesOfFace = new Map<number, SiteRecord[]>()
  private readonly evidence: EvidenceFile
  private readonly start: Day

  constructor(evidence: EvidenceFile, start: Day) {
    this.evidence = evidence
    this.start = start
    this.places = new Map(evidence.places.map((place) => [place.id, place]))
    this.claimed = evidence.places.filter((place) => place.face >= 0)
    for (const site of evidence.sites) {
      const list = this.sitesOfFace.get(site.face)
      if (list) list.push(site)
      else this.sitesOfFace.set(site.face, [site])
    }
    this.tree = this.claimed.length > 0 ? new Flatbush(this.claimed.length) : null
    for (const { lon, lat } of this.claimed) this.tree?.add(lon, lat, lon, lat)
    this.tree?.finish()
  }

  placeById(id: string): PlaceRecord | null {
    return this.places.get(id) ?? null
  }

  /**
   * @param face index of the face under the point, see FaceIndex
   * @param lon degrees
   * @param lat degrees
   * @returns null when no site speaks for the face
   */
  explain(face: number, lon: number, lat: number, day: Day): Explanation | null {
    const site = this.nearestSite(face, lon, lat)
    if (!site) return null
    const history = site.history.map(([offset, holder, other, state, grade, claims], i): ExplainedStretch => {
      const next = site.history[i + 1]
      return {
        start: this.start + offset,
        end: next ? this.start + next[0] : null,
        holder,
        other,
        state: state as State,
        grade,
        claims: claims.map((index) => this.evidence.claims[index]),
      }
    })
    let at = history.length - 1
    while (at > 0 && history[at].start > day) at--
    let first = at
    while (first > 0 && history[first - 1].holder === history[at].holder) first--
    const place = site.place ? this.placeById(site.place) : null
    const shown = new Set(history.flatMap((stretch) => stretch.claims))
    return {
      site,
      place,
      nearest: this.nearestPlace(lon, lat),
      history,
      now: history[at],
      since: history[first].start,
      aside: (place?.claims ?? [])
        .map((index) => this.evidence.claims[index])
        .filter((claim) => !shown.has(claim)),
    }
  }

  /** Sites of one face compete for its ground as cells did: the nearest one speaks. */
  private nearestSite(face: number, lon: number, lat: number): SiteRecord | null {
    let best: SiteRecord | null = null
    let least = Infinity
    for (const site of this.sitesOfFace.get(face) ?? []) {
      const km = kmBetween(lon, lat, site.lon, site.lat)
      if (km < least) {
        least = km
        best = site
      }
    }
    return best
  }

  private nearestPlace(lon: number, lat: number): Explanation['nearest'] {
    if (!this.tree) return null
    // Degrees of longitude are shorter than degrees of latitude: look at a few candidates and measure.
    const candidates = this.tree.neighbors(lon, lat, 8).map((i) => this.claimed[i])
    const measured = candidates.map((place) => ({ place, km: kmBetween(lon, lat, place.lon, place.lat) }))
    return measured.sort((a, b) => a.km - b.km)[0] ?? null
  }
}

/** True when the stretch is more than one faction's word against another's: doubt about who or when. */
export const isDoubtful = (stretch: Pick<ExplainedStretch, 'state'>): boolean => stretch.state !== STATE.held
