/** The files of an atlas that the first picture needs: asked for by the page, and before it by the head of the page. */
export const FIRST_FILES = {
  // The largest one first.
  atlas: 'atlas/atlas.json',
  conflict: 'conflict.json',
  factions: 'factions.json',
  governorates: 'governorates.json',
  // Without their sources, which only panels show.
  positions: 'coarse/positions.geojson',
} as const

/** What stands in for one of them under the light map, until somebody looks closer. */
export const COARSE_FILES = { atlas: 'coarse/atlas.json' } as const
