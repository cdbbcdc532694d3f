/** The legend, which is also the layer switches: who holds ground on the day shown, and how much. */
import { indexAfter } from '../../chronicle/ascending.ts'
import { ARC_KIND } from '../../chronicle/atlas.ts'
import { type Faction, nameOn } from '../../chronicle/conflict.ts'
import { baseOverlays, DOUBT, LINEAGE, OVERLAYS, POSITIONS } from '../../map/overlays/registry.ts'
import { useApp, useClock, useView } from '../context.tsx'
import { EventRows } from './event-rows.tsx'
import { LayerRow } from './layer-row.tsx'
import { LegendRow } from './legend-row.tsx'
import { MapKey } from './map-key.tsx'
import { PositionRow } from './position-row.tsx'
import './legend.css'

export function Legend() {
  const { words, conflict, factions, atlas, series, positions } = useApp()
  const { day } = useClock('day')
  const { layers } = useView('layers')
  const at = Math.max(0, indexAfter(series.days, day) - 1)
  const rows = factions
    .filter(({ role, blank }) => role === 'ground' && !blank)
    .map((faction) => ({ faction, index: atlas.factions.indexOf(faction.id) }))
    .filter(({ index }) => index >= 0 && series.bands.some((bands) => bands[index].high > 0))
  const present = rows.filter(({ index }) => series.bands[at][index].high > 0)
  const absent = rows.filter(({ index }) => series.bands[at][index].high === 0)
  const row = ({ faction, index }: { faction: Faction; index: number }) => (
    <LegendRow key={faction.id} faction={faction} index={index} band={series.bands[at][index]} />
  )
  const actors = factions.filter(({ id }) => positions.some((position) => position.faction === id))
  const base = baseOverlays(OVERLAYS).filter(({ id }) => conflict.overlays.includes(id))
  return (
    <div className="legend">
      <h2 className="legend-title">{words.say('legend.title')}</h2>
      <ul className="legend-rows">
        {present.map(row)}
        {atlas.faces.some(({ history }) => history.some(({ former }) => former !== undefined)) && (
          <LayerRow id={LINEAGE} />
        )}
        {atlas.arcs.some(({ kind, error = 0 }) => kind === ARC_KIND.inferred && error > 0) && (
          <LayerRow id={DOUBT} />
        )}
      </ul>
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
            <LayerRow id={POSITIONS} />
            {layers.includes(POSITIONS) &&
              actors.map((faction) => (
                <PositionRow
                  key={faction.id}
                  faction={faction}
                  name={nameOn(faction, day, words.language, 'posts')}
                />
              ))}
          </ul>
        </>
      )}
      <EventRows />
      <MapKey positions={actors.length > 0} />
      {base.length > 0 && (
        <>
          <h3 className="legend-title">{words.say('legend.base')}</h3>
          <ul className="legend-rows">
            {base.map(({ id }) => (
              <LayerRow key={id} id={id} />
            ))}
          </ul>
        </>
      )}
    </div>
  )
}
