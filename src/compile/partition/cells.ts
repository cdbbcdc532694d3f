/** Cells: the ground nearest to each site, within its block (constrained Voronoi diagram). */
import { Delaunay } from 'd3-delaunay'
import mapshaper from 'mapshaper'
import type { Topology } from 'topojson-specification'
import type { Point } from '../../geometry/plane.ts'
import type { Block } from '../ground/blocks.ts'
import { type Mosaic, mosaicOf } from '../topology/mosaic.ts'
import type { Site } from './sites.ts'

/** Cells as one polygon layer: feature i carries `site` (index) and may have several parts. */
interface CellLayer {
  type: 'FeatureCollection'
  features: {
    type: 'Feature'
    properties: { site: number }
    geometry: { type: 'Polygon' | 'MultiPolygon'; coordinates: Point[][] | Point[][][] }
  }[]
}

/** Vertices nearer than this are one (metres). */
const SNAP = 0.5

/** @returns the cells of all blocks, clipped to their blocks, as one mosaic */
export async function drawCells(sites: readonly Site[], blocks: readonly Block[]): Promise<Mosaic> {
  const features: CellLayer['features'] = []
  for (const [index, block] of blocks.entries()) {
    const members = sites.flatMap((site, i) => (site.block === index ? [i] : []))
    if (members.length === 1) {
      features.push(feature(members[0], block.rings))
      continue
    }
    const outline = {
      type: 'Feature',
      properties: {},
      geometry: { type: 'Polygon', coordinates: block.rings },
    }
    const output = await mapshaper.applyCommands(
      '-i cells.json -clip block.json -o clipped.json format=geojson precision=0.001',
      { 'cells.json': voronoi(members, sites, block), 'block.json': outline },
    )
    const clipped = JSON.parse(output['clipped.json'].toString()) as CellLayer
    features.push(...clipped.features)
  }
  const output = await mapshaper.applyCommands(
    `-i cells.json snap snap-interval=${SNAP} -clean gap-width=20 snap-interval=${SNAP} -explode -o mosaic.json format=topojson no-quantization`,
    { 'cells.json': { type: 'FeatureCollection', features } },
  )
  const topology = JSON.parse(output['mosaic.json'].toString()) as Topology
  return mosaicOf(topology, (properties) => (properties as { site: number }).site)
}

function voronoi(members: readonly number[], sites: readonly Site[], block: Block): CellLayer {
  const xs = block.rings[0].map((p) => p[0])
  const ys = block.rings[0].map((p) => p[1])
  const margin = 10_000
  const diagram = Delaunay.from(members.map((i) => sites[i].point)).voronoi([
    Math.min(...xs) - margin,
    Math.min(...ys) - margin,
    Math.max(...xs) + margin,
    Math.max(...ys) + margin,
  ])
  return {
    type: 'FeatureCollection',
    features: members.map((site, k) => feature(site, [diagram.cellPolygon(k) as Point[]])),
  }
}

const feature = (site: number, coordinates: Point[][]): CellLayer['features'][number] => ({
  type: 'Feature',
  properties: { site },
  geometry: { type: 'Polygon', coordinates },
})
