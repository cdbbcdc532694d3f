/** Which of the lent places, areas and sources a folder uses: only they become part of its evidence. */
import type { Point } from 'geojson'
import type { Folder } from './folder.ts'
import type { Dataset } from './model.ts'
import { readJson, readLayer, readTable } from './tables.ts'

/** @returns the dataset without lent places, areas and sources that nothing in the folder names */
export function leaveOutUnused(dataset: Dataset, folder: Folder): Dataset {
  const { claims, areaClaims, barriers } = dataset
  const named = new Set([
    ...claims.flatMap(({ place, sources }) => [place, ...sources]),
    ...areaClaims.flatMap(({ area, except, sources }) => [area, ...except, ...sources]),
    ...barriers.flatMap(({ sources }) => sources),
    ...namedBeside(folder),
  ])
  // A place of which it is known on which bank of a river it lies says where the river runs, whoever names it.
  for (const { id, side } of dataset.places.values()) if (side) named.add(id).add(side)
  const own = (file: string) => !file.startsWith('../')
  const used = <T extends { file: string }>(items: ReadonlyMap<string, T>) =>
    new Map([...items].filter(([id, { file }]) => own(file) || named.has(id)))
  return {
    ...dataset,
    places: used(dataset.places),
    areas: used(dataset.areas),
    sources: new Map([...dataset.sources].filter(([id]) => named.has(id))),
  }
}

/** Ids that positions, events and stories name. What is wrong with these files is said where they are checked. */
function namedBeside(folder: Folder): string[] {
  const positions = readLayer<Point, { sources: string[] }>(folder, 'positions/positions.geojson', [])
  const events = readTable(folder, 'events/events.csv', ['place', 'sources'], [])
  const stories = folder
    .list('stories', '.json')
    .map((name) => readJson(folder, `stories/${name}`, []) as { steps?: Step[] } | null)
  return [
    ...positions.flatMap(({ properties }) => properties.sources ?? []),
    ...events.flatMap((row) => [row.get('place'), ...row.list('sources')]),
    ...stories
      .flatMap((story) => story?.steps ?? [])
      .flatMap(({ sentences }) => sentences.flatMap((s) => s.refs)),
  ]
}

interface Step {
  sentences: { refs: string[] }[]
}
