/**
 * What can be switched over the painted ground: one row each, in the order of the link. A layer from a file of `base/`
 * is its row, its own file, which styles it, and its name in the catalogues; sources, files of the build, switches of
 * the legend, keys of the link and the still painter follow from the row.
 */
import type { Palette } from '../palette.ts'
import type { BaseOverlay, Overlay } from './contract.ts'
import { governorateLayers } from './governorates.ts'
import { roadLayers, roadSignOf, roadSigns } from './roads.ts'

export const OVERLAYS = [
  { id: 'positions', on: true },
  { id: 'events', on: true },
  { id: 'lineage', on: false },
  {
    id: 'governorates',
    on: true,
    file: 'admin1_lines.geojson',
    fromAfar: 'coarse',
    stack: 'under-water',
    layers: governorateLayers,
  },
  {
    id: 'roads',
    on: true,
    file: 'roads_schematic.geojson',
    fromAfar: 'nothing',
    stack: 'over-water',
    layers: roadLayers,
    signs: roadSigns,
    signOf: roadSignOf,
  },
  { id: 'doubt', on: true },
] as const satisfies readonly Overlay[]

export type OverlayId = (typeof OVERLAYS)[number]['id']

/** The marks, which whoever draws, lists or counts them asks for by name. */
export const POSITIONS = OVERLAYS[0].id
export const EVENTS = OVERLAYS[1].id
/** A texture on ground of factions that became part of another one; the painters draw it. */
export const LINEAGE = OVERLAYS[2].id
/** Bands along inferred fronts, as wide as these are unknown; the painters draw them. */
export const DOUBT = OVERLAYS[5].id

/** @returns which looks of the ground are switched on */
export const looksIn = (layers: ReadonlySet<string>) => ({
  lineage: layers.has(LINEAGE),
  doubt: layers.has(DOUBT),
})

/** @returns those that are drawn from a file of `base/` */
export function baseOverlays<O extends Overlay>(overlays: readonly O[]): Extract<O, BaseOverlay>[] {
  return overlays.filter((overlay): overlay is Extract<O, BaseOverlay> => 'layers' in overlay)
}

/** @returns what a link may name, and what is shown by one that names nothing */
export function switchable(overlays: readonly Overlay[] = OVERLAYS): {
  layers: string[]
  layersOn: string[]
} {
  const ids = (rows: readonly Overlay[]) => rows.map(({ id }) => id)
  return { layers: ids(overlays), layersOn: ids(overlays.filter(({ on }) => on)) }
}

/** @returns the layers that write what overlays are called */
export function overlaySigns(palette: Palette, overlays: readonly Overlay[] = OVERLAYS) {
  return baseOverlays(overlays).flatMap(({ id, signs }: BaseOverlay) => signs?.(id, palette) ?? [])
}
