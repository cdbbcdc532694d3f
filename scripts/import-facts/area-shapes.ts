/** Outlines of the named areas: from the notes of the rows, or built from the lines that the research describes. */
import * as turf from '@turf/turf'
import type { Feature, MultiPolygon, Polygon, Position } from 'geojson'
import type { Gazetteer } from './gazetteer.ts'

type Ground = Feature<Polygon | MultiPolygon>

/** "36.80,36.30 37.00,36.40 …" (lon,lat) to positions. */
export const positionsIn = (text: string): Position[] =>
  [...text.matchAll(/(\d+\.\d+),(\d+\.\d+)/g)].map((match) => [Number(match[1]), Number(match[2])])

/** Polygon out of a list of corners; a ring that crosses itself is replaced by its valid parts. */
export function polygonOf(corners: Position[]): Ground {
  const ring = [...corners, corners[0]]
  const polygon = turf.polygon([ring])
  const parts = turf.unkinkPolygon(polygon)
  const whole = parts.features.length > 1 ? turf.union(parts) : polygon
  return turf.rewind(whole ?? polygon, { reverse: false }) as Ground
}

/** Outline in the note of a row, or null. */
export function outlineIn(note: string): Ground | null {
  const match = /Outline \(lon,lat[^)]*\): ([\d., ]+)/.exec(note)
  return match ? polygonOf(positionsIn(match[1])) : null
}

// Line A of 1974 (east edge of the ground occupied since 1967), north to south, and the Lebanon edge, east to west.
const LINE_A = positionsIn(
  '35.775,33.334 35.814,33.317 35.777,33.277 35.786,33.266 35.815,33.248 35.815,33.204 35.837,33.193 35.842,33.165 35.818,33.128 35.817,33.113 35.850,33.101 35.872,32.983 35.895,32.945 35.879,32.927 35.873,32.924 35.851,32.889 35.844,32.870 35.846,32.856 35.837,32.828 35.757,32.745',
)
const LEBANON_EDGE = positionsIn(
  '35.870,33.431 35.845,33.419 35.821,33.407 35.817,33.395 35.812,33.373 35.810,33.360 35.794,33.350',
)
// Outer edge of the Israeli-held strip from February 2025, north to south.
const STRIP_EDGE = positionsIn(
  '35.872,33.432 35.884,33.418 35.884,33.400 35.866,33.378 35.856,33.350 35.866,33.322 35.866,33.290 35.868,33.272 35.880,33.228 35.899,33.204 35.884,33.190 35.886,33.176 35.912,33.166 35.916,33.140 35.896,33.126 35.900,33.113 35.880,33.108 35.877,33.082 35.886,33.030 35.904,33.020 35.904,32.990 35.930,32.970 35.918,32.944 35.892,32.925 35.872,32.880 35.856,32.826 35.836,32.795 35.826,32.782 35.810,32.773 35.797,32.766 35.786,32.752 35.765,32.741',
)
// Front in Suwayda frozen on 20 July 2025, west to north-east.
const SUWAYDA_LINE = positionsIn(
  '36.452,32.560 36.490,32.590 36.505,32.625 36.525,32.655 36.530,32.690 36.540,32.710 36.540,32.735 36.556,32.752 36.562,32.775 36.553,32.788 36.520,32.780 36.490,32.787 36.480,32.810 36.440,32.828 36.425,32.846 36.432,32.875 36.455,32.905 36.510,32.918 36.570,32.922 36.603,32.930 36.650,32.955 36.720,32.985 36.800,32.990',
)

