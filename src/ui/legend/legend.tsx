/** The legend, which is also the layer switches: who holds ground on the day shown, and how much. */
import { useMemo } from 'react'
import { segmentIndexAt } from '../../chronicle/history.ts'
import { strengthOn } from '../../map/position-state.ts'
import { useApp, useClock, useView } from '../context.tsx'
import { type Faction, nameOn } from '../data/conflict.ts'
import { LegendRow } from './legend-row.tsx'
import { MapKey } from './map-key.tsx'

export function Legend() {
  const { words, factions, atlas, series, positions } = useApp()
  const { day } = useClock()
  const { layers } = useView()
  const at = useMemo(() => segmentIndexAt(asSegments(series.days), day), [series.days, day])
  const rows = factions
    .filter(({ role }) => role === 'ground')
    .map((faction) => ({ faction, index: atlas.factions.indexOf(faction.id) }))
    .filter(({ index }) => index >= 0 && series.bands.some((bands) => bands[index].high > 0))
  const present = rows.filter(({ index }) => series.bands[at][index].high > 0)
  const absent = rows.filter(({ index }) => series.bands[at][index].high === 0)
  const row = ({ faction, index }: { faction: Faction; index: number }) => (
    <LegendRow key={faction.id} faction={faction} index={index} band={series.bands[at][index]} />
  )
  const actors = factions.filter(({ id }) => positions.some((position) => position.faction === id))
  const counted = (id: string) =>
    positions.filter((position) => position.faction === id && strengthOn(position, day) > 0).length
  return (
    <div className="legend">
      <h2 className="legend-title">{words.say('legend.title')}</h2>
      <ul className="legend-rows">{present.map(row)}</ul>
      {absent.length > 0 && (
        <details className="legend-absent">
          <summary>{words.say('legend.absent', { count: absent.length })}</summary>
          <ul className="legend-rows">{absent.map(row)}</ul>
        </details>
      )}
      {actors.length > 0 && (
        <>
          <h3 className="legend-title">{words.say('legend.positions')}</h3>
          <ul className="legend-rows">
            <LayerRow id="positions" name={words.say('layer.positions')} />
            {layers.includes('positions') &&
              actors.map((faction) => (
                <PositionRow
                  key={faction.id}
                  faction={faction}
                  name={nameOn(faction, day, words.language, 'short')}
                  count={counted(faction.id)}
                />
              ))}
          </ul>
        </>
      )}
      <MapKey positions={actors.length > 0} />
      <h3 className="legend-title">{words.say('legend.base')}</h3>
      <ul className="legend-rows">
        <LayerRow id="governorates" name={words.say('layer.governorates')} />
        <LayerRow id="roads" name={words.say('layer.roads')} />
      </ul>
    </div>
  )
}

/** `segmentIndexAt` searches anything that starts on days. */
function asSegments(days: readonly number[]) {
  return days.map((start) => ({ start, holder: 0, other: -1, state: 0 as const }))
}

function LayerRow({ id, name }: { id: string; name: string }) {
  const { session } = useApp()
  const { layers } = useView()
  const on = layers.includes(id)
  const toggle = () =>
    session.change({
      layers: session.context.layers.filter((layer) => (layer === id ? !on : layers.includes(layer))),
    })
  return (
    <li className="legend-row">
      <label className="switch-row">
        <input
          type="checkbox"
          className="switch"
          role="switch"
          aria-checked={on}
          checked={on}
          onChange={toggle}
        />
        <span className="legend-name">{name}</span>
      </label>
    </li>
  )
}

function PositionRow({ faction, name, count }: { faction: Faction; name: string; count: number }) {
  const { words, session } = useApp()
  const { hidden } = useView()
  const on = !hidden.includes(faction.id)
  const toggle = () =>
    session.change({
      hidden: session.context.factions.filter((id) => (id === faction.id ? on : hidden.includes(id))),
    })
  return (
    <li className="legend-row">
      <label className="switch-row">
        <input
          type="checkbox"
          className="switch"
          role="switch"
          aria-checked={on}
          checked={on}
          onChange={toggle}
        />
        <svg className="mark" viewBox="0 0 14 14" aria-hidden="true">
          <circle cx="7" cy="7" r="5" fill={faction.colour} stroke="#fffaf0" />
        </svg>
        <span className="legend-name">{name}</span>
        <span className="legend-count">{words.number(count)}</span>
      </label>
    </li>
  )
}
