/** What the lines and hatching on screen mean, and nothing else. Loaded once the map stands. */
import { useEffect, useState } from 'react'
import { type SignsInBox, signsInBox } from '../../chronicle/signs-in-box.ts'
import { doubtStrength } from '../../map/doubt.ts'
import { DOUBT } from '../../map/overlays/registry.ts'
import { useApp, useClock, useFactionAt, useView } from '../context.tsx'
import { HatchChip } from './chip.tsx'
import './key-in-view.css'
import { LineChip } from './map-key.tsx'

/** The view has to stand still so long before it is read, milliseconds. */
const REST_MS = 120

export default function KeyInView() {
  const { words } = useApp()
  const factionAt = useFactionAt()
  const { layers } = useView('layers')
  const { signs, zoom } = useSigns()
  const banded = layers.includes(DOUBT) && doubtStrength(zoom) > 0
  if (!signs) return null
  const colour = (index: number) => factionAt(index)?.colour ?? 'transparent'
  return (
    <ul className="key-in-view" aria-label={words.say('key.title')}>
      {signs.front && (
        <li>
          <LineChip />
          {words.say('key.front')}
        </li>
      )}
      {signs.inferred && (
        <li>
          <LineChip dashed />
          {words.say('key.short.inferred')}
        </li>
      )}
      {signs.inferred && banded && (
        <li>
          <LineChip dashed banded />
          {words.say('key.short.doubt')}
        </li>
      )}
      {(['contested', 'passing'] as const).map((kind) => {
        const period = signs[kind]
        if (!period) return null
        return (
          <li key={kind}>
            <HatchChip kind={kind} first={colour(period.holder)} second={colour(period.other)} />
            {words.say(`key.short.${kind}`)}
          </li>
        )
      })}
    </ul>
  )
}

/** @returns what is seen of the map between its panels, null until it stands; and how near it is seen */
function useSigns(): { signs: SignsInBox | null; zoom: number } {
  const { map, layout, atlas } = useApp()
  const { day } = useClock('day')
  const { hidden } = useView('hidden')
  const [seen, setSeen] = useState<ReturnType<typeof useSigns>>({ signs: null, zoom: 0 })
  useEffect(() => {
    if (!map) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const read = () =>
      setSeen({
        signs: signsInBox(
          atlas,
          map.faces,
          map.boxInView(layout.insets()),
          day,
          (index) => !hidden.includes(atlas.factions[index]),
        ),
        zoom: map.camera().zoom,
      })
    const soon = () => {
      clearTimeout(timer)
      timer = setTimeout(read, REST_MS)
    }
    soon()
    const leave = [map.on('move', soon), layout.subscribe(soon)]
    return () => {
      clearTimeout(timer)
      for (const end of leave) end()
    }
  }, [map, layout, atlas, day, hidden])
  return seen
}
