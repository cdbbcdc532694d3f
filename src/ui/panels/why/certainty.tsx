/** How sure the colour of a point is: the grade, in plain words, and what it is inferred from. */
import { nameOn } from '../../../chronicle/conflict.ts'
import type { Day } from '../../../chronicle/day.ts'
import type { PlaceRecord } from '../../../chronicle/evidence.ts'
import type { Explanation } from '../../../chronicle/explain.ts'
import { nearestFront } from '../../../chronicle/near-front.ts'
import { useApp, useFactionAt } from '../../context.tsx'

/** Fronts farther away say nothing about a point, km. */
const NEAR_KM = 30

export interface CertaintyProps {
  answer: Explanation
  /** degrees */
  lon: number
  lat: number
  day: Day
  onPlace(place: PlaceRecord): void
}

export function Certainty({ answer, lon, lat, day, onPlace }: CertaintyProps) {
  const { words, atlas } = useApp()
  const factionAt = useFactionAt()
  const { basis, now, place, km, nearest } = answer
  const named = basis === 'nearest' && place && km !== null ? { place, km } : null
  const other = nearest && nearest.place !== named?.place && basis !== 'place' ? nearest : null
  const front = nearestFront(atlas, day, lon, lat, NEAR_KM)
  const sides = (front?.parted ?? []).flatMap((side) => {
    const faction = factionAt(side)
    return faction ? [nameOn(faction, day, words.language, 'short')] : []
  })
  return (
    <section>
      <h3>{words.say('why.basis')}</h3>
      <p className="why-basis" data-basis={basis}>
        {words.say(`why.basis.${basis}`)}
      </p>
      {front && front.error > 0 && (
        <p className="why-front">
          {words.say('why.front', {
            sides: words.list(sides),
            km: words.number(round(front.km)),
            error: words.number(front.error),
          })}
          {front.km <= front.error && <> {words.say('why.front.near')}</>}
        </p>
      )}
      {named && <PlaceButton id="why.nearest-own" near={named} onPlace={onPlace} />}
      {other && <PlaceButton id="why.nearest" near={other} onPlace={onPlace} />}
      <p className="why-grade">
        <strong data-grade={now.grade}>{words.say('why.grade', { grade: now.grade })}</strong>{' '}
        {words.say(`why.grade.${now.grade}`)}
        {basis === 'area' && now.claims.some(({ grade }) => grade < now.grade) && (
          <> {words.say('why.grade.area')}</>
        )}
      </p>
    </section>
  )
}

export interface PlaceButtonProps {
  id: 'why.nearest' | 'why.nearest-own'
  near: { place: PlaceRecord; km: number }
  onPlace(place: PlaceRecord): void
}

export function PlaceButton({ id, near: { place, km }, onPlace }: PlaceButtonProps) {
  const { words } = useApp()
  const name = words.text(place.name)
  return (
    <button type="button" className="text-button why-place" onClick={() => onPlace(place)}>
      {words.say(id, { place: name, km: words.number(km) })}
    </button>
  )
}

/** Tenths of a kilometre: no line is known better. */
const round = (km: number) => Math.round(km * 10) / 10
