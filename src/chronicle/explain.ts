/** Why a point is coloured as it is: the site that speaks for it, and the claims behind that site's history. */
import type { Atlas, Period, State } from './atlas.ts'
import { type Day, isoOf } from './day.ts'
import type { ClaimRecord, EvidenceFile, Grade, PlaceRecord, SiteRecord } from './evidence.ts'
import { looksAlike, periodIndexAt, shownSince } from './history.ts'
import { kmBetween, Nearest } from './nearest.ts'

/**
 * A place speaks for the ground around it up to here, km; farther away the ground is inferred from it. Half of the
 * distance at which opposing places make a front between them evident.
 */
export const SPEAKS_KM = 4
/** The record of a place that stands for no ground of its own is shown to those who ask this near to it, km. */
const RECORD_KM = 1.5

/** One period of the history of a point, with what stands behind it. */
export interface ExplainedPeriod {
  start: Day
  /** first day of the next period, or null when it lasts to the end of the range */
  end: Day | null
  holder: number
  other: number
  state: State
  grade: Grade
  claims: ClaimRecord[]
}

/**
 * What the colour of a point rests on.
 * - `place`: a claim about a place that lies right there
 * - `nearest`: a claim about the nearest place on the same side of the known lines, some way off
 * - `area`: a claim about all ground of a faction in an area
 * - `block`: nothing but the holder of all the ground between the known lines around it
 */
export type Basis = 'place' | 'nearest' | 'area' | 'block'

export interface Explanation {
  site: SiteRecord
  /** the place that speaks for the ground, null for open ground */
  place: PlaceRecord | null
  /** how far the point is from that place; null for open ground */
  km: number | null
  /** on what the colour of the day rests; all but `place` is inference */
  basis: Basis
  /** nearest place with claims of its own, whichever face it is in, and how far it is */
  nearest: { place: PlaceRecord; km: number } | null
  history: ExplainedPeriod[]
  /** the period in force on the day asked for */
  now: ExplainedPeriod
  /**
   * First day of the unbroken rule of the present holder; for ground that is contested or passing the first day on which it
   * was so. Equal to the first day of the range when it goes back further.
   */
  since: Day
  /** everything said within the range about the place that moves nothing on the map: rejected claims, raids, statements */
  aside: ClaimRecord[]
  /** what was said about the place in years before the range; it never moves a line */
  background: ClaimRecord[]
}

/** Answers questions about points; build once, ask often. */
export class Explainer {
  private readonly places: Map<string, PlaceRecord>
  private readonly claimed: Nearest<PlaceRecord>
  private readonly recorded: Nearest<PlaceRecord>
  private readonly sitesOfFace = new Map<number, SiteRecord[]>()
  private readonly against = new Map<string, Set<ClaimRecord>>()
  private readonly evidence: EvidenceFile
  private readonly atlas: Pick<Atlas, 'start' | 'faces'>

  /** @param atlas the atlas that was compiled together with the evidence */
  constructor(evidence: EvidenceFile, atlas: Pick<Atlas, 'start' | 'faces'>) {
    this.evidence = evidence
    this.atlas = atlas
    this.places = new Map(evidence.places.map((place) => [place.id, place]))
    this.claimed = new Nearest(evidence.places.filter((place) => place.face >= 0))
    this.recorded = new Nearest(evidence.places.filter((place) => place.claims.length > 0))
    for (const site of evidence.sites) {
      const list = this.sitesOfFace.get(site.face)
      if (list) list.push(site)
      else this.sitesOfFace.set(site.face, [site])
    }
    // Slivers that a face has swallowed keep their own history; they do not speak for a colour that is not theirs.
    for (const [face, sites] of this.sitesOfFace) {
      const honest = sites.filter((site) => this.paints(site, atlas.faces[face]?.history ?? []))
      if (honest.length > 0) this.sitesOfFace.set(face, honest)
    }
    const claims = new Map(evidence.claims.map((claim) => [claim.id, claim]))
    for (const claim of evidence.claims) {
      for (const id of claim.conflicts) {
        const other = claims.get(id)
        if (!other || other === claim) continue
        this.oppose(claim, other)
        this.oppose(other, claim)
      }
    }
  }

  placeById(id: string): PlaceRecord | null {
    return this.places.get(id) ?? null
  }

