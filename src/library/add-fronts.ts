/** Puts the ground and the fronts of an atlas on a MapLibre map that somebody else made. */
import type { Map as MapLibreMap } from 'maplibre-gl'
import { dayOf } from '../chronicle/day.ts'
import type { Theme } from '../map/palette.ts'
import { createPainter } from '../map/webgl/choose-painter.ts'
import { factionLooks } from '../ui/map/looks.ts'
import type { FrontAtlas } from './open-atlas.ts'

export interface FrontOptions {
  /** the day to begin with, `YYYY-MM-DD`; the first one when absent */
  day?: string
  /** paper and ink that colours are mixed with */
  theme?: Theme
  /** id of the layer of the map to stay under: labels, for example. On top of all when absent */
  before?: string
  /** ids of factions that are not coloured */
  hidden?: readonly string[]
}

export interface Fronts {
  /** Shows the end of that day. @throws RangeError when it is no day */
  setDay(day: string): void
  setHidden(factions: readonly string[]): void
  setTheme(theme: Theme): void
  /** Takes all of it off the map again. */
  remove(): void
}

/** Layers without anything to see, that the painter stays under. */
const ABOVE_GROUND = 'front-atlas-above-ground'
const ABOVE_FRONTS = 'front-atlas-above-fronts'

/**
 * @param map whose style is loaded; one atlas at a time
 * @throws Error when the map has an atlas already, or no layer `before`
 */
export function addFronts(map: MapLibreMap, opened: FrontAtlas, options: FrontOptions = {}): Fronts {
  const { day = opened.first, theme = 'light', before, hidden = [] } = options
  const { atlas, factions, first } = opened
  const on = dayOf(day)
  if (map.getLayer(ABOVE_GROUND)) throw new Error('this map has an atlas already: remove that one first')
  if (before !== undefined && !map.getLayer(before)) throw new Error(`the map has no layer "${before}"`)
  const blank = factions.flatMap(({ id, blank }) => (blank ? [id] : []))
  const visible = (hidden: readonly string[]) =>
    new Set(atlas.factions.flatMap((id, i) => (hidden.includes(id) || blank.includes(id) ? [] : [i])))
  for (const id of [ABOVE_GROUND, ABOVE_FRONTS])
    map.addLayer({ id, type: 'background', paint: { 'background-opacity': 0 } }, before)
  const painter = createPainter({
    map,
    atlas,
    factions: factionLooks(atlas.factions, factions, first),
    theme,
    day: on,
    visible: visible(hidden),
    below: { ground: ABOVE_GROUND, fronts: ABOVE_FRONTS },
    reducedMotion: () => matchMedia('(prefers-reduced-motion: reduce)').matches,
  })
  return {
    setDay: (next) => painter.setDay(dayOf(next)),
    setHidden: (next) => painter.setVisibleFactions(visible(next)),
    setTheme: (next) => painter.setTheme(next),
    remove() {
      painter.destroy()
      for (const id of [ABOVE_GROUND, ABOVE_FRONTS]) if (map.getLayer(id)) map.removeLayer(id)
    },
  }
}
