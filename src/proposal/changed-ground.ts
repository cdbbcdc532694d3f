/** Where two atlases of one conflict differ: the ground that has another history in the one than in the other. */
import type { Atlas, Period } from '../chronicle/atlas.ts'
import { indexFaces } from '../chronicle/face-index.ts'
import { looksAlike, periodAt } from '../chronicle/history.ts'
import { createPlane } from '../compile/ground/projection.ts'
import { walk } from '../compile/topology/mosaic.ts'
import { polygonize } from '../compile/topology/polygonize.ts'
import { interiorPoint, type Point } from '../geometry/plane.ts'
import { rounded } from '../geometry/rounded.ts'
import type { ChangedGround, Shift, Stretch } from './compiler.ts'

/** Ground smaller than this is a hair between two lines that were rounded differently, m². */
const LEAST = 10_000
/** Steps of an arc's coordinates that tell two points apart, per degree. */
const STEPS = 1e6

/**
 * Faces that both atlases have with the same outline and history are left out first; what remains is overlaid.
 * @param projection PROJ string of the conflict, equal-area
 * @returns the ground that differs, largest first, and the indexes of the faces of `after` that hold it
 */
export function changedGround(
  before: Atlas,
  after: Atlas,
  projection: string,
): { changed: ChangedGround[]; faces: number[] } {
  const plane = createPlane(projection)
  const [old, fresh] = [facesWithoutTwin(before, after), facesWithoutTwin(after, before)]
  if (old.size === 0 && fresh.size === 0) return { changed: [], faces: [] }
  const [was, is] = [indexFaces(before), indexFaces(after)]
  const pairs: { before: Period[]; after: Period[] }[] = []
  const numbers = new Map<string, number>()
  const faces = new Set<number>()
  const lines = [...linesOf(before, old), ...linesOf(after, fresh)].map((line) => line.map(plane.forward))
  const mosaic = polygonize(lines, 0, (rings) => {
    const [lon, lat] = plane.inverse(interiorPoint(rings))
    const [one, other] = [was.faceAt(lon, lat), is.faceAt(lon, lat)]
    if (one < 0 || other < 0) return null
    const pair = { before: before.faces[one].history, after: after.faces[other].history }
    if (lookAlike(pair.before, pair.after, after)) return null
    faces.add(other)
    const key = `${keyOf(pair.before)} ${keyOf(pair.after)}`
    const number = numbers.get(key) ?? pairs.push(pair) - 1
    numbers.set(key, number)
    return number
  })
  const ground = pairs.map((pair): ChangedGround => ({ ...pair, polygons: [], km2: 0 }))
  for (const { site, area, rings } of mosaic.patches) {
    if (area < LEAST) continue
    ground[site].km2 += area / 1e6
    ground[site].polygons.push(
      rings.map((ring) =>
        walk(ring, mosaic.edges).map((point): [number, number] => {
          const [lon, lat] = plane.inverse(point)
          return [rounded(lon, 5), rounded(lat, 5)]
        }),
      ),
    )
  }
  const changed = ground.filter(({ km2 }) => km2 > 0).sort((a, b) => b.km2 - a.km2)
  return { changed, faces: [...faces].sort((a, b) => a - b) }
}

const keyOf = (history: readonly Period[]) =>
  history.map(({ start, holder, other, state }) => `${start},${holder},${other},${state}`).join(';')

function lookAlike(a: readonly Period[], b: readonly Period[], { start, end }: Atlas): boolean {
  return [start, ...[...a, ...b].map((period) => period.start)]
    .filter((day) => day >= start && day <= end)
    .every((day) => looksAlike(periodAt(a, day), periodAt(b, day)))
}

/** @returns faces of `atlas` of which `other` has none with the same outline and history */
function facesWithoutTwin(atlas: Atlas, other: Atlas): Set<number> {
  const known = new Set(marksOf(other))
  return new Set(marksOf(atlas).flatMap((mark, index) => (known.has(mark) ? [] : [index])))
}

