/** Snapshots as they come from elsewhere: the truth of a made-up world with everything that goes wrong in such files. */
import type { Position } from 'geojson'
import type { Polygon, World } from './front-world.ts'
import { Random } from './random.ts'

export interface DirtyFile {
  name: string
  text: string
}

/** Share of features (or files) that get each kind of dirt; 0 leaves it out. */
export interface Dirt {
  unclosed: number
  duplicates: number
  spikes: number
  loops: number
  reversed: number
  heights: number
  collections: number
  /** holes that are not drawn: the enclave lies on top of its surroundings */
  coveredHoles: number
  /** positions that are no numbers */
  nonsense: number
  /** features without geometry, of zero area, of other kinds, without a faction */
  useless: number
  /** stretches of a boundary that are drawn anew, a little off */
  redrawn: number
  /** positions that differ in the last digits */
  noise: number
}

export const CLEAN: Dirt = {
  unclosed: 0,
  duplicates: 0,
  spikes: 0,
  loops: 0,
  reversed: 0,
  heights: 0,
  collections: 0,
  coveredHoles: 0,
  nonsense: 0,
  useless: 0,
  redrawn: 0,
  noise: 0,
}

export const DIRTY: Dirt = {
  unclosed: 0.3,
  duplicates: 0.3,
  spikes: 0.3,
  loops: 0.2,
  reversed: 0.4,
  heights: 0.2,
  collections: 0.15,
  coveredHoles: 0.5,
  nonsense: 0.1,
  useless: 0.25,
  redrawn: 0.15,
  noise: 0.2,
}

/** First day of every made-up world. */
export const FIRST = Date.UTC(2024, 6, 1)

/** @returns `YYYY-MM-DD` of the n-th day of a made-up world, from 0 */
export const dateOf = (day: number) => new Date(FIRST + day * 86_400_000).toISOString().slice(0, 10)

/** One file a day, in three styles of file names. */
export function snapshots(world: World, dirt: Dirt, seed: number): DirtyFile[] {
  return Array.from({ length: world.options.days }, (_, day) => {
    const date = dateOf(day)
    const styles = [`${date.replaceAll('-', '')}.geojson`, `${date}-map.geojson`, `map_${date}.json`]
    return { name: styles[day % 3], text: snapshotText(world, day, dirt, new Random(seed + day)) }
  })
}

export function snapshotText(world: World, day: number, dirt: Dirt, random: Random): string {
  const features = world.snapshot(day).flatMap((polygons, faction) => {
    const name = world.options.factions[faction]
    const properties = {
      fid: faction,
      faction: random.chance(dirt.noise) ? random.pick([name.toLowerCase(), ` ${name} `]) : name,
    }
    if (polygons.length === 0) return []
    return [{ type: 'Feature', properties, geometry: dirtyGeometry(polygons, dirt, random) }]
  })
  const useless = [
    { type: 'Feature', properties: { faction: world.options.factions[0] }, geometry: null },
    {
      type: 'Feature',
      properties: { faction: world.options.factions[0] },
      geometry: {
        type: 'Polygon',
        coordinates: [
          [
            [38, 35],
            [38.5, 35],
            [39, 35],
            [38, 35],
          ],
        ],
      },
    },
    {
      type: 'Feature',
      properties: { faction: world.options.factions[0] },
      geometry: { type: 'Point', coordinates: [38, 35] },
    },
    {
      type: 'Feature',
      properties: { note: 'nobody' },
      geometry: {
        type: 'Polygon',
        coordinates: [
          [
            [37, 33],
            [41, 33],
            [41, 36],
            [37, 33],
          ],
        ],
      },
    },
    null,
  ].filter(() => random.chance(dirt.useless))
  return JSON.stringify({ type: 'FeatureCollection', features: [...features, ...useless] })
}

function dirtyGeometry(polygons: readonly Polygon[], dirt: Dirt, random: Random) {
  const coordinates = polygons.map((rings) => {
    const kept = rings.filter((_, i) => i === 0 || !random.chance(dirt.coveredHoles))
    return kept.map((ring) => dirtyRing(ring, dirt, random))
  })
  if (!random.chance(dirt.collections)) return { type: 'MultiPolygon', coordinates }
  const geometries = coordinates.map((rings) => ({ type: 'Polygon', coordinates: rings }))
  return { type: 'GeometryCollection', geometries: [...geometries, { type: 'Point', coordinates: [38, 35] }] }
}

function dirtyRing(clean: readonly Position[], dirt: Dirt, random: Random): unknown[] {
  let ring: Position[] = clean.slice(0, -1)
  if (random.chance(dirt.redrawn)) {
    const [start, length] = [random.below(ring.length), random.below(30)]
    ring = ring.map(([x, y], i) =>
      i >= start && i < start + length
        ? [x + random.between(-0.004, 0.004), y + random.between(-0.004, 0.004)]
        : [x, y],
    )
  }
  if (random.chance(dirt.noise))
    ring = ring.map(([x, y]) => [x + random.between(-4e-9, 4e-9), y + random.between(-4e-9, 4e-9)])
  // Two neighbouring vertices in the wrong order make a small loop.
  if (random.chance(dirt.loops) && ring.length > 8) {
    const at = 1 + random.below(ring.length - 4)
    ;[ring[at], ring[at + 1]] = [ring[at + 1], ring[at]]
  }
  if (random.chance(dirt.spikes)) {
    const at = 1 + random.below(ring.length - 2)
    const [x, y] = ring[at]
    ring.splice(at, 0, [x, y], [x + random.between(-0.3, 0.3), y + random.between(-0.3, 0.3)])
  }
  if (random.chance(dirt.duplicates)) {
    const at = random.below(ring.length)
    ring.splice(at, 0, ring[at], ring[at])
  }
  if (random.chance(dirt.reversed)) ring.reverse()
  let drawn: unknown[] = random.chance(dirt.unclosed) ? ring : [...ring, ring[0]]
  if (random.chance(dirt.heights)) drawn = (drawn as Position[]).map(([x, y]) => [x, y, 12.5])
  if (random.chance(dirt.nonsense)) drawn.splice(1, 0, random.pick([null, ['a', 'b'], [400, 95], []]))
  return drawn
}
