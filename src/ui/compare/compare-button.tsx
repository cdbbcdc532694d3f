import { type Day, dayOf } from '../../chronicle/day.ts'
import { useApp, useView } from '../context.tsx'
import { Icon } from '../shell/icons.tsx'

/** @returns whether two days are compared, of this atlas or of two */
export function useComparing(): boolean {
  const { with: own, beside } = useView('with', 'beside')
  return own !== null || beside !== null
}

/** @returns begins a comparison with the first day, or ends the present one */
export function useToggleComparison(): () => void {
  const { session, conflict, atlas } = useApp()
  return () => {
    const { with: own, beside, panel } = session.getView()
    if (own !== null || beside !== null)
      session.change({ with: null, beside: null, panel: panel === 'compare' ? null : panel })
    else {
      const { day } = session.clock.getSnapshot()
      session.change({ with: firstOther(day, atlas.start, dayOf(conflict.play.end)) })
    }
  }
}

export function CompareButton() {
  const { words } = useApp()
  const comparing = useComparing()
  const toggle = useToggleComparison()
  const label = words.say('compare.title')
  return (
    <button
      type="button"
      className="button-plain button-icon"
      aria-pressed={comparing}
      aria-label={label}
      title={label}
      onClick={toggle}
    >
      <Icon name="compare" />
      <span className="button-word">{words.say('compare.button')}</span>
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
