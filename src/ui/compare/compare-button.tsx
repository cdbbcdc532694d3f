import { type Day, dayOf } from '../../chronicle/day.ts'
import { useApp, useView } from '../context.tsx'
import { Icon } from '../shell/icons.tsx'

/** @returns begins a comparison with the first day, or ends the present one */
export function useToggleComparison(): () => void {
  const { session, conflict, atlas } = useApp()
  return () => {
    const { with: other, panel } = session.getView()
    if (other !== null) session.change({ with: null, panel: panel === 'compare' ? null : panel })
    else {
      const { day } = session.clock.getSnapshot()
      session.change({ with: firstOther(day, atlas.start, dayOf(conflict.play.end)) })
    }
  }
}

export function CompareButton() {
  const { words } = useApp()
  const { with: other } = useView('with')
  const toggle = useToggleComparison()
  const label = words.say('compare.title')
  return (
    <button
      type="button"
      className="button-plain button-icon"
      aria-pressed={other !== null}
      aria-label={label}
      title={label}
      onClick={toggle}
    >
      <Icon name="compare" />
    </button>
  )
}

/**
 * @param day the day shown
 * @param start first day of the map
 * @param turn the day by which most has changed, for a reader who stands at the beginning
 * @returns the day to compare with at first
 */
export function firstOther(day: Day, start: Day, turn: Day): Day {
  return day > start ? start : turn
}
