/** The countries of the world, for the land round a map. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Topology } from 'topojson-specification'

const require = createRequire(import.meta.url)

/** @returns TopoJSON of world-atlas, Natural Earth 1:10m (public domain) */
export function readWorld(): Topology {
  return JSON.parse(readFileSync(require.resolve('world-atlas/countries-10m.json'), 'utf8'))
}
