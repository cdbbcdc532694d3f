/** Finds GDAL (gdal.org), which reads and writes the formats of maps; installs it where that is possible without asking. */
import { findProgram, installPackages } from './find-program.mjs'

const OGR2OGR = { names: ['ogr2ogr'], says: /GDAL/ }

export const NO_GDAL =
  'Not tested with GDAL: none was found. Debian, Ubuntu: apt-get install gdal-bin; macOS: brew install gdal'

/** @returns the path of `ogr2ogr`, or `null` when there is none and none can be installed */
export async function findGdal() {
  const found = await findProgram(OGR2OGR)
  if (found) return found
  await installPackages('GDAL', ['gdal-bin'])
  return findProgram(OGR2OGR)
}
