/** The legend of the half that shows another atlas: the same colour may stand for another name there. */
import { useMemo } from 'react'
import { areasOn } from '../../chronicle/areas.ts'
import { nameOn } from '../../chronicle/conflict.ts'
import { useApp } from '../context.tsx'
import { loaderOfAtlas } from '../data/load.ts'
import { useLoaded } from '../data/use-loaded.ts'
import { areaText } from '../legend/area-text.ts'
import { Chip } from '../legend/chip.tsx'
import { useNarrow } from '../shell/use-page.ts'
import type { Shown } from './use-comparison.ts'

export function KeyOfOther({ older, newer, clockIsOlder, of }: Shown & { of: string }) {
  const { words } = useApp()
  const loaded = useLoaded(loaderOfAtlas(of))
  const other = loaded.state === 'ready' ? loaded.value : null
  const day = clockIsOlder ? newer : older
  const narrow = useNarrow()
  const rows = useMemo(() => {
    if (!other) return []
    return areasOn(other.atlas, day)
      .map((band, index) => ({
        band,
        faction: other.factions.find(({ id }) => id === other.atlas.factions[index]),
      }))
      .filter(({ faction, band }) => !faction?.blank && band.high > 0)
      .sort((a, b) => b.band.best - a.band.best)
  }, [other, day])
  if (!other) return null
  return (
    // On a phone it scrolls sideways, so the keyboard has to reach it.
    <ul className="compare-key" tabIndex={narrow ? 0 : undefined}>
      <li className="compare-other">
        {words.say('compare.of-atlas', { date: words.date(day), title: words.text(other.conflict.title) })}
      </li>
      {rows.map(
        ({ faction, band }) =>
          faction && (
            <li key={faction.id}>
              <Chip colour={faction.colour} texture={faction.texture} />
              <span>
                {nameOn(faction, day, words.language, 'short')}{' '}
                <span className="compare-area">{areaText(band, words)}</span>
              </span>
            </li>
          ),
      )}
    </ul>
  )
}
