/** One group of changes: whose ground it is now, how much, from whom, where, with which places. */
import { useState } from 'react'
import type { ChangedPart, ChangedPlace, ChangeGroup } from '../../../chronicle/change-list.ts'
import { nameOn } from '../../../chronicle/conflict.ts'
import type { Day } from '../../../chronicle/day.ts'
import { useApp, useFactionAt } from '../../context.tsx'
import { Chip } from '../../legend/chip.tsx'
import { about } from '../../words/words.ts'

/** How many places a governorate shows before the reader asks for the rest. */
const FIRST = 6
/** Days after which a date without its year could mean two. */
const A_YEAR = 365

export interface ChangeActions {
  /** faces to set apart on the map while the reader looks at a row; `null`: those that were chosen */
  look(faces: readonly number[] | null): void
  choosePlace(place: ChangedPlace): void
  chooseGround(part: ChangedPart): void
  why(place: ChangedPlace): void
  /** key of the row that was chosen last */
  chosen: string | null
}

export const keyOfPlace = ({ place }: ChangedPlace) => `place ${place.id}`

export interface GroupProps {
  group: ChangeGroup
  /** the two days compared */
  from: Day
  to: Day
  actions: ChangeActions
}

export function Group({ group, from, to, actions }: GroupProps) {
  const { words } = useApp()
  const factionAt = useFactionAt()
  const faction = factionAt(group.faction)
  const name = (index: number, form: 'short' | 'genitive' = 'genitive') => {
    const known = factionAt(index)
    return known ? nameOn(known, to, words.language, form) : words.say('why.nobody')
  }
  // Within a year the year goes without saying.
  const dateOf = to - from < A_YEAR ? words.dateShort : words.date
  const area = (km2: number) => words.say('changes.about', { km2: words.number(about(km2)) })
  return (
    <li className="change-group">
      <h4>
        {faction && <Chip colour={faction.colour} texture={faction.texture} />}
        <span>{titleOf()}</span>
        <span className="change-km2">{area(group.km2)}</span>
      </h4>
      {group.kind === 'gained' && (
        <p className="change-from">
          {words.say('changes.from', { factions: words.list(group.from.map(([index]) => name(index))) })}
          {about(group.unsettled) > 0 && (
            <>
              {words.say('separator')}
              {words.say('changes.unsettled', { km2: words.number(about(group.unsettled)) })}
            </>
          )}
        </p>
      )}
      <ul className="change-parts">
        {group.parts.map((part) => (
          <Part key={part.governorate} part={part} area={area(part.km2)} dateOf={dateOf} actions={actions} />
        ))}
      </ul>
    </li>
  )

  function titleOf(): string {
    if (group.kind === 'gained') return words.say('changes.to', { faction: name(group.faction) })
    const holder = name(group.faction, 'short')
    if (group.other === null) return holder
    return group.other < 0
      ? words.say('changes.contested-unknown', { holder })
      : words.say('changes.contested-by', { holder, other: name(group.other) })
  }
}

interface PartProps {
  part: ChangedPart
  area: string
  dateOf(day: Day): string
  actions: ChangeActions
}

function Part({ part, area, dateOf, actions }: PartProps) {
  const { words, atlas, governorates } = useApp()
  const [all, setAll] = useState(false)
  const record = governorates.find(({ id }) => id === atlas.governorates[part.governorate])
  const name = record ? words.text(record.name) : words.say('why.open')
  const places = all ? part.places : part.places.slice(0, FIRST)
  const more = part.places.length - places.length
  const looking = (faces: readonly number[]) => ({
    onMouseEnter: () => actions.look(faces),
    onMouseLeave: () => actions.look(null),
    onFocus: () => actions.look(faces),
    onBlur: () => actions.look(null),
  })
  return (
    <li>
      <button
        type="button"
        className="change-ground"
        onClick={() => actions.chooseGround(part)}
        {...looking(part.faces)}
      >
        <span>{record ? words.say('changes.governorate', { name }) : name}</span>
        <span className="change-km2">{area}</span>
      </button>
      {places.length > 0 && (
        <ul className="change-places">
          {places.map((entry) => {
            const label = words.text(entry.place.name)
            const key = keyOfPlace(entry)
            return (
              <li key={key} className={actions.chosen === key ? 'is-chosen' : undefined}>
                <button
                  type="button"
                  className="change-place"
                  aria-label={words.say('changes.go', { place: label, day: dateOf(entry.day) })}
                  aria-current={actions.chosen === key || undefined}
                  onClick={() => actions.choosePlace(entry)}
                  {...looking([entry.face])}
                >
                  <span>{label}</span> <span className="change-day">{dateOf(entry.day)}</span>
                </button>
                {actions.chosen === key && (
                  <button
                    type="button"
                    className="change-why"
                    aria-label={`${words.say('changes.why')}: ${label}`}
                    onClick={() => actions.why(entry)}
                  >
                    {words.say('changes.why')}
                  </button>
                )}
              </li>
            )
          })}
        </ul>
      )}
      {more > 0 && (
        <button
          type="button"
          className="change-more"
          aria-expanded={all}
          onClick={() => setAll(true)}
          aria-label={`${name}: ${words.say('changes.more', { count: more })}`}
        >
          {words.say('changes.more', { count: more })}
        </button>
      )}
    </li>
  )
}
