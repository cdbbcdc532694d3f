/** What the lines and hatching on screen mean, and nothing else. Loaded once the map stands. */
import { useEffect, useState } from 'react'
import { type SignsInBox, signsInBox } from '../../chronicle/signs-in-box.ts'
import { useApp, useClock, useFactionAt, useView } from '../context.tsx'
import { HatchChip } from './chip.tsx'
import './key-in-view.css'
import { LineChip } from './map-key.tsx'

/** The view has to stand still so long before it is read, milliseconds. */
const REST_MS = 120

export default function KeyInView() {
  const { words } = useApp()
  const factionAt = useFactionAt()
  const signs = useSigns()
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

/** @returns what is seen of the map between its panels; null until it stands */
function useSigns(): SignsInBox | null {
  const { map, layout, atlas } = useApp()
  const { day } = useClock('day')
  const { hidden } = useView('hidden')
  const [signs, setSigns] = useState<SignsInBox | null>(null)
  useEffect(() => {
    if (!map) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const read = () =>
      setSigns(
        signsInBox(
          atlas,
          map.faces,
          map.boxInView(layout.insets()),
          day,
          (index) => !hidden.includes(atlas.factions[index]),
        ),
      )
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
  return signs
}
