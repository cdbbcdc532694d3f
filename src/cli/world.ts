/** The countries of the world, for the land round a map. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Topology } from 'topojson-specification'

/** @returns TopoJSON of world-atlas, Natural Earth 1:10m (public domain) */
export function readWorld(): Topology {
  const file = createRequire(import.meta.url).resolve('world-atlas/countries-10m.json')
  return JSON.parse(readFileSync(file, 'utf8'))
}
