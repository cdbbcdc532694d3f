/**
 * How geodata/barriers/*.geojson first came about. Run once; the GeoJSON is the truth since then.
 *
 *   npx tsx scripts/import-facts/barriers.ts <folder with baseline_lines.geojson>
 *
 * Front lines of 26 November 2024 come from the researched baseline lines; wherever such a line follows the
 * Euphrates, the river of the base map is used instead, so that front and water coincide on screen.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { circle } from '@turf/turf'
import type { Feature, FeatureCollection, LineString, Position } from 'geojson'

type Kind = 'front' | 'river' | 'ceasefire' | 'circle' | 'edge'
type Barrier = Feature<
  LineString,
  {
    id: string
    name: string
    kind: Kind
    certainty: 'evidence' | 'inferred'
    precision_m: number
    sources: string[]
    note: string
  }
>

const facts = process.argv[2]
if (!facts) throw new Error('usage: barriers.ts <folder with baseline_lines.geojson>')

const read = <G extends LineString>(file: string) =>
  JSON.parse(readFileSync(file, 'utf8')) as FeatureCollection<G, Record<string, string>>
const baseline = read(join(facts, 'baseline_lines.geojson')).features
const rivers = read('geodata/base/rivers.geojson').features
const governorates = read('geodata/base/admin1_lines.geojson').features

const line = (prefix: string): Position[] => {
  const found = baseline.find((feature) => feature.properties.name.startsWith(`${prefix} `))
  if (!found) throw new Error(`no baseline line ${prefix}`)
  return found.geometry.coordinates
}

function barrier(
  id: string,
  kind: Kind,
  name: string,
  coordinates: Position[],
  rest: Partial<Barrier['properties']> = {},
): Barrier {
  const { certainty = 'evidence', precision_m = 1000, sources = ['background'], note = '' } = rest
  return {
    type: 'Feature',
    properties: { id, name, kind, certainty, precision_m, sources, note },
    geometry: { type: 'LineString', coordinates },
  }
}

/** The part of the Euphrates between two points of it (lon, lat), nearest vertices. */
function euphrates(startingAt: Position, from: Position, to: Position): Position[] {
  const part = rivers.find(
    ({ properties, geometry }) =>
      properties.name === 'Euphrates' &&
      Math.hypot(geometry.coordinates[0][0] - startingAt[0], geometry.coordinates[0][1] - startingAt[1]) <
        0.001,
  )
  if (!part) throw new Error('the Euphrates of the base map has changed')
  const nearest = (point: Position) => {
    let best = 0
    const at = part.geometry.coordinates
    const distance = (i: number) => Math.hypot((at[i][0] - point[0]) * 0.82, at[i][1] - point[1])
    for (let i = 1; i < at.length; i++) if (distance(i) < distance(best)) best = i
    return best
  }
  return part.geometry.coordinates.slice(nearest(from), nearest(to) + 1)
}

const governorateLine = (pair: string) => {
  const found = governorates.find((feature) => feature.properties.pair === pair)
  if (!found) throw new Error(`no governorate line ${pair}`)
  return found.geometry.coordinates
}

const coordinates = (text: string): Position[] =>
  text.split(' ').map((pair) => pair.split(',').map(Number) as Position)

const ring = (lon: number, lat: number, km: number): Position[] =>
  circle([lon, lat], km, { steps: 24, units: 'kilometers' }).geometry.coordinates[0]

