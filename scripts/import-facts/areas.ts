/** Area claims and the areas that they speak of. */
import { join } from 'node:path'
import * as turf from '@turf/turf'
import type { Feature, FeatureCollection, MultiPolygon, Polygon } from 'geojson'
import { builtShapes, outlineIn } from './area-shapes.ts'
import type { Gazetteer } from './gazetteer.ts'
import { type Cells, faction, list, readCsv } from './rows.ts'
import type { SourceRegistry } from './sources.ts'

export const AREA_COLUMNS = [
  'id',
  'area',
  'earliest',
  'latest',
  'from',
  'to',
  'state',
  'except',
  'verdict',
  'reason_en',
  'reason_ar',
  'conflicts',
  'sources',
  'confidence',
  'note',
] as const
export type AreaClaim = Record<(typeof AREA_COLUMNS)[number], string>

const OVERWRITTEN = [
  'area',
  'from',
  'to',
  'state',
  'earliest',
  'latest',
  'except',
  'verdict',
  'reason_en',
  'reason_ar',
] as const

/**
 * @param folder fact folder
 * @param here folder with area-names.csv, area-decisions.csv, area-parts.csv
 */
export function importAreas(folder: string, here: string, gazetteer: Gazetteer, sources: SourceRegistry) {
  const rows = readCsv(join(folder, 'area_claims.csv'))
  const names = new Map(readCsv(join(here, 'area-names.csv')).map((cells) => [cells.name, cells]))
  const decisions = new Map(readCsv(join(here, 'area-decisions.csv')).map((cells) => [cells.id, cells]))
  const shapes = builtShapes(gazetteer)
  const features = new Map<string, Feature<Polygon | MultiPolygon>>()
  const claims: AreaClaim[] = []

  for (const cells of rows) {
    const area = areaIdOf(cells, names, gazetteer)
    const named = names.get(cells.area)
    if (named && area !== 'SY' && !features.has(area)) {
      const ground = shapes.get(area) ?? outlineIn(cells.note)
      if (!ground) throw new Error(`${cells.id}: no outline for area "${area}"`)
      const title = cells.area.replace(/^(Stage \w+|Claim): /, '').replace(/: army posts.*$/, '')
      features.set(area, feature(area, title, named.name_ar, named.kind, ground))
    }
    const claim = claimOf(cells, area, sources)
    overwrite(claim, decisions.get(cells.id))
    claims.push(claim)
  }
  addHelperAreas(features, shapes)
  for (const cells of readCsv(join(here, 'area-parts.csv'))) {
    const whole = claims.find(({ id }) => id === cells.of)
    if (!whole) throw new Error(`${cells.id}: no area claim ${cells.of}`)
    const part: AreaClaim = { ...whole, id: cells.id, note: `${cells.note} | ${whole.note}` }
    overwrite(part, { ...cells, note: '' })
    claims.push(part)
  }
  settleVerdicts(claims)
  claims.sort((a, b) => a.id.localeCompare(b.id))
  const collection: FeatureCollection = {
    type: 'FeatureCollection',
    features: [...features.values()].sort((a, b) =>
      String(a.properties?.id) < String(b.properties?.id) ? -1 : 1,
    ),
  }
  return { rows: rows.length, claims, collection }
}

function areaIdOf(cells: Cells, names: Map<string, Cells>, gazetteer: Gazetteer): string {
  if (cells.area_kind === 'governorate') {
    const found = gazetteer.governorates.find(({ name }) => name === cells.area)
    if (!found) throw new Error(`${cells.id}: no governorate "${cells.area}"`)
    return found.code
  }
  const named = names.get(cells.area)
  if (!named) throw new Error(`${cells.id}: area "${cells.area}" has no id in area-names.csv`)
  return named.id
}

function claimOf(cells: Cells, area: string, sources: SourceRegistry): AreaClaim {
  const note = cells.note
    .replace(/\s*Outline \(lon,lat[^)]*\): [\d., ]+/, '')
    .replace(/^\. ?/, '')
    .trim()
  return {
    id: cells.id,
    area,
    earliest: cells.date_earliest,
    latest: cells.date_latest,
    from: faction(cells.from_faction),
    to: faction(cells.to_faction),
    state: cells.state_after,
    except: '',
    verdict: '',
    reason_en: '',
    reason_ar: '',
    conflicts: list(cells.conflicts_with).join('|'),
    sources: sources.idsFor(cells.sources, `${cells.date_earliest} ${cells.area} ${cells.note}`).join('|'),
    confidence: cells.confidence,
    note: note
      .replace(/\s*Zone = part of.*$|(N to S, lon,lat\)? is Israeli-held from here on).*$/, '$1')
      .trim(),
  }
}

function overwrite(claim: AreaClaim, cells: Cells | undefined): void {
  if (!cells) return
  for (const key of OVERWRITTEN) if (cells[key]) claim[key] = cells[key] === '-' ? '' : cells[key]
  if (cells.note) claim.note = [claim.note, cells.note].filter(Boolean).join(' | ')
}

/** Area claims without a decision are accepted: each was checked by eye, and those that others contradict have one. */
function settleVerdicts(claims: AreaClaim[]): void {
  for (const claim of claims) {
    claim.verdict ||= 'accepted'
    if (claim.conflicts && !claim.reason_en) {
      claim.reason_en = 'Better supported than the statement that says otherwise.'
      claim.reason_ar = 'مدعوم بشكل أفضل من الرواية التي تقول خلاف ذلك.'
    }
  }
}

/** Areas that no row names but that parts and exceptions need. */
function addHelperAreas(
  features: Map<string, Feature<Polygon | MultiPolygon>>,
  shapes: Map<string, Feature<Polygon | MultiPolygon>>,
): void {
  for (const [id, name, nameAr] of [
    ['tanf-north-west', 'North-west of the 55 km zone', 'شمال غرب منطقة الـ55 كم'],
    ['euphrates-east-bank', 'East bank of the Euphrates below Raqqa', 'الضفة الشرقية للفرات أسفل الرقة'],
  ]) {
    const ground = shapes.get(id)
    if (ground) features.set(id, feature(id, name, nameAr, 'zone', ground))
  }
}

function feature(
  id: string,
  name: string,
  nameAr: string,
  kind: string,
  ground: Feature<Polygon | MultiPolygon>,
): Feature<Polygon | MultiPolygon> {
  const clean = turf.truncate(turf.rewind(ground, { reverse: false }) as Feature<Polygon | MultiPolygon>, {
    precision: 5,
  })
  return {
    type: 'Feature',
    properties: { id, name, name_ar: nameAr, kind, precision_m: 4000 },
    geometry: clean.geometry,
  }
}