// North and east of the Euphrates from below Karamah to Iraq, by the river line of the baseline.
const EAST_BANK =
  '39.210,35.868 39.266,35.851 39.315,35.846 39.361,35.848 39.409,35.811 39.475,35.813 39.545,35.795 39.617,35.806 39.651,35.778 39.700,35.775 39.764,35.749 39.791,35.751 39.820,35.720 39.840,35.672 39.819,35.633 39.857,35.585 39.879,35.567 39.909,35.542 39.952,35.532 39.993,35.496 40.053,35.469 40.069,35.424 40.106,35.397 40.101,35.375 40.120,35.353 40.150,35.345 40.190,35.325 40.240,35.305 40.270,35.290 40.324,35.259 40.340,35.228 40.395,35.212 40.411,35.187 40.402,35.167 40.424,35.126 40.442,35.064 40.476,35.060 40.441,35.039 40.480,35.021 40.491,34.999 40.539,34.972 40.566,34.954 40.580,34.891 40.611,34.880 40.625,34.863 40.611,34.835 40.638,34.813 40.677,34.779 40.724,34.748 40.760,34.737 40.791,34.709 40.809,34.705 40.804,34.659 40.865,34.660 40.920,34.621 40.914,34.570 40.944,34.533 40.913,34.499 40.933,34.480 40.943,34.445 41.002,34.415 41.6,34.6 41.6,36.2 39.2,36.2'

/** Line A itself is known to 700 m: drawn a little west of it, the strip leaves no sliver on that side. */
const westOfLineA = (): Position[] => LINE_A.map(([lon, lat]) => [lon - 0.012, lat])

/** Areas whose rows give no outline. */
export function builtShapes(gazetteer: Gazetteer): Map<string, Ground> {
  const [northWest, southEast] = suwaydaHalves(gazetteer)
  return new Map<string, Ground>([
    [
      'israeli-strip-2025',
      polygonOf([...STRIP_EDGE, ...westOfLineA().toReversed(), ...LEBANON_EDGE.toReversed()]),
    ],
    ['suwayda-north-west', northWest],
    ['suwayda-south-east', southEast],
    ['suwayda-city-area', circle(36.57, 32.709, 6)],
    ['hawsh-sayyid-ali', circle(36.44, 34.47, 3)],
    ['coastal-cities', circles([35.79, 35.53], [35.89, 34.89], [35.93, 35.36], [35.95, 35.18])],
    ['central-badia', polygonOf(positionsIn('37.2,34.4 40.0,34.4 40.0,35.1 37.2,35.1'))],
    // The outline of the rows leaves out the town and the dam that they name: widened to take both in.
    [
      'baath-mantara-area',
      polygonOf(
        positionsIn('35.852,33.103 35.858,33.178 35.886,33.180 35.912,33.166 35.916,33.130 35.896,33.110'),
      ),
    ],
    ['euphrates-east-bank', polygonOf(positionsIn(EAST_BANK))],
    // About 20 km beyond the circle, up to the zones of Palmyra, Qaryatayn and Sab Biyar.
    [
      'tanf-north-west',
      polygonOf(
        positionsIn(
          '38.033,33.584 38.05,33.75 37.85,34.00 38.00,34.10 38.30,34.10 38.60,34.35 38.711,33.996 38.587,34.001 38.465,33.985 38.349,33.948 38.222,33.875 38.139,33.798 38.077,33.708',
        ),
      ),
    ],
  ])
}

function suwaydaHalves(gazetteer: Gazetteer): [Ground, Ground] {
  const governorate = gazetteer.governorates.find(({ code }) => code === 'SY-SU')?.ground
  if (!governorate) throw new Error('no governorate SY-SU')
  // The line is carried on in its own direction to both edges of the governorate, then closed round the north.
  const half = polygonOf([[36.0, 32.35], ...SUWAYDA_LINE, [37.6, 33.04], [37.6, 33.8], [36.0, 33.8]])
  const northWest = turf.intersect(turf.featureCollection([governorate, half]))
  const southEast = turf.difference(turf.featureCollection([governorate, half]))
  if (!northWest || !southEast) throw new Error('the Suwayda line does not cut the governorate')
  return [northWest, southEast]
}

const circle = (lon: number, lat: number, km: number): Ground => turf.circle([lon, lat], km, { steps: 48 })

function circles(...centres: [number, number][]): Ground {
  const whole = turf.union(
    turf.featureCollection(centres.map(([lon, lat]) => circle(lon, lat, 6) as Feature<Polygon>)),
  )
  if (!whole) throw new Error('circles without union')
  return whole
}