const FROZEN = 'Frozen since March 2020; drawn between named places on both sides.'
const baselineBarriers: Barrier[] = [
  barrier('nw-jabal-zawiya', 'front', 'Jabal Turkman – Ghab – Jabal Zawiya', line('a1'), {
    precision_m: 2000,
    note: FROZEN,
  }),
  barrier('nw-aleppo', 'front', 'Jabal Zawiya – Saraqib – west Aleppo', line('a2'), { note: FROZEN }),
  barrier('nw-hts-sna', 'edge', 'HTS and SNA south of Afrin', line('a3'), {
    note: 'Internal boundary, not a combat line.',
  }),
  barrier('tel-rifaat-north', 'front', 'Afrin, Azaz and Mare against the Tel Rifaat pocket', line('b1')),
  barrier('al-bab-south', 'front', 'South of al-Bab', line('b2')),
  barrier('manbij-west', 'front', 'Arima – Manbij – Sajur', line('b3')),
  barrier('tel-rifaat-south', 'edge', 'South edge of the Tel Rifaat pocket', line('b5'), {
    certainty: 'inferred',
    precision_m: 2000,
    note: 'Soft boundary: army and SDF side by side.',
  }),
  barrier('peace-spring', 'front', 'Peace Spring area', line('c'), {
    precision_m: 6000,
    note: 'Few named places between 39.0 and 40.2 E: 5–7 km.',
  }),
  barrier('manbij-south', 'edge', 'South of Manbij', line('d1'), {
    certainty: 'inferred',
    precision_m: 4000,
    note: 'Soft boundary: army and SDF side by side.',
  }),
  barrier('tabqa-south', 'front', 'Lake Assad – Tabqa – Euphrates', line('d2'), { precision_m: 5000 }),
  barrier('seven-villages', 'front', 'Seven villages east of the Euphrates', line('d4'), {
    precision_m: 2000,
  }),
  barrier(
    'euphrates-upper',
    'river',
    'Euphrates, Jarabulus – Tishrin – Lake Assad',
    euphrates([38.0272, 36.8297], [38.03, 36.83], [38.187, 36.2625]),
    { precision_m: 700 },
  ),
  barrier(
    'euphrates-lower',
    'river',
    'Euphrates, Sabkhah – Iraqi border',
    euphrates([38.1875, 36.2619], [39.205, 35.868], [41.02, 34.4]),
    { precision_m: 700 },
  ),
  barrier(
    'tanf-circle',
    'circle',
    'Al-Tanf 55 km zone',
    circle([38.618, 33.506], 55, { steps: 72, units: 'kilometers' }).geometry.coordinates[0],
    { precision_m: 1000 },
  ),
]

const laterBarriers: Barrier[] = [
  barrier(
    'steppe-2025',
    'front',
    'Line Lake Assad – Deir Hafer – Jabbul – Rusafah – Ghanim al-Ali',
    coordinates(
      '38.115,36.155 38.040,36.168 37.930,36.165 37.840,36.170 37.780,36.178 37.745,36.172 37.715,36.175 37.700,36.183 37.695,36.195 37.692,36.210 37.675,36.212 37.667,36.190 37.661,36.165 37.660,36.140 37.645,36.125 37.628,36.118 37.620,36.100 37.622,36.060 37.680,35.980 37.800,35.885 37.950,35.800 38.150,35.680 38.320,35.580 38.480,35.555 38.600,35.535 38.720,35.572 38.820,35.605 38.845,35.655 38.950,35.695 39.150,35.725 39.350,35.735 39.428,35.768 39.433,35.806',
    ),
    {
      certainty: 'inferred',
      precision_m: 10000,
      note: 'SDF north, Damascus south from December 2024; rests on few named places.',
    },
  ),
  barrier(
    'suwayda-july-2025',
    'front',
    'Suwayda line since 20 July 2025',
    coordinates(
      '36.452,32.560 36.490,32.590 36.505,32.625 36.525,32.655 36.530,32.690 36.540,32.710 36.540,32.735 36.556,32.752 36.562,32.775 36.553,32.788 36.520,32.780 36.490,32.787 36.480,32.810 36.440,32.828 36.425,32.846 36.432,32.875 36.455,32.905 36.510,32.918 36.570,32.922 36.603,32.930 36.650,32.955 36.720,32.985 36.800,32.990 36.950,33.010 37.050,33.032',
    ),
    {
      precision_m: 2000,
      note: 'Firm between Ara and Umm al-Zaytun; weak at Kanakir, Aslihah and beyond Shaqqa; the desert end is inferred.',
    },
  ),
  barrier('suwayda-daraa', 'edge', 'Governorate line Daraa – Suwayda', governorateLine('SY-DR-SY-SU'), {
    precision_m: 2000,
  }),
  barrier(
    'suwayda-rif-dimashq',
    'edge',
    'Governorate line Rif Dimashq – Suwayda',
    governorateLine('SY-RD-SY-SU'),
    { certainty: 'inferred', precision_m: 5000 },
  ),
  barrier(
    'sheikh-maqsoud',
    'edge',
    'Sheikh Maqsoud and Ashrafiyah, Aleppo',
    coordinates(
      '37.130,36.245 37.148,36.2475 37.165,36.248 37.170,36.238 37.170,36.228 37.158,36.2235 37.145,36.222 37.130,36.230 37.130,36.245',
    ),
    { precision_m: 500 },
  ),
]

