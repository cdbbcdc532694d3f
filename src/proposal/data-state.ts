/** A data folder as proposals are made on it: read and checked once. */
import type { Point } from 'geojson'
import { checkFolder } from '../compile/check/check.ts'
import type { Folder } from '../compile/read/folder.ts'
import { allClaims, type Dataset } from '../compile/read/model.ts'
import type { Problem } from '../compile/read/problem.ts'
import { readItems, readLayer, readTable } from '../compile/read/tables.ts'
import { hashOf } from './ids.ts'

export interface DataState {
  folder: Folder
  dataset: Dataset
  /** what is wrong without any proposal */
  problems: readonly Problem[]
  /** ids that no new claim may have */
  used: ReadonlySet<string>
  /** see {@link dataVersion} */
  version: string
}

export function openState(folder: Folder): DataState {
  const problems: Problem[] = []
  const dataset = checkFolder(folder, problems)
  return { folder, dataset, problems, used: usedIds(folder, dataset), version: dataVersion(folder) }
}

/** @returns ids that claims, positions and events have or once had: they are one row of numbers, and never used again */
function usedIds(folder: Folder, { claims, areaClaims }: Dataset): Set<string> {
  const events = readTable(folder, 'events/events.csv', ['id'], []).map((row) => row.get('id'))
  const positions = readLayer<Point, { id: string }>(folder, 'positions/positions.geojson', [])
  const log = folder.locate('corrections.json')
    ? readItems<{ ids?: string[]; removed?: string[] }>(folder, 'corrections.json', [])
    : []
  return new Set([
    ...allClaims({ claims, areaClaims }).map(({ id }) => id),
    ...events,
    ...positions.map(({ properties }) => properties.id),
    ...log.flatMap(({ value }) => [...(value.ids ?? []), ...(value.removed ?? [])]),
  ])
}

/** @returns 16 letters that are the same for the same claims, places, areas and sources */
export function dataVersion(folder: Folder): string {
  const claims = folder.list('claims', '.csv').map((name) => `claims/${name}`)
  const files = ['conflict.json', 'places.geojson', 'sources.json', 'areas/areas.geojson', ...claims]
  const text = files.map((file) => `${file}\n${folder.text(file) ?? ''}`).join('\n')
  return hashOf(text) + hashOf(text, 0x01000193)
}
