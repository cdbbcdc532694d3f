/** How sure the colour of a point is: the grade, in plain words, and what it is inferred from. */
import type { PlaceRecord } from '../../../chronicle/evidence.ts'
import type { Explanation } from '../../../chronicle/explain.ts'
import { useApp } from '../../context.tsx'

export interface CertaintyProps {
  answer: Explanation
  onPlace(place: PlaceRecord): void
}

export function Certainty({ answer, onPlace }: CertaintyProps) {
  const { words } = useApp()
  const { basis, now, place, km, nearest } = answer
  const named = basis === 'nearest' && place && km !== null ? { place, km } : null
  const other = nearest && nearest.place !== named?.place && basis !== 'place' ? nearest : null
  return (
    <section>
      <h3>{words.say('why.basis')}</h3>
      <p className="why-basis" data-basis={basis}>
        {words.say(`why.basis.${basis}`)}
      </p>
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
    <button type="button" className="why-place" onClick={() => onPlace(place)}>
      {words.say(id, { place: name, km: words.number(km) })}
    </button>
  )
}