const golanBarriers: Barrier[] = [
  barrier(
    'undof-b',
    'ceasefire',
    'Line B of 1974',
    coordinates(
      '35.870,33.431 35.872,33.407 35.849,33.389 35.837,33.365 35.853,33.304 35.848,33.295 35.827,33.284 35.828,33.281 35.859,33.276 35.874,33.226 35.897,33.199 35.890,33.189 35.893,33.179 35.908,33.180 35.919,33.166 35.919,33.135 35.900,33.124 35.911,33.110 35.876,33.107 35.873,33.082 35.885,32.993 35.932,32.968 35.920,32.947 35.898,32.929 35.869,32.880 35.851,32.822 35.822,32.787 35.796,32.774 35.774,32.748',
    ),
    { precision_m: 700 },
  ),
  barrier(
    'strip-hermon',
    'edge',
    'Israeli-held ground east of line B: Hermon crest and Hader',
    coordinates(
      '35.870,33.431 35.884,33.418 35.884,33.400 35.866,33.378 35.856,33.350 35.866,33.322 35.866,33.290 35.859,33.276',
    ),
    { precision_m: 1500 },
  ),
  barrier(
    'strip-kudna',
    'edge',
    'Israeli-held ground east of line B: Kudna and Tell Ahmar',
    coordinates('35.873,33.082 35.886,33.030 35.904,33.020 35.904,32.990 35.932,32.968'),
    { precision_m: 1500 },
  ),
  barrier(
    'strip-maariya',
    'edge',
    'Israeli-held ground east of line B: Abidin and Maariya',
    coordinates(
      '35.851,32.822 35.836,32.795 35.828,32.780 35.812,32.769 35.797,32.762 35.786,32.750 35.774,32.748',
    ),
    { precision_m: 1500 },
  ),
]

// Squares and camps that the army held inside SDF ground. Their true outlines are not published: small rings
// keep them from spreading over the ground between distant villages.
const enclave = (id: string, name: string, lon: number, lat: number, km: number) =>
  barrier(id, 'edge', name, ring(lon, lat, km), {
    certainty: 'inferred',
    precision_m: 1000,
    note: 'Ring of a guessed size round a named place.',
  })
const enclaveBarriers = [
  enclave('hasakah-square', 'Army square in Hasakah', 40.745, 36.508, 0.6),
  enclave('qamishli-square', 'Army square in Qamishli', 41.221, 37.048, 0.6),
  enclave('qamishli-airport', 'Qamishli airport', 41.191, 37.021, 2),
  enclave('tartab', 'Tartab and the 154th Regiment', 41.254, 37.028, 2.0),
  enclave('kawkab', 'Kawkab, Regiment 123', 40.869, 36.558, 3),
]

for (const [file, features] of Object.entries({
  'fronts-2024': baselineBarriers,
  'lines-2025': laterBarriers,
  golan: golanBarriers,
  enclaves: enclaveBarriers,
})) {
  const rows = features.map((feature) => `    ${JSON.stringify(feature)}`).join(',\n')
  writeFileSync(
    `geodata/barriers/${file}.geojson`,
    `{\n  "type": "FeatureCollection",\n  "features": [\n${rows}\n  ]\n}\n`,
  )
}
