/** What an overlay is: something drawn over the painted ground that the reader can switch on and off. */
import type { Feature } from 'geojson'
import type { FillLayerSpecification, LineLayerSpecification, SymbolLayerSpecification } from 'maplibre-gl'
import type { Palette } from '../palette.ts'

interface OverlayRow {
  /** what links call it; its name in the catalogues is `layer.<id>` */
  id: string
  /** whether a new reader sees it */
  on: boolean
}

export type OverlayLayer = LineLayerSpecification | FillLayerSpecification

/** Lines or areas of one file of `base/`. The rest of the program follows from the row. */
export interface BaseOverlay extends OverlayRow {
  /** in `base/` of an atlas's folder; an atlas without it has no switch for it */
  file: string
  /** what is drawn until somebody looks closer: a simplified copy, or nothing */
  fromAfar: 'coarse' | 'nothing'
  /** under or over rivers and lakes */
  stack: 'under-water' | 'over-water'
  /** @returns its layers, from the lowest to the highest; their source is the id, and their names begin with it */
  layers(id: string, palette: Palette): OverlayLayer[]
  /** @returns the layer that writes what its lines are called, among the names of the map; source and name as above */
  signs?(id: string, palette: Palette): SymbolLayerSpecification
  /** what the points along a line carry for that; `null`: it has no sign */
  signOf?(line: Feature): Record<string, unknown> | null
}

/** Marks with days, looks and panels of their own: a module of its own draws them. */
export type MarkOverlay = OverlayRow

export type Overlay = BaseOverlay | MarkOverlay
