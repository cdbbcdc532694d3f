/** Relief and streets come last: what reads them is fetched when the first picture stands, and only where there are any. */
import type { Map as MapLibreMap } from 'maplibre-gl'
import type { Tiles } from '../../chronicle/tiles.ts'
import type { Theme } from '../palette.ts'

/**
 * @param below id of the layer under which they are drawn
 * @param failed told what did not arrive; the map goes on without it
 */
export function lateTiles(
  map: MapLibreMap,
  tiles: Tiles | undefined,
  below: string,
  theme: Theme,
  failed: (what: string) => void,
): { setTheme(theme: Theme): void } {
  let [wanted, recolour] = [theme, (_theme: Theme) => {}]
  if (tiles)
    map.once('idle', async () => {
      try {
        const { addTiles } = await import('./add-tiles.ts')
        recolour = await addTiles(map, tiles, below, wanted)
        recolour(wanted)
      } catch (error) {
        failed((error as Error).message)
      }
    })
  return {
    setTheme(theme) {
      wanted = theme
      recolour(theme)
    },
  }
}
