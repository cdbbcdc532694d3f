/** Ground as FlatGeobuf (flatgeobuf.org): small, typed, read by QGIS and GDAL without a conversion. */
import { serialize } from 'flatgeobuf/lib/mjs/geojson.js'
import type { Atlas } from '../chronicle/atlas.ts'
import { type GroundPiece, groundGeojson } from './ground.ts'

/** @returns the bytes of the file, in WGS 84 */
export function groundFlatgeobuf(atlas: Atlas, pieces: readonly GroundPiece[]): Uint8Array<ArrayBuffer> {
  return new Uint8Array(serialize(groundGeojson(atlas, pieces), WGS84))
}

/** its number in the list of coordinate systems (EPSG) */
const WGS84 = 4326
