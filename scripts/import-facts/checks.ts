/** Checks of what the import made: references, days, coordinates, and whether holders follow each other. */
import { readFileSync } from 'node:fs'
import * as turf from '@turf/turf'
import type { Feature, FeatureCollection, MultiPolygon, Polygon } from 'geojson'
import { parseDay } from '../../src/chronicle/day.ts'
import type { AreaClaim } from './areas.ts'
import { type Claim, HOLDING } from './claims.ts'
import type { PlaceBook } from './places.ts'
import { type FactRow, groupBy } from './rows.ts'
import { BACKGROUND, type SourceRegistry } from './sources.ts'

interface Made {
  claims: Claim[]
  areas: AreaClaim[]
  features: Feature[]
  book: PlaceBook
  registry: SourceRegistry
  rows: FactRow[]
  joined: Map<string, string>
  base: string
}

const OUTSIDE_KM = 5

/** @returns one line for each thing that is wrong */
export function problemsOf(made: Made): string[] {
  const { claims, areas, book, registry, rows, joined } = made
  const problems: string[] = []
  const ids = new Set<string>()
  for (const { id } of [...claims, ...areas]) {
    if (ids.has(id)) problems.push(`${id}: id used twice`)
    ids.add(id)
  }
  const sourceIds = new Set(registry.all().map(({ id }) => id))
  const areaIds = new Set(['SY', ...made.features.map((feature) => String(feature.properties?.id))])
  for (const claim of claims) {
    if (!book.places.has(claim.place)) problems.push(`${claim.id}: no place ${claim.place}`)
    for (const id of claim.sources) if (!sourceIds.has(id)) problems.push(`${claim.id}: no source ${id}`)
    for (const id of claim.conflicts)
      if (!ids.has(id)) problems.push(`${claim.id}: conflict with unknown ${id}`)
    if (claim.sources.length === 0) problems.push(`${claim.id}: no source`)
    problems.push(...dayProblems(claim))
    if ((claim.verdict !== 'accepted' || claim.conflicts.length) && !(claim.reason_en && claim.reason_ar))
      problems.push(`${claim.id}: verdict without a reason`)
  }
  for (const claim of areas) {
    if (!areaIds.has(claim.area) && !/^SY-[A-Z]{2}$/.test(claim.area))
      problems.push(`${claim.id}: no area ${claim.area}`)
    for (const id of claim.except.split('|').filter(Boolean))
      if (!areaIds.has(id) && !book.places.has(id)) problems.push(`${claim.id}: except unknown ${id}`)
    for (const id of claim.conflicts.split('|').filter(Boolean))
      if (!ids.has(id)) problems.push(`${claim.id}: conflict with unknown ${id}`)
    problems.push(...dayProblems(claim))
    if (claim.verdict !== 'accepted' && !(claim.reason_en && claim.reason_ar))
      problems.push(`${claim.id}: verdict without a reason`)
  }
  for (const { id } of rows) if (!ids.has(id) && !joined.has(id)) problems.push(`${id}: row lost`)
  for (const feature of made.features) {
    if (feature.geometry.type.endsWith('Polygon') && turf.kinks(feature as Feature<Polygon>).features.length)
      problems.push(`${feature.properties?.id}: outline crosses itself`)
  }
  return [...problems, ...coordinateProblems(made)]
}

function dayProblems({ id, earliest, latest }: { id: string; earliest: string; latest: string }): string[] {
  const [first, last] = [parseDay(earliest), parseDay(latest)]
  if (first === null || last === null) return [`${id}: day "${earliest}" or "${latest}" does not exist`]
  return first > last ? [`${id}: ${earliest} is after ${latest}`] : []
}

function coordinateProblems({ book, base }: Made): string[] {
  const countries = JSON.parse(readFileSync(`${base}/countries.geojson`, 'utf8')) as FeatureCollection<
    Polygon | MultiPolygon
  >
  const syria = countries.features.find(({ properties }) => /syria/i.test(JSON.stringify(properties)))
  if (!syria) return ['no outline of Syria in the base data']
  const problems: string[] = []
  for (const place of book.places.values()) {
    const point = turf.point([place.lon, place.lat])
    if (turf.booleanPointInPolygon(point, syria)) continue
    const km = turf.pointToPolygonDistance(point, syria, { units: 'kilometers' })
    if (km > OUTSIDE_KM) problems.push(`${place.id}: ${km.toFixed(1)} km outside Syria`)
  }
  return problems
}

/**
 * For each place the accepted statements in order of days: is the holder before the one that the statement names?
 * @returns one line for each break
 */
export function chainBreaks(claims: Claim[]): string[] {
  const breaks: string[] = []
  for (const [place, group] of groupBy(claims, (claim) => claim.place)) {
    const chain = group
      .filter(
        (claim) => HOLDING.has(claim.event) && claim.verdict === 'accepted' && claim.latest >= '2024-11-26',
      )
      .sort((a, b) => a.earliest.localeCompare(b.earliest) || a.latest.localeCompare(b.latest))
    for (let i = 1; i < chain.length; i++) {
      const [before, after] = [chain[i - 1], chain[i]]
      if (before.to === after.to)
        breaks.push(
          `${place}: ${before.id} and ${after.id} both give ${after.to} (${before.earliest}, ${after.earliest})`,
        )
      else if (after.from && after.from !== before.to)
        breaks.push(
          `${place}: ${after.id} (${after.earliest}) takes from ${after.from}, held by ${before.to} since ${before.id} (${before.earliest})`,
        )
    }
  }
  return breaks
}

export { BACKGROUND }
