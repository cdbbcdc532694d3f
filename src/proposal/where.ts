/** Which table a new claim goes into: that of its time and region, as an editor would choose. */
import { parseDay } from '../chronicle/day.ts'
import { AREA_COLUMNS, CLAIM_COLUMNS } from '../compile/read/claim-rows.ts'
import type { AreaClaim, Claim, Dataset } from '../compile/read/model.ts'
import type { Row } from './proposal.ts'

/** Places round a new one whose tables are asked. */
const NEIGHBOURS = 20
/** Days after which even a claim about the same place is of another time. */
const SAME_TIME = 180

export interface Table {
  /** path in the data folder */
  file: string
  /** ids of its rows */
  ids: string[]
  /** columns for when it does not exist yet */
  columns: readonly string[]
}

const found = (file: string, claims: readonly (Claim | AreaClaim)[], columns: readonly string[]): Table => ({
  file,
  ids: claims.filter((claim) => claim.file === file).map(({ id }) => id),
  columns,
})

/**
 * @param at where the place is (degrees, lon and lat)
 * @returns the table in which the claim stands that is nearest in time: of those about the place itself, else of those
 *   about the places nearest to it. One of the first day goes to others of the first day
 */
export function tableOfClaim(row: Row, at: { lon: number; lat: number } | null, dataset: Dataset): Table {
  const columns = withReasons(CLAIM_COLUMNS, dataset)
  const isBaseline = ({ event }: { event?: string }) => event === 'baseline'
  const alike = dataset.claims.filter((claim) => isBaseline(claim) === isBaseline(row))
  const day = dayOfRow(row)
  const own = alike.filter(
    ({ place, latest }) => place === row.place && (day === null || Math.abs(latest - day) <= SAME_TIME),
  )
  const candidates = own.length > 0 ? own : near(alike, at, dataset)
  const file = nearestInTime(candidates, row)?.file ?? 'claims/proposed.csv'
  return found(file, dataset.claims, columns)
}

/** @returns the same of a claim about an area: by claims about that area, else by all others */
export function tableOfAreaClaim(row: Row, dataset: Dataset): Table {
  const own = dataset.areaClaims.filter(({ area }) => area === row.area)
  const file =
    nearestInTime(own.length > 0 ? own : dataset.areaClaims, row)?.file ?? 'claims/areas-proposed.csv'
  return found(file, dataset.areaClaims, withReasons(AREA_COLUMNS, dataset))
}

function near(
  claims: readonly Claim[],
  at: { lon: number; lat: number } | null,
  { places }: Dataset,
): Claim[] {
  if (!at) return [...claims]
  const stretch = Math.cos((at.lat * Math.PI) / 180)
  const away = (id: string) => {
    const place = places.get(id)
    return place ? Math.hypot((place.lon - at.lon) * stretch, place.lat - at.lat) : Number.POSITIVE_INFINITY
  }
  const distances = new Map([...new Set(claims.map(({ place }) => place))].map((id) => [id, away(id)]))
  const nearest = [...distances].sort((a, b) => a[1] - b[1] || (a[0] < b[0] ? -1 : 1)).slice(0, NEIGHBOURS)
  const ids = new Set(nearest.map(([id]) => id))
  return claims
    .filter(({ place }) => ids.has(place))
    .sort((a, b) => (distances.get(a.place) ?? 0) - (distances.get(b.place) ?? 0))
}

/** @returns the first of those that are nearest by their latest day */
function nearestInTime<C extends Claim | AreaClaim>(claims: readonly C[], row: Row): C | undefined {
  const day = dayOfRow(row)
  if (day === null) return claims[0]
  let best: C | undefined
  for (const claim of claims)
    if (!best || Math.abs(claim.latest - day) < Math.abs(best.latest - day)) best = claim
  return best
}

const dayOfRow = (row: Row) => parseDay(row.latest ?? '') ?? parseDay(row.earliest ?? '')

/** Reasons stand behind the verdict, a column for each language of the data. */
function withReasons(columns: readonly string[], { conflict }: Dataset): string[] {
  const reasons = (conflict.languages ?? []).map((language) => `reason_${language}`)
  return columns.flatMap((column) => (column === 'verdict' ? [column, ...reasons] : [column]))
}
