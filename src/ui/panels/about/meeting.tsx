/** Where the end of this atlas and the beginning of the one that it meets differ, and why. */
import { useEffect, useState } from 'react'
import { type Faction, nameOn } from '../../../chronicle/conflict.ts'
import { dayOf } from '../../../chronicle/day.ts'
import { meetingsOf } from '../../compare/meetings.ts'
import { useShowMeeting } from '../../compare/use-meeting.ts'
import { useApp } from '../../context.tsx'
import { ATLASES, loadFactionsOf } from '../../data/load.ts'
import { useLoaded } from '../../data/use-loaded.ts'
import { DataText } from '../../words/data-text.tsx'
import { NotHere } from '../not-here.tsx'
import { loadDifferences } from './files.ts'

export function Meeting() {
  const { words, conflict, factions } = useApp()
  const loaded = useLoaded(loadDifferences)
  const showMeeting = useShowMeeting()
  const entry = ATLASES.find(({ id }) => id === conflict.id)
  const other = ATLASES.find(({ id }) => id === entry?.meets?.atlas)
  const theirs = useFactionsOf(other?.id ?? null) ?? factions
  if (loaded.state !== 'ready') return <NotHere loaded={loaded} />
  if (!loaded.value) return null
  const { places } = loaded.value
  const [day, then] = [dayOf(loaded.value.day), dayOf(loaded.value.with)]
  const name = (all: readonly Faction[], id: string, on: number) => {
    const faction = all.find((one) => one.id === id)
    return faction ? nameOn(faction, on, words.language, 'short') : id
  }
  const meeting = meetingsOf(ATLASES).find(({ earlier, later }) =>
    [earlier, later].every(({ atlas }) => atlas === conflict.id || atlas === other?.id),
  )
  return (
    <>
      <h3 id="about-meeting">{words.say('meeting.title')}</h3>
      <p>
        {words.say('meeting.what', { day: words.date(day), other: words.date(then), count: places.length })}
      </p>
      <ul className="about-weak">
        {places.map(({ id, name: place, here, there, reason }) => (
          <li key={id}>
            <bdi>
              <DataText of={place} name />
            </bdi>
            <strong className="about-km">
              {words.say('meeting.differs', {
                here: name(factions, here, day),
                there: name(theirs, there, then),
              })}
            </strong>
            <span className="about-why">
              <DataText of={reason} />
            </span>
          </li>
        ))}
      </ul>
      {meeting && (
        <button type="button" className="button-plain button-framed" onClick={() => showMeeting(meeting)}>
          {words.say('meeting.show')}
        </button>
      )}
    </>
  )
}

/** @returns the factions of another atlas once they have arrived, else `null`: their names are then those of this one */
function useFactionsOf(id: string | null): readonly Faction[] | null {
  const [factions, setFactions] = useState<readonly Faction[] | null>(null)
  useEffect(() => {
    if (id === null) return
    let left = false
    loadFactionsOf(id).then(
      (found) => !left && setFactions(found),
      () => {},
    )
    return () => {
      left = true
    }
  }, [id])
  return factions
}
