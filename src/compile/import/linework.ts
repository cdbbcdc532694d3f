/** The distinct segments of all rings as long lines, and the ground that they enclose. */
import mapshaper from 'mapshaper'
import type { Topology } from 'topojson-specification'
import type { Point } from '../../geometry/plane.ts'
import { type Mosaic, mosaicOf } from '../topology/mosaic.ts'
import type { RingTable } from './ring-table.ts'

/**
 * Vertices nearer than this become one (metres): where two files draw the same line twice, they seldom agree
 * better.
 */
export const SNAP = 5

/** @param points of each vertex, metres
 * @returns the smallest pieces of ground that no line crosses; dead ends are left out */
export async function tilesOf(table: RingTable, points: readonly Point[]): Promise<Mosaic> {
  const lines = {
    type: 'MultiLineString',
    coordinates: linesOf(table).map((line) => line.map((vertex) => points[vertex])),
  }
  const output = await mapshaper.applyCommands(
    `-i lines.json snap snap-interval=${SNAP} -polygons -o tiles.json format=topojson no-quantization`,
    { 'lines.json': lines },
  )
  return mosaicOf(JSON.parse(output['tiles.json'].toString()) as Topology, () => -1)
}

/** Joins segments end to end up to the vertices where lines meet. */
export function linesOf({ from, to, xs }: RingTable): number[][] {
  const degree = new Uint32Array(xs.length + 1)
  for (let s = 0; s < from.length; s++) {
    degree[from[s]]++
    degree[to[s]]++
  }
  const offset = new Uint32Array(xs.length + 1)
  for (let v = 0; v < xs.length; v++) offset[v + 1] = offset[v] + degree[v]
  const fill = offset.slice()
  const meeting = new Uint32Array(2 * from.length)
  for (let s = 0; s < from.length; s++) {
    meeting[fill[from[s]]++] = s
    meeting[fill[to[s]]++] = s
  }
  const used = new Uint8Array(from.length)
  const lines: number[][] = []
  const follow = (first: number, start: number) => {
    const line = [start]
    let segment = first
    let vertex = start
    for (;;) {
      used[segment] = 1
      vertex = from[segment] === vertex ? to[segment] : from[segment]
      line.push(vertex)
      if (degree[vertex] !== 2) break
      const other =
        meeting[offset[vertex]] === segment ? meeting[offset[vertex] + 1] : meeting[offset[vertex]]
      if (used[other]) break
      segment = other
    }
    lines.push(line)
  }
  for (let s = 0; s < from.length; s++) {
    if (!used[s] && degree[from[s]] !== 2) follow(s, from[s])
    if (!used[s] && degree[to[s]] !== 2) follow(s, to[s])
  }
  // What is left are closed lines that meet nothing.
  for (let s = 0; s < from.length; s++) if (!used[s]) follow(s, from[s])
  return lines
}
