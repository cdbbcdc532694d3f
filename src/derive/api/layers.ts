/** Zones and fronts as programs are given them: as the compiler published them, or, of an imported atlas, made of it. */
import type { Feature, FeatureCollection } from 'geojson'
import type { Atlas } from '../../chronicle/atlas.ts'
import type { Faction } from '../../chronicle/conflict.ts'
import { frontLines } from '../../chronicle/front-lines.ts'
import { FIRST_LANGUAGE } from '../../chronicle/languages.ts'
import type { Folder } from '../../compile/read/folder.ts'
import { groundBetween, groundGeojson } from '../../formats/ground.ts'

/** @returns features of all files of a folder inside the data folder */
const published = (folder: Folder, directory: string): Feature[] =>
  folder
    .list(directory, '.geojson')
    .flatMap((name) => (JSON.parse(folder.text(`${directory}/${name}`)!) as FeatureCollection).features)

export function frontsOf(folder: Folder, atlas: Atlas): FeatureCollection {
  const features = published(folder, 'fronts')
  return features.length > 0 ? { type: 'FeatureCollection', features } : frontLines(atlas)
}

/** Of an imported atlas no zone has a grade or claims: it rests on the map of another project. */
export function zonesOf(folder: Folder, atlas: Atlas, factions: readonly Faction[]): FeatureCollection {
  const features = published(folder, 'zones')
  if (features.length > 0) return { type: 'FeatureCollection', features }
  const naming = { factions, language: FIRST_LANGUAGE }
  const pieces = groundBetween(atlas, naming, { from: atlas.start, to: atlas.end })
  return {
    type: 'FeatureCollection',
    features: groundGeojson(atlas, pieces).features.map(({ properties, geometry }) => {
      const { faction, start_date, end_date, state, other } = properties
      const cause = state === 'held' ? null : state === 'passing' ? 'date' : 'fighting'
      const zone = { faction, start_date, end_date, state: cause ? 'contested' : 'held', cause, other }
      return { type: 'Feature', properties: { ...zone, grade: null, claims: [] }, geometry }
    }),
  }
}