  /** @returns the nearest place that stands for ground of its own; also for points outside of the map */
  nearestPlace(lon: number, lat: number): Explanation['nearest'] {
    const near = this.claimed.find(lon, lat)
    return near && { place: near.item, km: near.km }
  }

  /** @returns the claims that say otherwise, whichever of the two names the other, in order of their dates */
  contradictions({ id }: Pick<ClaimRecord, 'id'>): ClaimRecord[] {
    return [...(this.against.get(id) ?? [])].sort(byDate)
  }

  /**
   * @param face index of the face under the point, see FaceIndex
   * @param lon degrees
   * @param lat degrees
   * @param asked the place that the reader chose, whose own record is then told too
   * @returns null when no site speaks for the face
   */
  explain(
    face: number,
    lon: number,
    lat: number,
    day: Day,
    asked: PlaceRecord | null = null,
  ): Explanation | null {
    const site = this.speakingSite(face, lon, lat, asked)
    if (!site) return null
    const history = this.periodsOf(site)
    const at = periodIndexAt(history, day)
    const now = history[at]
    const place = site.place === null ? null : this.placeById(site.place)
    const km = place && kmBetween(lon, lat, place.lon, place.lat)
    const told = new Set(history.flatMap((period) => period.claims))
    const record = this.recordOf(place, lon, lat, asked).filter((claim) => !told.has(claim))
    const start = isoOf(this.atlas.start)
    return {
      site,
      place,
      km,
      basis: basisOf(now, place, km),
      nearest: this.nearestPlace(lon, lat),
      history,
      now,
      since: shownSince(history, day),
      aside: record.filter(({ latest }) => latest >= start),
      background: record.filter(({ latest }) => latest < start),
    }
  }

  private periodsOf(site: SiteRecord): ExplainedPeriod[] {
    return site.history.map(([offset, holder, other, state, grade, claims], i) => {
      const next = site.history[i + 1]
      return {
        start: this.atlas.start + offset,
        end: next ? this.atlas.start + next[0] : null,
        holder,
        other,
        state: state as State,
        grade,
        claims: claims.map((index) => this.evidence.claims[index]),
      }
    })
  }

  /** Sites of one face compete for its ground as cells did: the nearest one speaks. */
  private speakingSite(face: number, lon: number, lat: number, asked: PlaceRecord | null): SiteRecord | null {
    let best: SiteRecord | null = null
    let least = Infinity
    for (const site of this.sitesOfFace.get(face) ?? []) {
      if (asked && site.place === asked.id) return site
      const km = kmBetween(lon, lat, site.lon, site.lat)
      if (km < least) {
        least = km
        best = site
      }
    }
    return best
  }

  private paints({ history }: SiteRecord, painted: readonly Period[]): boolean {
    return (
      history.length === painted.length &&
      history.every(([offset, holder, other, state], i) => {
        const period = painted[i]
        const own = { start: this.atlas.start + offset, holder, other, state: state as State }
        return own.start === period.start && looksAlike(own, period)
      })
    )
  }

  /** What is on record about the places at a point: the one that speaks, the one asked for, one without ground. */
  private recordOf(
    place: PlaceRecord | null,
    lon: number,
    lat: number,
    asked: PlaceRecord | null,
  ): ClaimRecord[] {
    const near = asked ? null : this.recorded.find(lon, lat)
    const here =
      near && near.km <= Math.max(RECORD_KM, near.item.precision_m / 1000) && near.item.face < 0
        ? near.item
        : null
    const indexes = new Set([place, asked, here].flatMap((one) => one?.claims ?? []))
    return [...indexes].map((index) => this.evidence.claims[index]).sort(byDate)
  }

  private oppose(claim: ClaimRecord, other: ClaimRecord) {
    const set = this.against.get(claim.id) ?? new Set()
    this.against.set(claim.id, set.add(other))
  }
}

function basisOf({ claims }: ExplainedPeriod, place: PlaceRecord | null, km: number | null): Basis {
  if (place && km !== null && claims.some(({ about, scope }) => scope === 'place' && about === place.id)) {
    return km <= Math.max(SPEAKS_KM, place.precision_m / 1000) ? 'place' : 'nearest'
  }
  return claims.some(({ scope }) => scope === 'area') ? 'area' : 'block'
}

function byDate(a: ClaimRecord, b: ClaimRecord): number {
  return a.latest < b.latest
    ? -1
    : a.latest > b.latest
      ? 1
      : a.earliest < b.earliest
        ? -1
        : Number(a.earliest > b.earliest)
}