/** What tells a face: its history, and a sum over its boundary that does not depend on where its arcs begin. */
function marksOf(atlas: Atlas): string[] {
  const sums = atlas.arcs.map(({ coordinates }) => {
    const sum: [number, number, number] = [0, 0, 0]
    for (let i = 2; i < coordinates.length; i += 2) {
      const [x, y, u, v] = [i - 2, i - 1, i, i + 1].map((at) => Math.round(coordinates[at] * STEPS))
      // The same both ways.
      sum[0] = (sum[0] + mixed(x + u, y + v)) >>> 0
      sum[1] = (sum[1] + mixed(mixed(x, y) ^ mixed(u, v), x * y + u * v)) >>> 0
      sum[2]++
    }
    return sum
  })
  return atlas.faces.map(({ history, polygons }) => {
    const total = [0, 0, 0]
    for (const ref of polygons.flat(2))
      sums[ref < 0 ? ~ref : ref].forEach((value, i) => {
        total[i] = (total[i] + value) >>> 0
      })
    return `${keyOf(history)} ${total}`
  })
}

function mixed(a: number, b: number): number {
  let h = Math.imul(a | 0, 0x9e3779b1) ^ Math.imul(b | 0, 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d)
  return (h ^ (h >>> 13)) >>> 0
}

/** @returns each arc of some faces once, degrees */
function linesOf(atlas: Atlas, faces: ReadonlySet<number>): Point[][] {
  const refs = [...faces].flatMap((face) => atlas.faces[face].polygons.flat(2))
  return [...new Set(refs.map((ref) => (ref < 0 ? ~ref : ref)))].map((arc) => {
    const { coordinates } = atlas.arcs[arc]
    return Array.from(
      { length: coordinates.length / 2 },
      (_, i): Point => [coordinates[2 * i], coordinates[2 * i + 1]],
    )
  })
}

/**
 * @param atlas whose days count
 * @returns stretches of days on which the same ground differs in the same way
 */
export function stretchesOf(
  changed: readonly ChangedGround[],
  { start, end }: Pick<Atlas, 'start' | 'end'>,
): Stretch[] {
  const starts = new Set([start])
  for (const { before, after } of changed)
    for (const period of [...before, ...after])
      if (period.start > start && period.start <= end) starts.add(period.start)
  const days = [...starts].sort((a, b) => a - b)
  const stretches: (Stretch & { key: string })[] = []
  days.forEach((day, i) => {
    const last = (days[i + 1] ?? end + 1) - 1
    const looks = changed.map(({ before, after }) => [periodAt(before, day), periodAt(after, day)] as const)
    const differing = looks.flatMap(([was, is], index) => (looksAlike(was, is) ? [] : [index]))
    if (differing.length === 0) return
    const key = differing
      .map(
        (index) =>
          `${index} ${looks[index].map(({ holder, other, state }) => `${holder},${other},${state}`)}`,
      )
      .join(';')
    const previous = stretches.at(-1)
    if (previous?.key === key && previous.end === day - 1) previous.end = last
    else
      stretches.push({
        key,
        start: day,
        end: last,
        ...summed(differing.map((at) => [changed[at].km2, ...looks[at]])),
      })
  })
  return stretches.map(({ key, ...stretch }) => stretch)
}

function summed(looks: readonly [km2: number, was: Period, is: Period][]): { km2: number; shifts: Shift[] } {
  const shifts = new Map<number, Shift>()
  const of = (faction: number) => {
    const shift = shifts.get(faction) ?? { faction, gained: 0, lost: 0 }
    shifts.set(faction, shift)
    return shift
  }
  let total = 0
  for (const [km2, was, is] of looks) {
    total += km2
    if (was.holder === is.holder) continue
    if (is.holder >= 0) of(is.holder).gained += km2
    if (was.holder >= 0) of(was.holder).lost += km2
  }
  const largest = ({ gained, lost }: Shift) => Math.max(gained, lost)
  return {
    km2: total,
    shifts: [...shifts.values()].sort((a, b) => largest(b) - largest(a) || a.faction - b.faction),
  }
}
