/** What a proposal changes, in numbers: on the day shown and on every other one, and whose claims would lose. */
import { nameOn } from '../../chronicle/conflict.ts'
import type { Day } from '../../chronicle/day.ts'
import type { Losing, Preview, Shift, Stretch } from '../../proposal/compiler.ts'
import { useApp, useClock } from '../context.tsx'
import { Chip } from '../legend/chip.tsx'
import { threeFigures } from '../words/words.ts'
import { useForm } from './context.tsx'
import type { ProposeId } from './words.ts'

/** Below it an area is said to be small, km². */
const LEAST_KM2 = 0.5

export function Differences({ preview }: { preview: Preview }) {
  const { words } = useApp()
  const { day } = useClock('day')
  const { say } = useForm()
  const { stretches, losing, ms } = preview
  const now = stretches.find(({ start, end }) => start <= day && day <= end)
  const days = stretches.reduce((sum, { start, end }) => sum + end - start + 1, 0)
  if (stretches.length === 0) return <p role="status">{say('diff.nothing')}</p>
  return (
    <div className="propose-differences">
      <p role="status">
        {say('diff.total', { days, stretches: stretches.length, seconds: words.number(ms / 1000) })}
      </p>
      <h4>{words.date(day)}</h4>
      {now ? <StretchShifts stretch={now} /> : <p className="propose-hint">{say('diff.not-today')}</p>}
      <h4>{say('diff.days')}</h4>
      <ol className="propose-stretches">
        {stretches.map((stretch) => (
          <StretchRow key={stretch.start} stretch={stretch} day={day} />
        ))}
      </ol>
      {losing.length > 0 && <LosingPlaces losing={losing} />}
    </div>
  )
}

function StretchRow({ stretch: { start, end, km2 }, day }: { stretch: Stretch; day: Day }) {
  const { words, session } = useApp()
  const { say } = useForm()
  const current = start <= day && day <= end
  return (
    <li>
      <button
        type="button"
        className="text-button"
        aria-current={current || undefined}
        onClick={() => session.clock.setDay(start)}
      >
        {words.dateRange(start, end)}
      </button>{' '}
      <span className="propose-hint">
        {km2 < LEAST_KM2 ? say('diff.tiny') : say('diff.km2', { km2: words.number(threeFigures(km2)) })}
      </span>
    </li>
  )
}

function StretchShifts({ stretch: { shifts, km2, start } }: { stretch: Stretch }) {
  const { words } = useApp()
  const { say } = useForm()
  if (shifts.length === 0) return <p>{say('diff.state-only', { km2: words.number(threeFigures(km2)) })}</p>
  return (
    <table className="propose-shifts">
      <thead>
        <tr>
          <th scope="col">{say('diff.faction')}</th>
          <th scope="col">{say('diff.gained')}</th>
          <th scope="col">{say('diff.lost')}</th>
        </tr>
      </thead>
      <tbody>
        {shifts.map((shift) => (
          <ShiftRow key={shift.faction} shift={shift} day={start} />
        ))}
      </tbody>
    </table>
  )
}

function ShiftRow({ shift: { faction, gained, lost }, day }: { shift: Shift; day: Day }) {
  const { words, atlas, factions } = useApp()
  const found = factions.find(({ id }) => id === atlas.factions[faction])
  const km2 = (value: number) =>
    value > 0 ? words.say('area.one', { km2: words.number(threeFigures(value)) }) : '–'
  return (
    <tr>
      <th scope="row">
        {found && <Chip colour={found.colour} texture={found.texture} />}
        {found ? nameOn(found, day, words.language, 'short') : atlas.factions[faction]}
      </th>
      <td>{km2(gained)}</td>
      <td>{km2(lost)}</td>
    </tr>
  )
}

function LosingPlaces({ losing }: { losing: readonly Losing[] }) {
  const { words, session, map } = useApp()
  const { say, evidence } = useForm()
  return (
    <>
      <h4>{say('diff.losing')}</h4>
      <ul className="propose-losing">
        {losing.map(({ place: id, claims }) => {
          const place = evidence.places.find((place) => place.id === id)
          return (
            <li key={id}>
              {place ? (
                <button
                  type="button"
                  className="text-button"
                  onClick={() => {
                    map?.flyTo(place.lon, place.lat)
                    session.change({ at: [place.lon, place.lat], place: null })
                  }}
                >
                  {words.text(place.name)}
                </button>
              ) : (
                <bdi>{id}</bdi>
              )}
              {claims.map((claim) => (
                <span key={claim.id} className="propose-hint">
                  {' '}
                  <bdi>{claim.id}</bdi> {say(`losing.${claim.how}` as ProposeId)}
                </span>
              ))}
            </li>
          )
        })}
      </ul>
    </>
  )
}
