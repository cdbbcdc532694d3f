import type { AreaBand } from '../../chronicle/areas.ts'
import { belongsTo, type Faction, nameOn } from '../../chronicle/conflict.ts'
import { useApp, useClock, useView } from '../context.tsx'
import { Icon } from '../shell/icons.tsx'
import { areaText } from './area-text.ts'
import { Chip } from './chip.tsx'
import { Sparkline } from './sparkline.tsx'

export interface LegendRowProps {
  faction: Faction
  /** index into `Atlas.factions` */
  index: number
  band: AreaBand
}

export function LegendRow({ faction, index, band }: LegendRowProps) {
  const { words, session, series, atlas, factions } = useApp()
  const { day } = useClock('day')
  const { hidden } = useView('hidden')
  const name = nameOn(faction, day, words.language)
  const off = hidden.includes(faction.id)
  const known = session.context.factions
  const ground = factions.filter(({ role }) => role === 'ground').map(({ id }) => id)
  const alone = !off && ground.every((id) => id === faction.id || hidden.includes(id))
  const parent = factions.find(({ id }) => id === belongsTo(faction, day))

  function toggle() {
    session.change({ hidden: known.filter((id) => (id === faction.id ? !off : hidden.includes(id))) })
  }

  function only() {
    const rest = alone ? [] : ground.filter((id) => id !== faction.id)
    session.change({
      hidden: known.filter((id) => rest.includes(id) || (!ground.includes(id) && hidden.includes(id))),
    })
  }

  return (
    <li className={off ? 'legend-row is-off' : 'legend-row'}>
      <button
        type="button"
        className="legend-switch"
        aria-pressed={!off}
        onClick={toggle}
        title={words.say(off ? 'legend.show' : 'legend.hide', { name })}
      >
        <Chip colour={faction.colour} texture={faction.texture} hollow={off} />
        <span className="legend-text">
          <span className="legend-name">{name}</span>
          <span className="legend-line">
            <span className="legend-area">{areaText(band, words)}</span>
            <Sparkline
              days={series.days}
              values={series.bands.map((bands) => bands[index].best)}
              start={atlas.start}
              end={atlas.end}
              day={day}
            />
          </span>
          {parent && (
            <span className="legend-area">
              {words.say('legend.part-of', { name: nameOn(parent, day, words.language, 'short') })}
            </span>
          )}
        </span>
        <span className="legend-eye">
          <Icon name={off ? 'hidden' : 'eye'} />
        </span>
      </button>
      <button
        type="button"
        className="legend-only"
        aria-pressed={alone}
        onClick={only}
        aria-label={words.say(alone ? 'legend.all-label' : 'legend.only-label', { name })}
      >
        {words.say(alone ? 'legend.all' : 'legend.only')}
      </button>
    </li>
  )
}
