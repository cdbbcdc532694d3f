/** The legend on a phone: a strip of chips that opens to half and to full height, by tap or by drag. */
import { type PointerEvent, useRef, useState } from 'react'
import { nameOn } from '../../chronicle/conflict.ts'
import { periodIndexAt } from '../../chronicle/history.ts'
import { useApp, useClock, useView } from '../context.tsx'
import { Icon } from '../shell/icons.tsx'
import { Chip } from './chip.tsx'
import { Legend } from './legend.tsx'
import './legend-sheet.css'

const HEIGHTS = ['strip', 'half', 'full'] as const
type Height = (typeof HEIGHTS)[number]
/** A drag longer than this, CSS pixels, changes the height. */
const DRAG = 30

export function LegendSheet() {
  const { words, layout } = useApp()
  const [height, setHeight] = useState<Height>('strip')
  const from = useRef<number | null>(null)
  const dragged = useRef(false)
  const go = (steps: number) =>
    setHeight(HEIGHTS[Math.min(HEIGHTS.length - 1, Math.max(0, HEIGHTS.indexOf(height) + steps))])

  function down(event: PointerEvent) {
    from.current = event.clientY
    dragged.current = false
  }
  function move(event: PointerEvent) {
    if (from.current === null) return
    const distance = from.current - event.clientY
    if (Math.abs(distance) < DRAG) return
    dragged.current = true
    from.current = event.clientY
    go(Math.sign(distance))
  }
  function up() {
    from.current = null
  }

  return (
    <section
      ref={layout.part('sheet')}
      className="sheet"
      data-height={height}
      aria-label={words.say('legend.title')}
    >
      <div
        className="sheet-grip"
        onPointerDown={down}
        onPointerMove={move}
        onPointerUp={up}
        onPointerCancel={up}
      >
        <button
          type="button"
          className="sheet-toggle"
          aria-expanded={height !== 'strip'}
          onClick={() => !dragged.current && setHeight(height === 'strip' ? 'half' : 'strip')}
        >
          <Icon name="chevron" />
          <span>{words.say('legend.title')}</span>
        </button>
        {height === 'strip' && <Strip />}
      </div>
      {height !== 'strip' && <Legend />}
    </section>
  )
}

/** Who holds ground on the day shown, in one line. */
export function Strip() {
  const { words, factions, atlas, series, session } = useApp()
  const { day } = useClock('day')
  const { hidden } = useView('hidden')
  const at = periodIndexAt(
    series.days.map((start) => ({ start, holder: 0, other: -1, state: 0 as const })),
    day,
  )
  const bands = series.bands[at]
  const rows = factions
    .filter(({ blank }) => !blank)
    .map((faction) => ({ faction, band: bands[atlas.factions.indexOf(faction.id)] }))
    .filter(({ band }) => band && band.high > 0)
    .sort((a, b) => b.band.best - a.band.best)
  return (
    <ul className="strip">
      {rows.map(({ faction }) => {
        const off = hidden.includes(faction.id)
        const toggle = () =>
          session.change({
            hidden: session.context.factions.filter((id) => (id === faction.id ? !off : hidden.includes(id))),
          })
        return (
          <li key={faction.id}>
            <button
              type="button"
              className={off ? 'strip-chip is-off' : 'strip-chip'}
              aria-pressed={!off}
              onClick={toggle}
            >
              <Chip colour={faction.colour} texture={faction.texture} hollow={off} />
              {nameOn(faction, day, words.language, 'short')}
            </button>
          </li>
        )
      })}
    </ul>
  )
}
