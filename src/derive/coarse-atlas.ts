/**
 * The atlas as the light map first shows it: the same faces and histories, lines with fewer points. Runs when
 * building; whoever looks closer is given the exact one.
 */
import type { AtlasFile } from '../chronicle/atlas.ts'
import { simplifyFlat } from '../geometry/simplify.ts'

/** How far a line may leave its course, degrees: little more than a pixel until the exact one comes. */
const TOLERANCE = 0.004
/** Steps of coordinates, degrees. */
const STEP = 0.002

/** @returns an atlas file with the same arcs, faces and histories; the ends of arcs meet as before */
export function coarseAtlas(file: AtlasFile): AtlasFile {
  if (file.arcs.length === 0) return file
  return {
    ...file,
    transform: { scale: [STEP, STEP], translate: file.transform.translate },
    arcs: file.arcs.map((deltas) => coarseArc(deltas, file.transform.scale)),
  }
}

function coarseArc(deltas: readonly number[], [sx, sy]: readonly [number, number]): number[] {
  const flat = new Float64Array(deltas.length)
  let [x, y] = [0, 0]
  for (let i = 0; i < deltas.length; i += 2) {
    x += deltas[i]
    y += deltas[i + 1]
    flat.set([x * sx, y * sy], i)
  }
  const light = written(simplifyFlat(flat, TOLERANCE))
  // A ring needs corners; where none would be left, it keeps all.
  const closed = flat[0] === flat[flat.length - 2] && flat[1] === flat[flat.length - 1]
  return closed && light.length < 8 ? written(flat) : light
}

/** @returns a line in whole steps, each but the first as the way from the one before */
function written(line: Float64Array): number[] {
  const out: number[] = []
  let [x, y] = [0, 0]
  for (let i = 0; i < line.length; i += 2) {
    const [nextX, nextY] = [Math.round(line[i] / STEP), Math.round(line[i + 1] / STEP)]
    const isEnd = i === 0 || i === line.length - 2
    if (!isEnd && nextX === x && nextY === y) continue
    out.push(nextX - x, nextY - y)
    ;[x, y] = [nextX, nextY]
  }
  return out
}
