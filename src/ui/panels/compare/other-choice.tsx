/** Chooses which atlas of the build the second day belongs to. */
import { useId } from 'react'
import { dayOf } from '../../../chronicle/day.ts'
import { firstOther } from '../../compare/compare-button.tsx'
import { firstBeside, meetingsOf } from '../../compare/meetings.ts'
import { useShowMeeting } from '../../compare/use-meeting.ts'
import { useApp } from '../../context.tsx'
import { ATLASES } from '../../data/load.ts'

/** @param of id of the atlas that the second day belongs to, `null`: the one shown, or there is no second day */
export function OtherChoice({ of }: { of: string | null }) {
  const { session, words, conflict, atlas } = useApp()
  const showMeeting = useShowMeeting()
  const selectId = useId()
  if (ATLASES.length < 2) return null
  const choose = (id: string) => {
    const { day } = session.clock.getSnapshot()
    const beside = id === conflict.id ? null : firstBeside(ATLASES, conflict.id, day, id)
    const own = firstOther(day, atlas.start, dayOf(conflict.play.end))
    session.change({ beside, with: beside ? null : own })
  }
  const meetings = meetingsOf(ATLASES).filter(({ earlier, later }) =>
    [earlier.atlas, later.atlas].includes(conflict.id),
  )
  return (
    <div className="compare-choice">
      <label htmlFor={selectId}>{words.say('compare.second-of')}</label>
      <select id={selectId} value={of ?? conflict.id} onChange={(event) => choose(event.target.value)}>
        {ATLASES.map(({ id, title, start, end }) => (
          <option key={id} value={id}>
            {words.text(title)} ({words.dateRange(dayOf(start), dayOf(end))})
          </option>
        ))}
      </select>
      {meetings.map((meeting) => (
        <button
          key={`${meeting.earlier.atlas} ${meeting.later.atlas}`}
          type="button"
          className="text-button"
          onClick={() => showMeeting(meeting)}
        >
          {words.say('compare.meeting')}:{' '}
          {words.say('compare.meeting-days', {
            earlier: words.date(meeting.earlier.day),
            later: words.date(meeting.later.day),
          })}
        </button>
      ))}
    </div>
  )
}
